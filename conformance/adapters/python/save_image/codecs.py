"""Chapter 19.2: what turns a frame into octets. gzip is the standard library's; the others are written out."""
import zlib

from . import lz4, zstd


class Unsound(Exception):
    """A frame that is refused, and the code of the breach."""

    def __init__(self, code="zip-frame"):
        super().__init__(code)
        self.code = code


def _none(frame, size):
    return frame


def _gzip(frame, size):
    """One member: it may give one octet more than `size`, and then no more."""
    inflate = zlib.decompressobj(wbits=31)
    try:
        octets = inflate.decompress(frame, size + 1)
        while not inflate.eof and inflate.unconsumed_tail and len(octets) <= size:
            octets += inflate.decompress(inflate.unconsumed_tail, size + 1 - len(octets))
    except zlib.error:
        raise Unsound()
    if not inflate.eof or inflate.unused_data:
        raise Unsound()
    return octets


def _zstd(frame, size):
    try:
        return zstd.decode(frame, size)
    except zstd.Window:
        raise Unsound("zip-window")
    except zstd.Unsound:
        raise Unsound()


def _lz4(frame, size):
    try:
        return lz4.decode(frame, size)
    except lz4.Dictionary:
        raise Unsound("zip-window")
    except lz4.Unsound:
        raise Unsound()


NONE, WORD_DELTA, GZIP, ZSTD, LZ4 = range(5)
_DECODERS = {NONE: _none, GZIP: _gzip, ZSTD: _zstd, LZ4: _lz4}


def decode(codec, frame, size):
    """The `size` octets of one frame of a codec other than word-delta. Raises Unsound."""
    octets = _DECODERS[codec](frame, size)
    if len(octets) != size:
        raise Unsound()
    return octets
