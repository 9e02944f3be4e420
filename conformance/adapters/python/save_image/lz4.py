"""The LZ4 frame format: independent or linked blocks, with the xxHash-32 sums that guard them."""
from .xxhash import xxh32

MAGIC = (0x184D2204).to_bytes(4, "little")
_BLOCK_SIZES = {4: 1 << 16, 5: 1 << 18, 6: 1 << 20, 7: 1 << 22}


class Unsound(Exception):
    """Octets that are no such frame, or that give more than they may."""


class Dictionary(Unsound):
    """A frame that asks for a dictionary."""


def decode(frame, size):
    """The octets of one frame, which has to end with the last octet of `frame` and to give no more than `size`."""
    source = _Source(frame)
    if source.take(4) != MAGIC:
        raise Unsound
    start = source.at
    flags, descriptor = source.take(2)
    if flags >> 6 != 1 or flags & 0x02 or descriptor & 0x8F or descriptor >> 4 not in _BLOCK_SIZES:
        raise Unsound
    content_size = source.integer(8) if flags & 0x08 else None
    if flags & 0x01:
        raise Dictionary
    if source.take(1)[0] != xxh32(frame[start:source.at - 1]) >> 8 & 0xFF:
        raise Unsound
    out = bytearray()
    while True:
        word = source.integer(4)
        if word == 0:
            break
        _block(source, word, flags, _BLOCK_SIZES[descriptor >> 4], out, size)
    if flags & 0x04 and source.integer(4) != xxh32(bytes(out)):
        raise Unsound
    if content_size not in (None, len(out)) or source.at != len(frame):
        raise Unsound
    return bytes(out)


class _Source:
    def __init__(self, octets):
        self.octets = octets
        self.at = 0

    def take(self, length):
        taken = self.octets[self.at:self.at + length]
        if len(taken) < length:
            raise Unsound
        self.at += length
        return taken

    def integer(self, length):
        return int.from_bytes(self.take(length), "little")


def _block(source, word, flags, largest, out, size):
    length = word & 0x7FFFFFFF
    if length > largest:
        raise Unsound
    block = source.take(length)
    if flags & 0x10 and source.integer(4) != xxh32(block):
        raise Unsound
    reach = 0 if not flags & 0x20 else len(out)  # a match of an independent block stays within it
    most = min(size, len(out) + largest)
    if word >> 31:
        out += block
        if len(out) > most:
            raise Unsound
    else:
        _sequences(_Source(block), out, reach, most)


def _sequences(source, out, reach, most):
    """Literals and matches; the last sequence is literals only."""
    while True:
        token = source.take(1)[0]
        literals = _length(source, token >> 4)
        if len(out) + literals > most:
            raise Unsound
        out += source.take(literals)
        if source.at == len(source.octets):
            return
        offset = source.integer(2)
        match = _length(source, token & 0xF) + 4
        start = len(out) - offset
        if offset == 0 or start < reach or len(out) + match > most:
            raise Unsound
        if offset >= match:
            out += out[start:start + match]
        else:
            pattern = bytes(out[start:])
            out += (pattern * (match // offset + 1))[:match]


def _length(source, nibble):
    length = nibble
    if nibble == 15:
        while True:
            more = source.take(1)[0]
            length += more
            if more != 255:
                break
    return length
