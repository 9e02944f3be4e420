"""What a stream document may hold: closed objects, integers, HEX and BLOBs. Anything else is refused."""
import hashlib
import json
import os
import re

from .verdict import Reject

_H = re.compile(r"0x(0|[1-9a-f][0-9a-f]*)")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_HEX = re.compile(r"(?P<order>le|be)(?P<bits>16|32|64):(?P<integer>0x[0-9A-Fa-f]+|[0-9]+)"
                  r"|(?P<octet>[0-9A-Fa-f]{2})(?:\*(?P<times>[0-9]+))?")
_MOST_HEX = 4096
_PIECE = 1 << 20


class InvalidStream(Reject):
    """A document that is no stream."""

    def __init__(self, code, what):
        super().__init__(code)
        self.what = what


def invalid(what):
    """The exception to raise for a document that is no stream."""
    return InvalidStream("stream-invalid", what=what)


def load(path):
    """The JSON of a file: UTF-8, without duplicate keys."""
    with open(path, "rb") as file:
        text = file.read()
    try:
        return json.loads(text.decode("utf-8"), object_pairs_hook=_without_duplicates)
    except (ValueError, RecursionError) as error:
        raise invalid("no JSON: %s" % error)


def _without_duplicates(pairs):
    value = dict(pairs)
    if len(value) != len(pairs):
        raise ValueError("duplicate key")
    return value


def closed(value, required, optional=()):
    """An object that has all the required keys and none but the optional ones besides, `x-` keys left aside."""
    if not isinstance(value, dict):
        raise invalid("no object: %.40r" % (value,))
    keys = {key for key in value if not key.startswith("x-")}
    if not set(required) <= keys or keys - set(required) - set(optional):
        raise invalid("keys %s" % sorted(keys))
    return value


def array(value):
    """A list."""
    if not isinstance(value, list):
        raise invalid("no array: %.40r" % (value,))
    return value


def unsigned(value, bits=32):
    """U: a JSON number of at most `bits` bits."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 1 << bits:
        raise invalid("no unsigned integer of %d bits: %.40r" % (bits, value))
    return value


def hexadecimal(value):
    """H: a 64-bit integer as a string."""
    if not isinstance(value, str) or not _H.fullmatch(value) or int(value, 16) >> 64:
        raise invalid("no 64-bit integer: %.40r" % (value,))
    return int(value, 16)


def hex_octets(value):
    """HEX: pairs of digits, an octet repeated (`00*5`), integers (`le32:7`)."""
    if not isinstance(value, str):
        raise invalid("no HEX: %.40r" % (value,))
    octets = bytearray()
    for word in value.split():
        at = 0
        while at < len(word):
            token = _HEX.match(word, at)
            if not token:
                raise invalid("no HEX: %.40r" % value)
            at = token.end()
            octets += _token(token)
            if len(octets) > _MOST_HEX:
                raise invalid("HEX of more than %d octets" % _MOST_HEX)
    return bytes(octets)


def _token(token):
    if token["octet"]:
        times = int(token["times"] or 1)
        if times > _MOST_HEX:
            raise invalid("HEX of more than %d octets" % _MOST_HEX)
        return bytes([int(token["octet"], 16)]) * times
    integer, bits = int(token["integer"], 0), int(token["bits"])
    if integer >> bits:
        raise invalid("%d does not fit %d bits" % (integer, bits))
    return integer.to_bytes(bits // 8, "little" if token["order"] == "le" else "big")


class Blob:
    """A BLOB: its length, and its octets piece by piece."""

    def __init__(self, value, folder):
        if isinstance(value, dict) and "hex" in value:
            self._octets = hex_octets(closed(value, ["hex"])["hex"])
            self.length = len(self._octets)
            self.pieces = self._from_octets
        elif isinstance(value, dict) and "zero" in value:
            self.length = unsigned(closed(value, ["zero"])["zero"], 53)
            self.pieces = self._zeros
        else:
            closed(value, ["len", "sha256"])
            self.length = unsigned(value["len"], 53)
            self._sha256 = value["sha256"]
            if not isinstance(self._sha256, str) or not _SHA256.fullmatch(self._sha256):
                raise invalid("no SHA-256: %.70r" % (self._sha256,))
            self._path = os.path.join(folder, self._sha256)
            if not os.path.isfile(self._path) or os.path.getsize(self._path) != self.length:
                raise invalid("blob %s is missing or not of %d octets" % (self._sha256, self.length))
            self.pieces = self._from_file

    def _from_octets(self):
        yield self._octets

    def _zeros(self):
        for at in range(0, self.length, _PIECE):
            yield bytes(min(_PIECE, self.length - at))

    def _from_file(self):
        digest = hashlib.sha256()
        with open(self._path, "rb") as file:
            for piece in iter(lambda: file.read(_PIECE), b""):
                digest.update(piece)
                yield piece
        if digest.hexdigest() != self._sha256:
            raise invalid("blob %s has other octets" % self._sha256)


def exactly(value, name, length):
    """The HEX under `name` of an object: `length` octets, of 0 where it is left out."""
    octets = hex_octets(value[name]) if name in value else bytes(length)
    if len(octets) != length:
        raise invalid("%s: %d octets wanted" % (name, length))
    return octets


def pieces_of(parts):
    """The octets of bytes, Blobs and iterators of bytes, piece by piece."""
    for part in parts:
        if isinstance(part, Blob):
            yield from part.pieces()
        elif isinstance(part, bytes):
            yield part
        else:
            yield from part
