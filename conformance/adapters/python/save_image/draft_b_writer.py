"""Chapter 16.13: a stream document of edition draft-b becomes octets."""
import zlib

from . import draft_b, encoding
from .document import array, closed, exactly, invalid, pieces_of, unsigned
from .image_writer import image_header
from .records import LIMIT, padded
from .verdict import Reject


def octets_of(document, folder):
    """Yields the octets of a stream document of edition draft-b, piece by piece."""
    closed(document, ["dsi", "edition", "endian", "image", "domain", "records"])
    order = document["endian"]
    image = closed(document["image"], ["version", "options"], ["reserved"])
    yield image_header(image, order) + _domain_header(document["domain"], order)
    for record in array(document["records"]):
        yield from _record(record, order, folder)


def _domain_header(domain, order):
    closed(domain, ["type", "pageShift", "xenMajor", "xenMinor"], ["reserved", "arch"])
    if domain["xenMajor"] or domain["xenMinor"]:
        raise invalid("an image of version 1 names no release")
    return b"".join(unsigned(value, 16).to_bytes(2, order) for value in (
        domain.get("arch", 1), domain["type"], domain["pageShift"], domain.get("reserved", 0)))


def _record(record, order, folder):
    closed(record, ["type"], ["fields", "body", "reserved", "pad", "options", "headReserved", "footReserved"])
    kind, options = unsigned(record["type"]), unsigned(record.get("options", 0), 16)
    parts, length = encoding.body_of("draft-b", record, order, folder)
    if length > LIMIT:
        raise Reject("record-limit")
    yield (kind.to_bytes(4, order) + length.to_bytes(4, order) + options.to_bytes(2, order)
           + exactly(record, "headReserved", 6))
    checksum = 0
    for piece in [*pieces_of(parts), exactly(record, "pad", padded(length) - length)]:
        checksum = zlib.crc32(piece, checksum)
        yield piece
    yield (checksum if options & draft_b.CHECKED else 0).to_bytes(4, order) + exactly(record, "footReserved", 4)
