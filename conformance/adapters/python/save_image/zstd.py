"""One zstd frame (RFC 8878), without dictionary and with a window of at most 8 MiB."""
from .fse import Backward, Table, Unsound, read_huffman, read_table
from .xxhash import xxh64

MAGIC = (0xFD2FB528).to_bytes(4, "little")
_MOST_WINDOW = 8388608
_MOST_BLOCK = 1 << 17

# Lengths of literals and of matches by their codes: base and number of bits that are added to it.
_LITERALS = [(code, 0) for code in range(16)] + [
    (16, 1), (18, 1), (20, 1), (22, 1), (24, 2), (28, 2), (32, 3), (40, 3), (48, 4), (64, 6)] + [
    (1 << bits, bits) for bits in range(7, 17)]
_MATCHES = [(code + 3, 0) for code in range(32)] + [
    (35, 1), (37, 1), (39, 1), (41, 1), (43, 2), (47, 2), (51, 3), (59, 3), (67, 4), (83, 4), (99, 5)] + [
    ((1 << bits) + 3, bits) for bits in range(7, 17)]
_OFFSETS = [(1 << bits, bits) for bits in range(32)]
# For literals, offsets and matches: most bits of a table, number of symbols, the table that is there from the start.
_KINDS = (
    (9, _LITERALS, Table.of(6, [4, 3] + [2] * 11 + [1] * 3 + [2] * 9 + [3, 2] + [1] * 5 + [-1] * 4)),
    (8, _OFFSETS, Table.of(5, [1] * 6 + [2] * 3 + [1] * 15 + [-1] * 5)),
    (9, _MATCHES, Table.of(6, [1, 4, 3] + [2] * 6 + [1] * 37 + [-1] * 7)),
)


class Window(Exception):
    """A frame that asks for too large a window, or for a dictionary."""


def decode(frame, size):
    """The octets of one frame, which has to end with the last octet of `frame` and to give no more than `size`."""
    window, content_size, checked, at = _header(frame)
    blocks = _Blocks(frame, at, min(window, _MOST_BLOCK), window, size)
    while not blocks.take():
        pass
    out, at = bytes(blocks.out), blocks.at
    if checked:
        if int.from_bytes(frame[at:at + 4], "little") != xxh64(out) & 0xFFFFFFFF:
            raise Unsound
        at += 4
    if at != len(frame) or content_size not in (None, len(out)):
        raise Unsound
    return out


def _header(frame):
    if frame[:4] != MAGIC or len(frame) < 6 or frame[4] & 0x08:
        raise Unsound
    descriptor, at = frame[4], 5
    single = descriptor & 0x20
    window = 0
    if not single:
        base = 1 << 10 + (frame[at] >> 3)
        window = base + base // 8 * (frame[at] & 7)
        at += 1
    length = (0, 1, 2, 4)[descriptor & 3]
    dictionary = int.from_bytes(frame[at:at + length], "little")
    at += length
    length = (1 if single else 0, 2, 4, 8)[descriptor >> 6]
    content_size = int.from_bytes(frame[at:at + length], "little") + (256 if length == 2 else 0) if length else None
    at += length
    if at > len(frame):
        raise Unsound
    window = content_size if single else window
    if window > _MOST_WINDOW or dictionary:
        raise Window
    return window, content_size, bool(descriptor & 0x04), at


