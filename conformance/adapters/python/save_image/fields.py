"""The bodies of records as named fields, in both directions. A body is made of parts: bytes, Blobs, iterators of bytes.

A layout is the fixed fields in front, and what follows them: nothing, a blob to the end of the body, or an array.
"""
from array import array as words_of
from collections import namedtuple
import sys

from . import libxl, memory, records as r
from .document import Blob, array, closed, hex_octets, hexadecimal, invalid, unsigned
from .page_data import PFN_MASK

# fixed: (name, octets); "reserved" is zero unless the record says otherwise, "count" is that of the array.
# blob: name of the octets behind. items: name of the array behind, item: (name, octets) of its fields, one nameless
# field for a plain integer. Fields of 8 octets are H, all others U. item_order: the array's byte order where it is not
# the record's.
Layout = namedtuple("Layout", "fixed blob items item item_order", defaults=(None, None, None, None))

_ZERO_WHEN_ABSENT = ("reserved", "flags")  # among the fields of an item
_VCPU_HEADER = (("vcpu_id", 4), ("reserved", 4))
_VCPU = Layout(_VCPU_HEADER, blob="context")
IMAGE_LAYOUTS = {
    r.X86_PV_INFO: Layout((("guest_width", 1), ("pt_levels", 1), ("reserved", 6))),
    r.X86_PV_P2M_FRAMES: Layout((("start_pfn", 4), ("end_pfn", 4)), items="frames", item=((None, 8),)),
    r.X86_PV_VCPU_BASIC: _VCPU,
    r.X86_PV_VCPU_EXTENDED: _VCPU,
    r.X86_PV_VCPU_XSAVE: _VCPU,
    r.X86_PV_VCPU_MSRS: Layout(_VCPU_HEADER, items="msrs", item=(("index", 4), ("reserved", 4), ("value", 8)),
                               item_order="little"),
    r.SHARED_INFO: Layout((), blob="page"),
    r.X86_TSC_INFO: Layout((("mode", 4), ("khz", 4), ("nsec", 8), ("incarnation", 4), ("reserved", 4))),
    r.HVM_PARAMS: Layout((("count", 4), ("reserved", 4)), items="params", item=(("index", 8), ("value", 8))),
    r.X86_CPUID_POLICY: Layout((), items="leaves", item=tuple((name, 4) for name in
                                                              ("leaf", "subleaf", "eax", "ebx", "ecx", "edx"))),
    r.X86_MSR_POLICY: Layout((), items="msrs", item=(("index", 4), ("flags", 4), ("value", 8))),
}
LIBXL_LAYOUTS = {
    libxl.EMULATOR_CONTEXT: Layout((("emulator_id", 4), ("index", 4)), blob="state"),
    libxl.CHECKPOINT_STATE: Layout((("control_id", 4),)),
}


def encode(layer, kind, fields, reserved, order, folder):
    """The parts of a body and their length. `reserved` is HEX or None, `folder` holds the blobs."""
    if layer == "image" and kind == r.PAGE_DATA:
        return _encode_page_data(fields, reserved, order, folder)
    if layer == "image" and kind == r.HVM_CONTEXT and reserved is None:
        return _encode_hvm_context(fields, folder)
    if layer == "libxl" and kind == libxl.EMULATOR_XENSTORE_DATA and reserved is None:
        return _encode_xenstore(fields, order)
    layout = _layouts(layer).get(kind)
    if layout is None:
        raise invalid("no fields are known for type %#x" % kind)
    names = [name for name, _ in layout.fixed if name not in ("reserved", "count")]
    closed(fields, names + [name for name in (layout.blob, layout.items) if name])
    items = array(fields[layout.items]) if layout.items else []
    computed = {"count": len(items)}
    if reserved is not None and "reserved" not in dict(layout.fixed):
        raise invalid("type %#x has no reserved octets" % kind)

    octets = bytearray()
    for name, size in layout.fixed:
        if name == "reserved":
            octets += _reserved(reserved, size)
        else:
            octets += _integer(computed[name] if name in computed else fields[name], size, order)
    for item in items:
        octets += _item(item, layout.item, layout.item_order or order)
    parts, length = [bytes(octets)], len(octets)
    if layout.blob:
        blob = Blob(fields[layout.blob], folder)
        parts.append(blob)
        length += blob.length
    return parts, length


def _layouts(layer):
    return IMAGE_LAYOUTS if layer == "image" else LIBXL_LAYOUTS


def _integer(value, size, order):
    if isinstance(value, str) or size == 8:
        value = hexadecimal(value)
    return unsigned(value, 8 * size).to_bytes(size, order)


def _item(item, layout, order):
    if layout[0][0] is None:
        return _integer(item, layout[0][1], order)
    closed(item, [name for name, _ in layout if name not in _ZERO_WHEN_ABSENT], _ZERO_WHEN_ABSENT)
    return b"".join(_integer(item.get(name, 0), size, order) for name, size in layout)


def _reserved(reserved, size):
    octets = bytes(size) if reserved is None else hex_octets(reserved)
    if len(octets) != size:
        raise invalid("reserved octets: %d wanted" % size)
    return octets


def _encode_page_data(fields, reserved, order, folder):
    closed(fields, ["pfns", "pages"])
    runs, count, filled = [], 0, 0
    for run in array(fields["pfns"]):
        if len(array(run)) != 3:
            raise invalid("a run of pfns is [first, count, type]")
        first, pages, kind = hexadecimal(run[0]), unsigned(run[1]), unsigned(run[2], 4)
        if first + pages > PFN_MASK + 1:
            raise invalid("pfns beyond 52 bits")
        runs.append((kind << 60 | first, pages))
        count += pages
        filled += pages if memory.has_contents(kind) else 0
    blob = Blob(fields["pages"], folder)
    if blob.length != memory.PAGE * filled:
        raise invalid("pages: %d octets where the types want %d" % (blob.length, memory.PAGE * filled))
    if count >> 32:
        raise invalid("more pfns than a count can say")
    head = count.to_bytes(4, order) + _reserved(reserved, 4)
    return [head, _entries(runs, order), blob], 8 + 8 * count + blob.length


