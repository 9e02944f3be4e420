"""The named fields of records from their bodies."""
from . import libxl, memory, records as r
from .fields import layouts
from .page_data import ZERO_PAGE, runs_of


def decode(octets, record, put, page_size):
    """The fields of a whole record, and its reserved octets in hexadecimal or None where they are zero; None when the
    body is not just its fields. `put(at, length)` makes a BLOB."""
    if record.layer == "image" and record.type == r.PAGE_DATA:
        return _page_data(octets, record, put, page_size)
    if (record.layer, record.type) in _SPECIAL:
        return _SPECIAL[record.layer, record.type](octets, record, put)
    layout = layouts(record.layer).get(record.type)
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


def _page_data(octets, record, put, page_size):
    at, order = record.body, record.order
    count = octets.u32(at, order) if record.length >= 8 else 0
    if not count or record.length < 8 + 8 * count:
        return None
    reserved = None if octets.is_zero(at + 4, at + 8) else octets.read(at + 4, 4).hex()
    runs = runs_of(octets, record, at + 8, count)
    if any(run.entry >> 52 & 0xFF for run in runs):
        return None
    filled = sum(run.pages for run in runs if memory.has_contents(run.entry >> 60))
    pages = record.length - 8 - 8 * count
    if pages != page_size * filled:
        return None
    return {"pfns": [_shown_run(run) for run in runs], "pages": put(at + 8 + 8 * count, pages)}, reserved


def _shown_run(run):
    zeros = [1] if run.entry & ZERO_PAGE else []
    return [format(run.first, "#x"), run.pages, run.entry >> 60, *zeros]


def _compressed(octets, record, put):
    at, order, length = record.body, record.order, record.length
    count = octets.u32(at, order) if length >= 16 else 0
    if not count or length < 16 + 8 * count:
        return None
    codec, flags = octets.u16(at + 4, order), octets.u16(at + 6, order)
    runs = runs_of(octets, record, at + 16, count)
    if any(run.entry >> 53 & 0x7F for run in runs):
        return None
    fields = {"codec": codec, "flags": flags, "raw_length": format(octets.u64(at + 8, order), "#x"),
              "pfns": [_shown_run(run) for run in runs]}
    frames = 16 + 8 * count
    sent = sum(run.pages for run in runs if memory.has_contents(run.entry >> 60) and not run.entry & ZERO_PAGE)
    if flags & 1 and sent:
        lengths, frames = frames, r.padded(frames + 4 * sent)
        if frames > length or not octets.is_zero(at + lengths + 4 * sent, at + frames):
            return None
        fields["frame_lengths"] = [octets.u32(at + lengths + 4 * page, order) for page in range(sent)]
    fields["frames"] = put(at + frames, length - frames)
    return fields, None


def _requires(octets, record, put):
    at, end, items = record.body, record.body + record.length, []
    while at < end:
        length = octets.u32(at + 4, record.order) if end - at >= 8 else record.length
        if length > end - at - 8:
            return None
        items.append({"tag": octets.u32(at, record.order), "value": put(at + 8, length)})
        at += 8 + length
    return {"items": items}, None


def _arm_vcpu(octets, record, put):
    order, at, end = record.order, record.body + 8, record.body + record.length
    if record.length < 8 or octets.u32(record.body + 4, order):
        return None
    registers = []
    while at < end:
        size = octets.u16(at + 2, order) if end - at >= 8 else record.length
        value = at + 8
        following = value + r.padded(size)
        if following > end or octets.read(at + 1, 1) != b"\0" or not octets.is_zero(value + size, following):
            return None
        registers.append({"set": octets.read(at, 1)[0], "index": octets.u32(at + 4, order), "value": put(value, size)})
        at = following
    return {"vcpu_id": octets.u32(record.body, order), "registers": registers}, None


def _machine(octets, record, put):
    order, at, end = record.order, record.body + 16, record.body + record.length
    if record.length < 16:
        return None
    properties = []
    while at < end:
        lengths = [octets.u32(at + field, order) for field in (0, 4)] if end - at >= 8 else [record.length, 0]
        value = at + 8 + lengths[0]
        rest, following = value + lengths[1], at + 8 + r.padded(sum(lengths))
        if following > end or not octets.is_zero(rest, following):
            return None
        try:
            texts = [octets.read(at + 8, lengths[0]).decode("utf-8"), octets.read(value, lengths[1]).decode("utf-8")]
        except UnicodeDecodeError:
            return None
        properties.append({"name": texts[0], "value": texts[1]})
        at = following
    return {"version": octets.u32(record.body, order), "vcpus": octets.u32(record.body + 4, order),
            "ram_pages": format(octets.u64(record.body + 8, order), "#x"), "properties": properties}, None


def _platform_state(octets, record, put):
    if record.length < 32:
        return None
    return {"digest": octets.read(record.body, 32).hex(), "state": put(record.body + 32, record.length - 32)}, None


def _hvm_context(octets, record, put):
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


def _xenstore(octets, record, put):
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


_SPECIAL = {
    ("image", r.HVM_CONTEXT): _hvm_context,
    ("image", r.PAGE_DATA_COMPRESSED): _compressed,
    ("image", r.REQUIRES): _requires,
    ("image", r.ARM_VCPU): _arm_vcpu,
    ("image", r.MACHINE): _machine,
    ("image", r.PLATFORM_STATE): _platform_state,
    ("libxl", libxl.EMULATOR_XENSTORE_DATA): _xenstore,
}
