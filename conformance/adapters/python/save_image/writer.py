"""The Writer: a stream document becomes octets.

A stream is written as it stands or refused: the Verifier looks at the octets before anyone else sees them.
"""
import os

from . import encoding, integrity, libxl, records, xl
from .document import Blob, array, closed, hex_octets, invalid, load, unsigned
from .headers import ARM, EDITIONS, ID, MARKER
from .octets import Octets
from .verdict import Reject
from .verifier import check

# What a stream may leave out, or name without giving it: only a saver knows whether its domain lacks a part of itself.
# Contents of pages are not the Writer's to judge either.
_SAVERS_OWN = {
    "tsc-missing", "pv-info-missing", "p2m-missing", "vcpu-basic-missing", "vcpu-orphan", "shared-info-missing",
    "hvm-context-missing", "hvm-cpu-missing", "checkpoint-none", "checkpoint-incomplete",
    "p2m-frame", "vcpu-gdt-frame", "vcpu-cr3", "vcpu-cr1", "vcpu-start-info", "start-info-frame",
    "page-table-pfn", "page-table-superpage", "page-table-xen-slot", "verify-mismatch",
    "layout-missing", "arm-vcpu-missing",
}

# Reserved fields and padding: a stream gives them only where they are not zero, and then they are written as given.
_GIVEN = {
    "image-options-reserved", "image-reserved", "image-compat", "domain-reserved", "record-padding", "page-reserved",
    "pv-info-reserved", "vcpu-reserved", "tsc-reserved", "hvm-params-reserved",
    "libxl-options-reserved", "libxl-padding",
}


def write(path, folder, out, edition):
    """Writes the octets of the stream document at `path` to `out` as a Writer of `edition` (2 or 3); blobs lie in
    `folder`. Raises Reject."""
    document = load(path)
    part = out + ".part"
    try:
        with open(part, "wb") as file:
            for piece in octets_of(document, folder):
                file.write(piece)
        _judge(part, edition, document)
        os.replace(part, out)
    finally:
        if os.path.exists(part):
            os.remove(part)


def _judge(path, edition, document):
    with Octets(path) as octets:
        judge = check(octets, edition, {"stream": _stream_kind(document), "channel": "forward"})
    for finding in judge.findings:
        if finding["code"] in judge.breached and finding["code"] not in _SAVERS_OWN | _GIVEN:
            raise Reject(finding["code"], finding["at"])


def _stream_kind(document):
    """Plain, or checkpointed, as the records show."""
    if not any(record.get("type") == records.CHECKPOINT for record in document["records"]):
        return "plain"
    dialogue = any(inner.get("type") == libxl.CHECKPOINT_STATE
                   for record in document["records"] for inner in record.get("libxl", ()))
    return "colo" if dialogue else "remus"


def octets_of(document, folder):
    """Yields the octets of a stream document, piece by piece."""
    closed(document, ["dsi", "edition", "endian", "image", "domain", "records"], ["xl", "libxl"])
    if document["dsi"] != "stream/1":
        raise invalid("dsi is %.40r" % (document["dsi"],))
    if document["endian"] not in ("little", "big"):
        raise invalid("endian is %.40r" % (document["endian"],))
    layered = document.get("libxl")
    libxl_order = None
    if "xl" in document:
        if layered is None:
            raise invalid("xl without libxl")
        yield from _xl_header(document["xl"], folder)
    if layered is not None:
        closed(layered, ["options", "before", "after"])
        libxl_order = "big" if unsigned(layered["options"]) & 1 else "little"
        yield libxl.IDENT + (2).to_bytes(4, "big") + layered["options"].to_bytes(4, "big")
        yield from _records("libxl", layered["before"], libxl_order, folder)
    yield from _image(document, libxl_order, folder)
    if layered is not None:
        yield from _records("libxl", layered["after"], libxl_order, folder)


def _image(document, libxl_order, folder):
    order, domain = document["endian"], document["domain"]
    headers, record_check, image_digest = _headers(document)
    sums = _Sums(record_check, image_digest, order)
    page_size = 1 << domain["pageShift"] if domain["type"] == ARM and domain["pageShift"] < 32 else 4096
    yield from sums.guarded([headers])
    for record in array(document["records"]):
        if isinstance(record, dict) and "libxl" in record:
            if libxl_order is None:
                raise invalid("libxl records without a libxl layer")
            yield from _records("libxl", closed(record, ["libxl"])["libxl"], libxl_order, folder)
        elif isinstance(record, dict) and record.get("type") == records.IMAGE_DIGEST and record.get("fields") == {}:
            body = sums.digest_body()
            yield from sums.guarded(_framed(records.IMAGE_DIGEST, [body], len(body), order, None))
        else:
            yield from sums.guarded(_record("image", record, order, folder, page_size))
            if record["type"] == records.CHECKPOINT:
                sums.begin_round()