def _entries(runs, order):
    for first, pages in runs:
        for at in range(0, pages, 1 << 16):
            words = words_of("Q", range(first + at, first + min(pages, at + (1 << 16))))
            if order != sys.byteorder:
                words.byteswap()
            yield words.tobytes()


def _encode_hvm_context(fields, folder):
    closed(fields, ["entries"])
    parts, length = [], 0
    for entry in array(fields["entries"]):
        closed(entry, ["typecode", "instance", "body"])
        blob = Blob(entry["body"], folder)
        if blob.length >> 32:
            raise invalid("an HVM_CONTEXT entry of %d octets" % blob.length)
        parts += [_integer(entry["typecode"], 2, "little") + _integer(entry["instance"], 2, "little")
                  + _integer(blob.length, 4, "little"), blob]
        length += 8 + blob.length
    return parts, length


def _encode_xenstore(fields, order):
    closed(fields, ["emulator_id", "index", "entries"])
    octets = _integer(fields["emulator_id"], 4, order) + _integer(fields["index"], 4, order)
    for entry in array(fields["entries"]):
        closed(entry, ["key", "value"])
        for text in (entry["key"], entry["value"]):
            if not isinstance(text, str) or "\0" in text:
                raise invalid("no xenstore string: %.40r" % (text,))
            octets += text.encode("utf-8") + b"\0"
    return [octets], len(octets)


def decode(octets, record, put):
    """The fields of a whole record, and its reserved octets in hexadecimal or None where they are zero; None when the
    body is not just its fields. `put(at, length)` makes a BLOB."""
    if record.layer == "image" and record.type == r.PAGE_DATA:
        return _decode_page_data(octets, record, put)
    if record.layer == "image" and record.type == r.HVM_CONTEXT:
        return _decode_hvm_context(octets, record, put)
    if record.layer == "libxl" and record.type == libxl.EMULATOR_XENSTORE_DATA:
        return _decode_xenstore(octets, record)
    layout = _layouts(record.layer).get(record.type)
    fixed = sum(size for _, size in layout.fixed) if layout else 0
    if layout is None or record.length < fixed:
        return None
    fields, reserved, count, at = {}, None, None, record.body
    for name, size in layout.fixed:
        if name == "reserved":
            reserved = None if octets.is_zero(at, at + size) else octets.read(at, size).hex()
        elif name == "count":
            count = octets.u32(at, record.order)
        else:
            fields[name] = _shown(octets, at, size, record.order)
        at += size
    rest = record.length - fixed
    if layout.blob:
        fields[layout.blob] = put(at, rest)
    elif layout.items:
        size = sum(size for _, size in layout.item)
        if rest % size or count not in (None, rest // size):
            return None
        fields[layout.items] = [_shown_item(octets, place, layout.item, layout.item_order or record.order)
                                for place in range(at, at + rest, size)]
    elif rest:
        return None
    return fields, reserved


def _shown(octets, at, size, order):
    value = int.from_bytes(octets.read(at, size), order)
    return format(value, "#x") if size == 8 else value


def _shown_item(octets, at, layout, order):
    if layout[0][0] is None:
        return _shown(octets, at, layout[0][1], order)
    item = {}
    for name, size in layout:
        item[name] = _shown(octets, at, size, order)
        at += size
    return item


def _decode_page_data(octets, record, put):
    at, order = record.body, record.order
    count = octets.u32(at, order) if record.length >= 8 else 0
    if not count or record.length < 8 + 8 * count:
        return None
    reserved = None if octets.is_zero(at + 4, at + 8) else octets.read(at + 4, 4).hex()
    runs, filled = [], 0
    for entry in octets.words(at + 8, count, order):
        kind, pfn = entry >> 60, entry & PFN_MASK
        if entry >> 52 & 0xFF:
            return None
        filled += memory.has_contents(kind)
        if runs and runs[-1][2] == kind and runs[-1][0] + runs[-1][1] == pfn:
            runs[-1][1] += 1
        else:
            runs.append([pfn, 1, kind])
    pages = record.length - 8 - 8 * count
    if pages != memory.PAGE * filled:
        return None
    return {"pfns": [[format(pfn, "#x"), length, kind] for pfn, length, kind in runs],
            "pages": put(at + 8 + 8 * count, pages)}, reserved


def _decode_hvm_context(octets, record, put):
    at, end = record.body, record.body + record.length
    entries = []
    while end - at >= 8:
        length = octets.u32(at + 4, "little")
        if length > end - at - 8:
            return None
        entries.append({"typecode": octets.u16(at, "little"), "instance": octets.u16(at + 2, "little"),
                        "body": put(at + 8, length)})
        at += 8 + length
    return ({"entries": entries}, None) if at == end else None


def _decode_xenstore(octets, record):
    if record.length < 8:
        return None
    strings = octets.read(record.body + 8, record.length - 8).split(b"\0")
    try:
        texts = [string.decode("utf-8") for string in strings]
    except UnicodeDecodeError:
        return None
    if texts.pop() or len(texts) % 2:
        return None
    return {"emulator_id": octets.u32(record.body, record.order), "index": octets.u32(record.body + 4, record.order),
            "entries": [{"key": key, "value": value} for key, value in zip(texts[::2], texts[1::2])]}, None
