"""The input: octets of a file, and the integers in them."""
import bisect
import hashlib
import mmap
import sys
import tempfile
from array import array

_BEYOND = 1 << 62   # offsets from here on are those of decoded octets
_IN_MEMORY = 1 << 26
PIECE = 1 << 20


class Octets:
    """A file as a span of octets; offsets count from its first octet. It is mapped, not read: memory stays flat.
    What is decoded from it can be kept beside it and has offsets of its own, far beyond those of any file."""

    def __init__(self, path):
        self._kept = None
        self._origins = []
        with open(path, "rb") as file:
            file.seek(0, 2)
            self.size = file.tell()
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.size else b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.size:
            self._map.close()
        if self._kept:
            self._kept.close()

    def read(self, at, length):
        """`length` octets from offset `at`; fewer where the input ends."""
        if at < _BEYOND:
            return self._map[at:at + length]
        self._kept.seek(at - _BEYOND)
        return self._kept.read(length)

    def pieces(self, at, end):
        """The octets from `at` up to `end`, piece by piece."""
        for piece in range(at, end, PIECE):
            yield self.read(piece, min(PIECE, end - piece))

    def keep(self, decoded, origin):
        """The offset from which on `decoded` can be read; it came out of what stands at `origin`."""
        if self._kept is None:
            self._kept = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)
        at = _BEYOND + self._kept.seek(0, 2)
        self._kept.write(decoded)
        self._origins.append((at, origin))
        return at

    def origin(self, at):
        """Where in the input the octet at `at` stands, or what it was decoded from."""
        return at if at < _BEYOND else self._origins[bisect.bisect(self._origins, (at, _BEYOND)) - 1][1]

    def u16(self, at, order):
        return int.from_bytes(self.read(at, 2), order)

    def u32(self, at, order):
        return int.from_bytes(self.read(at, 4), order)

    def u64(self, at, order):
        return int.from_bytes(self.read(at, 8), order)

    def words(self, at, count, order):
        """`count` 64-bit integers from offset `at`, as an array."""
        words = array("Q", self.read(at, 8 * count))
        if order != sys.byteorder:
            words.byteswap()
        return words

    def is_zero(self, at, end):
        """Whether every octet from `at` up to `end` is 0."""
        return all(piece.count(0) == len(piece) for piece in self.pieces(at, end))

    def bulk(self, at, length):
        """The state's stand-in for a body too big to be shown: its length and its SHA-256."""
        digest = hashlib.sha256()
        for piece in self.pieces(at, at + length):
            digest.update(piece)
        return {"len": length, "sha256": digest.hexdigest()}


def hexadecimal(value):
    """A 64-bit integer as states and streams write it: "0x" and lower-case digits without leading zeros."""
    return format(value, "#x")
