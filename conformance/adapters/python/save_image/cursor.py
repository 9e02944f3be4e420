"""Goes through a stream that has no lengths to walk by."""
from array import array


class Break(Exception):
    """A checkpointed stream can be followed no further."""


class Cursor:
    """Takes integers and octets one after the other; what the input does not hold any more is fatal."""

    def __init__(self, octets, judge, at):
        self.octets = octets
        self.judge = judge
        self.at = at
        self.long_width = 8
        self.may_break = False  # whether the stream may end anywhere: it has committed something

    def skip(self, length):
        """Passes over octets; the offset of the first of them."""
        at = self.at
        if length > self.octets.size - at:
            if self.may_break:
                raise Break
            self.judge.fatal("legacy-truncated", self.octets.size)
        self.at = at + length
        return at

    def take(self, length):
        return self.octets.read(self.skip(length), length)

    def integer(self, length):
        return int.from_bytes(self.take(length), "little")

    def long(self):
        return self.integer(self.long_width)

    def longs(self, count):
        """`count` longs, as an array."""
        at = self.skip(self.long_width * count)
        if self.long_width == 8:
            return self.octets.words(at, count, "little")
        return array("Q", array("I", self.octets.read(at, 4 * count)))