class _Sums:
    """The sums of an image in the making: behind each record, and over each round."""

    def __init__(self, record_check, image_digest, order):
        self._record_check = record_check
        self._image_digest = image_digest
        self._order = order
        self._position = 0
        self.begin_round()

    def begin_round(self):
        self._round = integrity.Sum(self._image_digest, self._order)

    def guarded(self, pieces):
        """The pieces of a record, and its trailer."""
        trailer = integrity.Sum(self._record_check, self._order)
        for piece in pieces:
            yield self._covered(piece)
            if self._record_check:
                trailer.add(piece)
        if self._record_check in integrity.LENGTHS and self._record_check:
            yield self._covered(trailer.octets())

    def _covered(self, piece):
        self._position += len(piece)
        if self._image_digest:
            self._round.add(piece)
        return piece

    def digest_body(self):
        return (self._image_digest.to_bytes(2, self._order) + bytes(6) + self._position.to_bytes(8, self._order)
                + self._round.octets())


def _xl_header(header, folder):
    closed(header, ["mandatory", "optional", "data"])
    data = Blob(header["data"], folder)
    yield xl.MAGIC + xl.BYTE_ORDER + b"".join(
        unsigned(value).to_bytes(4, "little") for value in (header["mandatory"], header["optional"], data.length))
    yield from data.pieces()


def _headers(document):
    """The octets of both headers, and the two algorithms that they name."""
    order = document["endian"]
    image = closed(document["image"], ["version", "options"],
                   ["reserved", "incompat", "compat", "recordCheck", "imageDigest"])
    version, options = unsigned(image["version"]), unsigned(image["options"], 16)
    if document["edition"] != EDITIONS.get(version):
        raise invalid("edition %.40r has another image version than %d" % (document["edition"], version))
    if (options & 1) != (order == "big"):
        raise invalid("endian %s and image options %#x" % (order, options))
    reserved = hex_octets(image.get("reserved", "00*6"))
    if len(reserved) != 6:
        raise invalid("reserved octets of the image header: 6 wanted")
    domain = closed(document["domain"], ["type", "pageShift", "xenMajor", "xenMinor"], ["reserved"])
    checks = unsigned(image.get("recordCheck", 0), 16), unsigned(image.get("imageDigest", 0), 16)
    features = (unsigned(image.get("incompat", 0)).to_bytes(4, "big") + unsigned(image.get("compat", 0)).to_bytes(4, "big")
                + checks[0].to_bytes(2, "big") + checks[1].to_bytes(2, "big") + bytes(4))
    if version < 4 and any(features):
        raise invalid("features in an image of version %d" % version)
    octets = (MARKER + ID + version.to_bytes(4, "big") + options.to_bytes(2, "big") + reserved
            + (features if version >= 4 else b"")
            + unsigned(domain["type"]).to_bytes(4, order)
            + unsigned(domain["pageShift"], 16).to_bytes(2, order)
            + unsigned(domain.get("reserved", 0), 16).to_bytes(2, order)
            + unsigned(domain["xenMajor"]).to_bytes(4, order)
            + unsigned(domain["xenMinor"]).to_bytes(4, order))
    return octets, *checks


def _records(layer, listed, order, folder):
    for record in array(listed):
        yield from _record(layer, record, order, folder)


def _record(layer, record, order, folder, page_size=None):
    closed(record, ["type"], ["fields", "body", "reserved", "pad"])
    kind = unsigned(record["type"])
    if "fields" in record and "body" in record:
        raise invalid("both fields and body")
    if "fields" in record and record["fields"] != {}:
        parts, length = encoding.encode(layer, kind, record["fields"], record.get("reserved"), order, folder, page_size)
    elif "reserved" in record:
        raise invalid("reserved octets without fields")
    else:
        blob = Blob(record.get("body", {"hex": ""}), folder)
        parts, length = [blob], blob.length
    if length > records.LIMIT and layer == "image" or length >> 32:
        raise Reject("record-limit")
    yield from _framed(kind, parts, length, order, record.get("pad"))


def _framed(kind, parts, length, order, pad):
    yield kind.to_bytes(4, order) + length.to_bytes(4, order)
    for part in parts:
        if isinstance(part, Blob):
            yield from part.pieces()
        elif isinstance(part, bytes):
            yield part
        else:
            yield from part
    padding = records.padded(length) - length
    pad = bytes(padding) if pad is None else hex_octets(pad)
    if len(pad) != padding:
        raise invalid("pad: %d octets wanted" % padding)
    yield pad