class _Blocks:
    """The blocks of a frame, and what one of them leaves to the next."""

    def __init__(self, frame, at, largest, window, size):
        self.frame = frame
        self.at = at
        self.out = bytearray()
        self._largest = largest
        self._window = window
        self._size = size
        self._huffman = None
        self._tables = [None, None, None]
        self._offsets = [1, 4, 8]

    def take(self):
        """Decodes one block; whether it was the last one."""
        head = int.from_bytes(self._octets(3), "little")
        kind, length = head >> 1 & 3, head >> 3
        if length > self._largest or kind == 3:
            raise Unsound
        if kind == 0:
            self.out += self._octets(length)
        elif kind == 1:
            self.out += self._octets(1) * length
        else:
            self._compressed(self._octets(length))
        if len(self.out) > self._size:
            raise Unsound
        return head & 1

    def _octets(self, length):
        taken = self.frame[self.at:self.at + length]
        if len(taken) < length:
            raise Unsound
        self.at += length
        return taken

    def _compressed(self, block):
        literals, at = self._literals(block)
        before = len(self.out)
        rest = self._sequences(block, at, literals)
        self.out += literals[rest:]
        if len(self.out) - before > self._largest:
            raise Unsound

    def _literals(self, block):
        """The literals of a block, and the offset behind their section."""
        if not block:
            raise Unsound
        kind, form = block[0] & 3, block[0] >> 2 & 3
        if kind < 2:
            head, shift = ((1, 3), (2, 4), (1, 3), (3, 4))[form]
            size = int.from_bytes(block[:head], "little") >> shift
            length = size if kind == 0 else 1
        else:
            head, bits = ((3, 10), (3, 10), (4, 14), (5, 18))[form]
            sizes = int.from_bytes(block[:head], "little") >> 4
            size, length = sizes & (1 << bits) - 1, sizes >> bits
        end = head + length
        if end > len(block) or size > self._largest:
            raise Unsound
        if kind == 0:
            return block[head:end], end
        if kind == 1:
            return block[head:end] * size, end
        at = head
        if kind == 2:
            self._huffman, at = read_huffman(block[:end], head)
        if self._huffman is None:
            raise Unsound
        if form == 0:
            return self._huffman.decode(block[at:end], size), end
        return self._four_streams(block[at:end], size), end

    def _four_streams(self, octets, size):
        lengths = [int.from_bytes(octets[at:at + 2], "little") for at in (0, 2, 4)]
        each = (size + 3) // 4
        if 6 + sum(lengths) >= len(octets) or size < 3 * each:
            raise Unsound
        out, at = bytearray(), 6
        for length in lengths:
            out += self._huffman.decode(octets[at:at + length], each)
            at += length
        return out + self._huffman.decode(octets[at:], size - 3 * each)

    def _sequences(self, block, at, literals):
        """Applies the sequences; how many literals they used."""
        count, at = _count(block, at)
        if count == 0:
            if at != len(block):
                raise Unsound
            return 0
        if at >= len(block) or block[at] & 3:
            raise Unsound
        modes, at = block[at], at + 1
        for kind, shift in enumerate((6, 4, 2)):
            at = self._table(block, at, kind, modes >> shift & 3)
        stream = Backward(block[at:])
        tables = self._tables
        states = [stream.read(table.log) for table in tables]
        used = 0
        for index in range(count):
            codes = [table.symbols[state] for table, state in zip(tables, states)]
            offset, match, length = (_value(stream, _KINDS[kind][1], codes[kind]) for kind in (1, 2, 0))
            if used + length > len(literals):
                raise Unsound
            self.out += literals[used:used + length]
            used += length
            self._match(self._offset(offset, length), match)
            if index + 1 < count:
                for kind in (0, 2, 1):
                    table, state = tables[kind], states[kind]
                    states[kind] = table.bases[state] + stream.read(table.bits[state])
        if stream.left:
            raise Unsound
        return used

    def _table(self, block, at, kind, mode):
        most_log, codes, predefined = _KINDS[kind]
        if mode == 0:
            self._tables[kind] = predefined
        elif mode == 1:
            if at >= len(block) or block[at] >= len(codes):
                raise Unsound
            self._tables[kind], at = Table.single(block[at]), at + 1
        elif mode == 2:
            self._tables[kind], at = read_table(block, at, most_log, len(codes))
        elif self._tables[kind] is None:
            raise Unsound
        return at

    def _offset(self, value, length):
        """The offset that a value stands for: the last three may be named by 1 to 3."""
        offsets = self._offsets
        if value > 3:
            offsets[:] = [value - 3, offsets[0], offsets[1]]
            return offsets[0]
        index = value - 1 + (length == 0)
        if index == 3:
            offset = offsets[0] - 1
        else:
            offset = offsets[index]
        if index:
            offsets[1:] = [offsets[0], offsets[1] if index > 1 else offsets[2]]
            offsets[0] = offset
        return offset

    def _match(self, offset, length):
        out = self.out
        if not 0 < offset <= min(len(out), self._window) or len(out) + length > self._size:
            raise Unsound
        start = len(out) - offset
        if offset >= length:
            out += out[start:start + length]
        else:
            out += (bytes(out[start:]) * (length // offset + 1))[:length]


def _count(block, at):
    if at >= len(block):
        raise Unsound
    first = block[at]
    if first < 128:
        return first, at + 1
    if first < 255:
        return (first - 128 << 8) + int.from_bytes(block[at + 1:at + 2], "little"), at + 2
    return int.from_bytes(block[at + 1:at + 3], "little") + 0x7F00, at + 3


def _value(stream, codes, code):
    base, bits = codes[code]
    return base + stream.read(bits)
