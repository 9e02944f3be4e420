"""The Writer: a stream document becomes octets.

A stream is written as it stands or refused: the Verifier looks at the octets before anyone else sees them.
"""
import os

from . import draft_b_writer, libvirt, libxl, records, xenopsd, xl
from .document import Blob, array, closed, exactly, invalid, load, unsigned
from .encoding import records_of
from .image_writer import image_of
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
    "layout-missing", "arm-vcpu-missing", "machine-memory-missing", "machine-vcpu-missing", "platform-missing",
}

# Reserved fields and padding: a stream gives them only where they are not zero, and then they are written as given.
_GIVEN = {
    "image-options-reserved", "image-reserved", "image-compat", "domain-reserved", "record-padding", "page-reserved",
    "pv-info-reserved", "vcpu-reserved", "tsc-reserved", "hvm-params-reserved",
    "libxl-options-reserved", "libxl-padding", "libvirt-unused",
    "record-options-reserved", "record-head-reserved", "record-foot-reserved", "vcpu-info-reserved",
}


def write(path, folder, out, edition):
    """Writes the octets of the stream document at `path` to `out` as a Writer of `edition`, a version; blobs lie in
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
    if document.get("dsi") != "stream/1":
        raise invalid("dsi is %.40r" % (document.get("dsi"),))
    if document.get("endian") not in ("little", "big"):
        raise invalid("endian is %.40r" % (document.get("endian"),))
    if document.get("edition") == "draft-b":
        return draft_b_writer.octets_of(document, folder)
    return _layers_of(document, folder)


def _layers_of(document, folder):
    closed(document, ["dsi", "edition", "endian", "image", "domain", "records"], ["xl", "libvirt", "xenopsd", "libxl"])
    files = [name for name in ("xl", "libvirt", "xenopsd") if name in document]
    layered = document.get("libxl")
    if len(files) > 1 or files and (layered is None) != (files == ["xenopsd"]):
        raise invalid("layers that do not go together")
    parts = None
    if files == ["xenopsd"]:
        parts = closed(document["xenopsd"], ["before", "after"])
        yield xenopsd.SIGNATURE
        yield from _parts(parts["before"], folder)
        yield _part_header(xenopsd.LIBXC, 0)
    elif files:
        yield from _FILE_HEADERS[files[0]](document[files[0]], folder)
    if layered is None:
        yield from image_of(document, None, folder)
    else:
        yield from _libxl_stream(document, layered, folder)
    if parts:
        yield from _parts(parts["after"], folder)
        yield _part_header(xenopsd.END_OF_IMAGE, 0)


def _libxl_stream(document, layered, folder):
    closed(layered, ["options", "before", "after"])
    order = "big" if unsigned(layered["options"]) & 1 else "little"
    yield libxl.IDENT + (2).to_bytes(4, "big") + layered["options"].to_bytes(4, "big")
    yield from records_of("libxl", layered["before"], order, folder)
    yield from image_of(document, order, folder)
    yield from records_of("libxl", layered["after"], order, folder)


def _xl_header(header, folder):
    closed(header, ["mandatory", "optional", "data"])
    data = Blob(header["data"], folder)
    yield xl.MAGIC + xl.BYTE_ORDER + b"".join(
        unsigned(value).to_bytes(4, "little") for value in (header["mandatory"], header["optional"], data.length))
    yield from data.pieces()


def _libvirt_header(header, folder):
    closed(header, ["xml"], ["reserved"])
    xml = Blob(header["xml"], folder)
    yield (libvirt.MAGIC + libvirt.VERSION.to_bytes(4, "little") + unsigned(xml.length).to_bytes(4, "little")
           + exactly(header, "reserved", 40))
    yield from xml.pieces()


_FILE_HEADERS = {"xl": _xl_header, "libvirt": _libvirt_header}


def _parts(listed, folder):
    for part in array(listed):
        data = Blob(closed(part, ["type", "data"])["data"], folder)
        if part["type"] in (xenopsd.LIBXC, xenopsd.END_OF_IMAGE):
            raise invalid("a part that is the Writer's own")
        yield _part_header(unsigned(part["type"]), data.length)
        yield from data.pieces()


def _part_header(kind, length):
    return kind.to_bytes(8, "little") + length.to_bytes(8, "little")
