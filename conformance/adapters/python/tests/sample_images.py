"""Octets for the tests: tiny images built by hand, and the suite's own images."""
import gzip
import json
import os

IMAGES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "images")


def record(kind, body=b"", order="little", pad=None, length=None):
    """A record; `length` lies about its body's."""
    padding = bytes(-len(body) % 8) if pad is None else pad
    length = len(body) if length is None else length
    return kind.to_bytes(4, order) + length.to_bytes(4, order) + body + padding


def image(*parts, version=3, order="little", kind=2, xen=(4, 17), options=None):
    """Both headers, and the parts behind them."""
    options = (order == "big") if options is None else options
    return (b"\xff" * 8 + b"XENF" + version.to_bytes(4, "big") + int(options).to_bytes(2, "big") + bytes(6)
            + kind.to_bytes(4, order) + (12).to_bytes(2, order) + bytes(2)
            + xen[0].to_bytes(4, order) + xen[1].to_bytes(4, order) + b"".join(parts))


def words(order, *values):
    """Pairs of (value, octets) as integers."""
    return b"".join(value.to_bytes(size, order) for value, size in values)


def page_data(*entries, order="little", reserved=0, count=None):
    """PAGE_DATA of entries (type, pfn, contents or None)."""
    body = words(order, (len(entries) if count is None else count, 4), (reserved, 4))
    body += b"".join((kind << 60 | pfn).to_bytes(8, order) for kind, pfn, _ in entries)
    return record(1, body + b"".join(contents for _, _, contents in entries if contents is not None), order)


def tsc(order="little", mode=0, incarnation=1):
    return record(8, words(order, (mode, 4), (2596135, 4), (8055492072, 8), (incarnation, 4), (0, 4)), order)


def entry(typecode, body=b"", instance=0):
    """An entry of the HVM context."""
    return words("little", (typecode, 2), (instance, 2), (len(body), 4)) + body


HEADER = entry(1, words("little", (0x54381286, 4), (1, 4)) + b"\xff" * 8 + bytes(8))
CPU = entry(2, bytes(1032))


def hvm_context(*entries, order="little"):
    return record(9, b"".join(entries or (HEADER, CPU, entry(0))), order)


def hvm_params(*pairs, order="little"):
    body = words(order, (len(pairs), 4), (0, 4), *[(value, 8) for pair in pairs for value in pair])
    return record(10, body, order)


STATIC_END, VERIFY, CHECKPOINT, END = record(16), record(13), record(14), record(0)
HOLE = page_data((0xF, 7, None))
PLATFORM_INFO = record(18, bytes([0xCE]) + bytes(15))


def hvm(*extra, order="little"):
    """A well-formed image of an HVM domain that needs no contents, `extra` before its END."""
    return image(record(16, order=order), page_data((0xE, 1, None), (0xF, 2, None), order=order), tsc(order),
                 hvm_context(order=order), hvm_params((1, 0xFEFFC), (2, 5), order=order), *extra,
                 record(0, order=order), order=order)


def libxl(*records_, options=0):
    """A libxl stream of whole records."""
    return b"LibxlFmt" + words("big", (2, 4), (options, 4)) + b"".join(records_)


def xl(stream, config=b'{"name": "tiny"}\0', mandatory=3, optional=0):
    """An xl save file around a libxl stream."""
    data = words("little", (len(config), 4)) + config
    return (b"Xen saved domain, xl format\n \0 \r\x04\x03\x02\x01"
            + words("little", (mandatory, 4), (optional, 4), (len(data), 4)) + data + stream)


LIBXC_CONTEXT, LIBXL_END, CHECKPOINT_END = record(1), record(0), record(4)


def edit(octets, at, replacement, delete=None):
    """`octets` with `replacement` in place of `delete` octets (as many as it has) at `at`."""
    delete = len(replacement) if delete is None else delete
    return octets[:at] + replacement + octets[at + delete:]


def suite_image(name):
    """The octets of an image of the suite, and its labels."""
    path = os.path.join(IMAGES, name + ".img")
    if os.path.exists(path):
        with open(path, "rb") as file:
            octets = file.read()
    else:
        with gzip.open(path + ".gz", "rb") as file:
            octets = file.read()
    with open(os.path.join(IMAGES, name + ".json"), encoding="utf-8") as file:
        return octets, json.load(file)


def suite_images():
    """The names of all images of the suite."""
    return sorted(name[:-5] for name in os.listdir(IMAGES) if name.endswith(".json"))
