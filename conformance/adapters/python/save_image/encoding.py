"""Records from RECs, and their bodies from named fields. A body is made of parts: bytes, Blobs, iterators of bytes."""
import sys
from array import array as words_of

from . import libxl, memory, records as r
from .document import Blob, array, closed, exactly, hex_octets, hexadecimal, invalid, pieces_of, unsigned
from .fields import ZERO_WHEN_ABSENT, layouts
from .page_data import PFN_MASK, ZERO_PAGE
from .verdict import Reject


def records_of(layer, listed, order, folder):
    """Yields the octets of the records of a layer."""
    for record in array(listed):
        yield from record_of(layer, record, order, folder)


def record_of(layer, record, order, folder, page_size=None):
    """Yields the octets of a REC."""
    closed(record, ["type"], ["fields", "body", "reserved", "pad"])
    parts, length = body_of(layer, record, order, folder, page_size)
    if length > r.LIMIT and layer == "image" or length >> 32:
        raise Reject("record-limit")
    yield from framed(unsigned(record["type"]), parts, length, order, record)


def framed(kind, parts, length, order, record):
    """Yields a header, the parts of a body, and the padding that the REC gives, or zeros."""
    yield kind.to_bytes(4, order) + length.to_bytes(4, order)
    yield from pieces_of(parts)
    yield exactly(record, "pad", r.padded(length) - length)


def body_of(layer, record, order, folder, page_size=memory.PAGE):
    """The parts of the body of a REC, and their length."""
    if "fields" in record and "body" in record:
        raise invalid("both fields and body")
    if "fields" in record and record["fields"] != {}:
        kind, reserved = unsigned(record["type"]), record.get("reserved")
        return encode(layer, kind, record["fields"], reserved, order, folder, page_size)
    if "reserved" in record:
        raise invalid("reserved octets without fields")
    blob = Blob(record.get("body", {"hex": ""}), folder)
    return [blob], blob.length


def encode(layer, kind, fields, reserved, order, folder, page_size):
    """The parts of a body and their length. `reserved` is HEX or None, `folder` holds the blobs."""
    if layer != "libxl" and kind == r.PAGE_DATA:
        return _page_data(fields, reserved, order, folder, page_size)
    if reserved is None and (layer, kind) in _SPECIAL:
        return _SPECIAL[layer, kind](fields, order, folder)
    layout = layouts(layer).get(kind)
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


def _integer(value, size, order):
    if isinstance(value, str) or size == 8:
        value = hexadecimal(value)
    return unsigned(value, 8 * size).to_bytes(size, order)


def _item(item, layout, order):
    if layout[0][0] is None:
        return _integer(item, layout[0][1], order)
    closed(item, [name for name, _ in layout if name not in ZERO_WHEN_ABSENT], ZERO_WHEN_ABSENT)
    return b"".join(_integer(item.get(name, "0x0"), size, order) for name, size in layout)


def _reserved(reserved, size):
    octets = bytes(size) if reserved is None else hex_octets(reserved)
    if len(octets) != size:
        raise invalid("reserved octets: %d wanted" % size)
    return octets


def _page_data(fields, reserved, order, folder, page_size):
    closed(fields, ["pfns", "pages"])
    runs, count, filled = _runs(fields["pfns"])
    blob = Blob(fields["pages"], folder)
    if blob.length != page_size * filled:
        raise invalid("pages: %d octets where the types want %d" % (blob.length, page_size * filled))
    head = count.to_bytes(4, order) + _reserved(reserved, 4)
    return [head, _entries(runs, order), blob], 8 + 8 * count + blob.length


def _compressed(fields, order, folder):
    closed(fields, ["codec", "flags", "raw_length", "pfns", "frames"], ["frame_lengths"])
    runs, count, _ = _runs(fields["pfns"])
    lengths = b"".join(_integer(length, 4, order) for length in array(fields.get("frame_lengths", [])))
    blob = Blob(fields["frames"], folder)
    head = (count.to_bytes(4, order) + _integer(fields["codec"], 2, order) + _integer(fields["flags"], 2, order)
            + _integer(fields["raw_length"], 8, order))
    lengths += bytes(-len(lengths) % 8)
    return [head, _entries(runs, order), lengths, blob], 16 + 8 * count + len(lengths) + blob.length


