"""The input: octets of a file, and the integers in them."""
import hashlib
import mmap
import sys
from array import array


class Octets:
    """A file as a span of octets; offsets count from its first octet. It is mapped, not read: memory stays flat."""

    def __init__(self, path):
        with open(path, "rb") as file:
            file.seek(0, 2)
            self.size = file.tell()
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.size else b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.size:
            self._map.close()

    def read(self, at, length):
        """`length` octets from offset `at`; fewer where the input ends."""
        return self._map[at:at + length]

    def u16(self, at, order):
        return int.from_bytes(self._map[at:at + 2], order)

    def u32(self, at, order):
        return int.from_bytes(self._map[at:at + 4], order)

    def u64(self, at, order):
        return int.from_bytes(self._map[at:at + 8], order)

    def words(self, at, count, order):
        """`count` 64-bit integers from offset `at`, as an array."""
        words = array("Q", self._map[at:at + 8 * count])
        if order != sys.byteorder:
            words.byteswap()
        return words

    def is_zero(self, at, end):
        """Whether every octet from `at` up to `end` is 0."""
        return not any(self._map[at:end])

    def bulk(self, at, length):
        """The state's stand-in for a body too big to be shown: its length and its SHA-256."""
        digest = hashlib.sha256()
        for piece in range(at, at + length, 1 << 20):
            digest.update(self._map[piece:min(piece + (1 << 20), at + length)])
        return {"len": length, "sha256": digest.hexdigest()}


def hexadecimal(value):
    """A 64-bit integer as states and streams write it: "0x" and lower-case digits without leading zeros."""
    return format(value, "#x")
