"""The entropy coders of zstd (RFC 8878, 4): FSE tables, Huffman trees, and the streams that are read from their end."""


class Unsound(Exception):
    """Octets that are no such code."""


class Backward:
    """A stream of bits that is read from its end; the highest bit that is set marks where that is."""

    def __init__(self, octets):
        if not octets or not octets[-1]:
            raise Unsound
        self._octets = octets
        self.left = 8 * len(octets) - 9 + octets[-1].bit_length()

    def read(self, bits):
        """The next `bits` bits, at most 56, as an integer."""
        if bits > self.left:
            raise Unsound
        self.left -= bits
        at = self.left >> 3
        return int.from_bytes(self._octets[at:at + 8], "little") >> (self.left & 7) & ((1 << bits) - 1)

    def peek(self, bits):
        """The next bits without taking them; zeros where there are fewer."""
        here = self.left
        taken = min(bits, here)
        value = self.read(taken) << bits - taken
        self.left = here
        return value


class Table:
    """An FSE table: for each state a symbol, how many bits lead to the next state, and what they are added to."""

    def __init__(self, log, symbols, bits, bases):
        self.log = log
        self.symbols = symbols
        self.bits = bits
        self.bases = bases

    @classmethod
    def of(cls, log, counts):
        """The table of normalised counts; a count of -1 stands for less than one."""
        size = 1 << log
        symbols, following = [0] * size, {}
        top = size
        for symbol, count in enumerate(counts):
            if count == -1:
                top -= 1
                symbols[top] = symbol
            following[symbol] = abs(count)
        at, step = 0, (size >> 1) + (size >> 3) + 3
        for symbol, count in enumerate(counts):
            for _ in range(max(count, 0)):
                symbols[at] = symbol
                at = at + step & size - 1
                while at >= top:
                    at = at + step & size - 1
        bits, bases = [], []
        for symbol in symbols:
            state = following[symbol]
            following[symbol] += 1
            bits.append(log - state.bit_length() + 1)
            bases.append((state << bits[-1]) - size)
        return cls(log, symbols, bits, bases)

    @classmethod
    def single(cls, symbol):
        """The table that gives one symbol for ever."""
        return cls(0, [symbol], [0], [0])


def read_table(octets, at, most_log, most_symbols):
    """The FSE table that is described at `at`, and the offset behind its description."""
    stream, place = int.from_bytes(octets[at:at + 512], "little"), 4
    limit = 8 * min(512, len(octets) - at)
    log = (stream & 0xF) + 5
    if log > most_log:
        raise Unsound
    remaining, counts = 1 << log, []
    while remaining > 0:
        bits = (remaining + 1).bit_length()
        value = stream >> place & (1 << bits) - 1
        low = value & (1 << bits - 1) - 1
        threshold = (1 << bits) - 2 - remaining
        if low < threshold:
            value, place = low, place + bits - 1
        else:
            value, place = value - threshold if value >= 1 << bits - 1 else value, place + bits
        count = value - 1
        remaining -= abs(count)
        counts.append(count)
        while count == 0:
            repeat = stream >> place & 3
            place += 2
            counts += [0] * repeat
            if repeat < 3:
                break
        if len(counts) > most_symbols or place > limit:
            raise Unsound
    if remaining or place > limit:
        raise Unsound
    return Table.of(log, counts), at + (place + 7) // 8


class Huffman:
    """A Huffman code of at most 11 bits, as a table that the next bits of a stream are looked up in."""

    def __init__(self, weights):
        total = sum(1 << weight - 1 for weight in weights if weight)
        if not total:
            raise Unsound
        self._bits = total.bit_length()
        rest = (1 << self._bits) - total
        if rest & rest - 1 or self._bits > 11:
            raise Unsound
        weights = weights + [rest.bit_length()]
        self._table = []
        for weight in range(1, self._bits + 1):
            for symbol, its in enumerate(weights):
                if its == weight:
                    self._table += [(symbol, self._bits + 1 - weight)] * (1 << weight - 1)

    def decode(self, octets, count):
        """`count` symbols out of a stream, which they have to fill."""
        stream, table, bits, out = Backward(octets), self._table, self._bits, bytearray()
        for _ in range(count):
            symbol, taken = table[stream.peek(bits)]
            stream.read(taken)
            out.append(symbol)
        if stream.left:
            raise Unsound
        return out


def read_huffman(octets, at):
    """The Huffman code that is described at `at`, and the offset behind its description."""
    if at >= len(octets):
        raise Unsound
    head = octets[at]
    if head >= 128:
        count = head - 127
        end = at + 1 + (count + 1) // 2
        nibbles = [nibble for octet in octets[at + 1:end] for nibble in (octet >> 4, octet & 0xF)]
        if end > len(octets):
            raise Unsound
        return Huffman(nibbles[:count]), end
    end = at + 1 + head
    if end > len(octets):
        raise Unsound
    table, start = read_table(octets[:end], at + 1, 6, 12)
    return Huffman(_weights(table, Backward(octets[start:end]))), end


def _weights(table, stream):
    """Weights out of a stream of two states in turn, which ends where the bits do."""
    states = [stream.read(table.log), stream.read(table.log)]
    weights = []
    while True:
        for turn in (0, 1):
            state = states[turn]
            weights.append(table.symbols[state])
            if table.bits[state] > stream.left:
                weights.append(table.symbols[states[1 - turn]])
                if len(weights) > 255:
                    raise Unsound
                return weights
            states[turn] = table.bases[state] + stream.read(table.bits[state])
            if len(weights) > 255:
                raise Unsound
