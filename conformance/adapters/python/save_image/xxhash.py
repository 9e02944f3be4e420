"""xxHash-32 and xxHash-64, both with seed 0: the sums of LZ4 and of zstd frames."""

_MASK32, _MASK64 = (1 << 32) - 1, (1 << 64) - 1
_A1, _A2, _A3, _A4, _A5 = 2654435761, 2246822519, 3266489917, 668265263, 374761393
_P1, _P2, _P3, _P4, _P5 = (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
                           0x27D4EB2F165667C5)


def _rotated32(value, bits):
    return (value << bits | value >> 32 - bits) & _MASK32


def xxh32(octets):
    """xxHash-32 with seed 0."""
    at, length = 0, len(octets)
    if length >= 16:
        lanes = [(_A1 + _A2) & _MASK32, _A2, 0, -_A1 & _MASK32]
        while at + 16 <= length:
            for lane in range(4):
                word = int.from_bytes(octets[at:at + 4], "little")
                lanes[lane] = _rotated32((lanes[lane] + word * _A2) & _MASK32, 13) * _A1 & _MASK32
                at += 4
        value = sum(_rotated32(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & _MASK32
    else:
        value = _A5
    value = (value + length) & _MASK32
    while at + 4 <= length:
        value = _rotated32((value + int.from_bytes(octets[at:at + 4], "little") * _A3) & _MASK32, 17) * _A4 & _MASK32
        at += 4
    for octet in octets[at:]:
        value = _rotated32((value + octet * _A5) & _MASK32, 11) * _A1 & _MASK32
    value = (value ^ value >> 15) * _A2 & _MASK32
    value = (value ^ value >> 13) * _A3 & _MASK32
    return value ^ value >> 16


def _rotated64(value, bits):
    return (value << bits | value >> 64 - bits) & _MASK64


def _round(lane, word):
    return _rotated64(lane + word * _P2 & _MASK64, 31) * _P1 & _MASK64


def xxh64(octets):
    """xxHash-64 with seed 0."""
    at, length = 0, len(octets)
    if length >= 32:
        lanes = [_P1 + _P2 & _MASK64, _P2, 0, -_P1 & _MASK64]
        while at + 32 <= length:
            for lane in range(4):
                lanes[lane] = _round(lanes[lane], int.from_bytes(octets[at:at + 8], "little"))
                at += 8
        value = sum(_rotated64(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & _MASK64
        for lane in lanes:
            value = ((value ^ _round(0, lane)) * _P1 + _P4) & _MASK64
    else:
        value = _P5
    value = value + length & _MASK64
    while at + 8 <= length:
        value ^= _round(0, int.from_bytes(octets[at:at + 8], "little"))
        value = (_rotated64(value, 27) * _P1 + _P4) & _MASK64
        at += 8
    if at + 4 <= length:
        value ^= int.from_bytes(octets[at:at + 4], "little") * _P1 & _MASK64
        value = (_rotated64(value, 23) * _P2 + _P3) & _MASK64
        at += 4
    for octet in octets[at:]:
        value ^= octet * _P5 & _MASK64
        value = _rotated64(value, 11) * _P1 & _MASK64
    value = (value ^ value >> 33) * _P2 & _MASK64
    value = (value ^ value >> 29) * _P3 & _MASK64
    return value ^ value >> 32