def _runs(pfns):
    """Runs of pfns as pairs of first entry and count, how many there are, and how many of them have contents."""
    runs, count, filled = [], 0, 0
    for run in array(pfns):
        if len(array(run)) not in (3, 4) or len(run) == 4 and run[3] != 1:
            raise invalid("a run of pfns is [first, count, type], with a 1 behind for pages of zeros")
        first, pages, kind = hexadecimal(run[0]), unsigned(run[1]), unsigned(run[2], 4)
        if first + pages > PFN_MASK + 1:
            raise invalid("pfns beyond 52 bits")
        runs.append((kind << 60 | (ZERO_PAGE if len(run) == 4 else 0) | first, pages))
        count += pages
        filled += pages if memory.has_contents(kind) else 0
    if count >> 32:
        raise invalid("more pfns than a count can say")
    return runs, count, filled


def _entries(runs, order):
    for first, pages in runs:
        for at in range(0, pages, 1 << 16):
            words = words_of("Q", range(first + at, first + min(pages, at + (1 << 16))))
            if order != sys.byteorder:
                words.byteswap()
            yield words.tobytes()


def _requires(fields, order, folder):
    parts, length = [], 0
    for item in array(closed(fields, ["items"])["items"]):
        blob = Blob(closed(item, ["tag", "value"])["value"], folder)
        parts += [_integer(item["tag"], 4, order) + _integer(blob.length, 4, order), blob]
        length += 8 + blob.length
    return parts, length


def _arm_vcpu(fields, order, folder):
    closed(fields, ["vcpu_id", "registers"])
    parts, length = [_integer(fields["vcpu_id"], 4, order) + bytes(4)], 8
    for register in array(fields["registers"]):
        closed(register, ["set", "index", "value"])
        blob = Blob(register["value"], folder)
        padding = bytes(-blob.length % 8)
        parts += [_integer(register["set"], 1, order) + bytes(1) + _integer(blob.length, 2, order)
                  + _integer(register["index"], 4, order), blob, padding]
        length += 8 + blob.length + len(padding)
    return parts, length


def _machine(fields, order, folder):
    closed(fields, ["version", "vcpus", "ram_pages", "properties"])
    octets = (_integer(fields["version"], 4, order) + _integer(fields["vcpus"], 4, order)
              + _integer(fields["ram_pages"], 8, order))
    for each in array(fields["properties"]):
        closed(each, ["name", "value"])
        if not isinstance(each["name"], str) or not isinstance(each["value"], str):
            raise invalid("no property: %.40r" % (each,))
        name, value = each["name"].encode("utf-8"), each["value"].encode("utf-8")
        text = name + value
        octets += len(name).to_bytes(4, order) + len(value).to_bytes(4, order) + text + bytes(-len(text) % 8)
    return [octets], len(octets)


def _platform_state(fields, order, folder):
    closed(fields, ["digest", "state"])
    state = Blob(fields["state"], folder)
    return [exactly(fields, "digest", 32), state], 32 + state.length


def _hvm_context(fields, order, folder):
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


def _xenstore(fields, order, folder):
    closed(fields, ["emulator_id", "index", "entries"])
    octets = _integer(fields["emulator_id"], 4, order) + _integer(fields["index"], 4, order)
    for entry in array(fields["entries"]):
        closed(entry, ["key", "value"])
        for text in (entry["key"], entry["value"]):
            if not isinstance(text, str) or "\0" in text:
                raise invalid("no xenstore string: %.40r" % (text,))
            octets += text.encode("utf-8") + b"\0"
    return [octets], len(octets)


_SPECIAL = {
    ("image", r.HVM_CONTEXT): _hvm_context,
    ("image", r.PAGE_DATA_COMPRESSED): _compressed,
    ("image", r.REQUIRES): _requires,
    ("image", r.ARM_VCPU): _arm_vcpu,
    ("image", r.MACHINE): _machine,
    ("image", r.PLATFORM_STATE): _platform_state,
    ("libxl", libxl.EMULATOR_XENSTORE_DATA): _xenstore,
}
