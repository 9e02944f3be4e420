"""vCPU records of PV domains: a sub-header in the image's byte order, and a context in the guest's."""
from . import records, xsave
from .memory import BROKEN, NOTAB, XTAB, table_level

GUEST = "little"
BASIC_LENGTHS = {8: 5168, 4: 2800}
_MSRS = (0x48, 0x140, 0xC0000103, 0xC0011027, 0xC0011019, 0xC001101A, 0xC001101B)
_MOST_VCPUS = 8192
_MOST_GDT_ENTRIES = 7168

# Offsets within the basic context, by guest width; those of start_info are within the guest's own page.
_LAYOUT = {
    8: {"rdx": 616, "gdt_frames": 4832, "gdt_ents": 4960, "ctrlreg": 4984, "xenstore": 56, "console": 72},
    4: {"rdx": 524, "gdt_frames": 2640, "gdt_ents": 2704, "ctrlreg": 2716, "xenstore": 44, "console": 52},
}


def take(domain, record):
    """Judges one vCPU record and keeps where its context stands; one without content leaves nothing."""
    judge, octets = domain.judge, domain.octets
    if record.length < 8:
        judge.fault("vcpu-short", record.at + 4)
        return
    vcpu = octets.u32(record.body, record.order)
    at, length = record.body + 8, record.length - 8
    if not octets.is_zero(record.body + 4, at):
        judge.departure("vcpu-reserved", record.body + 4)
    if vcpu >= min(domain.vcpu_count or _MOST_VCPUS, _MOST_VCPUS):
        if length:
            judge.fault("vcpu-id", record.body)
        else:
            judge.departure("vcpu-id-empty", record.body)
    domain.once_a_round(record, vcpu, "vcpu-repeated")
    if length == 0:
        judge.advice("record-empty", record.at + 4)
        return
    if record.type == records.X86_PV_VCPU_BASIC:
        domain.basic_records.append(record)
        judge_lengths(domain)
    else:
        _CONTEXTS[record.type](domain, record, vcpu, at, length)
    domain.vcpus.setdefault(vcpu, {})[record.type] = at, length


def judge_lengths(domain):
    """The lengths of basic contexts, once the guest's width is known."""
    if domain.width is None:
        return
    for record in domain.basic_records:
        if record.length - 8 != BASIC_LENGTHS[domain.width]:
            domain.judge.fault("vcpu-basic-length", record.at + 4)
    domain.basic_records.clear()


def _judge_extended(domain, record, vcpu, at, length):
    judge, octets = domain.judge, domain.octets
    if not 32 <= length <= 128:
        judge.fault("vcpu-extended-length", record.at + 4)
        return
    if octets.u32(at, GUEST) != vcpu:
        domain.liberty("vcpu-extended-id", at)
    if octets.u32(at + 4, GUEST) > length:
        domain.liberty("vcpu-extended-size", at + 4)


def _judge_xsave(domain, record, vcpu, at, length):
    judge, octets = domain.judge, domain.octets
    if length == 16 and octets.is_zero(at, at + 16):
        return
    if length < 16 + xsave.LEGACY + xsave.HEADER:
        judge.fault("vcpu-xsave-length", record.at + 4)
        return
    xcr0, accum = octets.u64(at, GUEST), octets.u64(at + 8, GUEST)
    area = at + 16
    needed = xsave.area_length(accum, domain.cpuid)
    if needed is not None and length != 16 + needed:
        judge.fault("vcpu-xsave-length", record.at + 4)
    if xcr0 & ~accum:
        judge.fault("vcpu-xsave-header", at)
    if xsave.xstate_bv(octets, area) & ~accum:
        judge.fault("vcpu-xsave-header", area + xsave.LEGACY)
    if xsave.compressed_or_reserved(octets, area):
        judge.fault("vcpu-xsave-header", area + xsave.LEGACY + 8)


def _judge_msrs(domain, record, vcpu, at, length):
    judge, octets = domain.judge, domain.octets
    if length % 16:
        judge.fault("vcpu-msrs-length", record.at + 4)
        return
    for entry in range(at, at + length, 16):
        if octets.u32(entry, GUEST) not in _MSRS:
            judge.fault("vcpu-msrs-index", entry)
        if not octets.is_zero(entry + 4, entry + 8):
            judge.fault("vcpu-msrs-reserved", entry + 4)


_CONTEXTS = {records.X86_PV_VCPU_EXTENDED: _judge_extended, records.X86_PV_VCPU_XSAVE: _judge_xsave,
             records.X86_PV_VCPU_MSRS: _judge_msrs}


def judge_contexts(domain):
    """The last contexts of every vCPU against the memory that the image left behind."""
    for vcpu, contexts in sorted(domain.vcpus.items()):
        basic = contexts.get(records.X86_PV_VCPU_BASIC)
        if basic is None:
            domain.liberty("vcpu-orphan", min(at for at, _ in contexts.values()) - 8)
        elif domain.width and basic[1] == BASIC_LENGTHS[domain.width]:
            _judge_basic(domain, vcpu, basic[0])


def _judge_basic(domain, vcpu, at):
    judge, octets, memory = domain.judge, domain.octets, domain.memory
    width, layout = domain.width, _LAYOUT[domain.width]
    word = octets.u64 if width == 8 else octets.u32

    gdt_entries = word(at + layout["gdt_ents"], GUEST)
    if gdt_entries > _MOST_GDT_ENTRIES:
        judge.fault("vcpu-gdt-entries", at + layout["gdt_ents"])
    for index in range((min(gdt_entries, _MOST_GDT_ENTRIES) + 511) // 512):
        frame = at + layout["gdt_frames"] + width * index
        if memory.kind(word(frame, GUEST)) != NOTAB:
            judge.fault("vcpu-gdt-frame", frame)

    root = at + layout["ctrlreg"] + 3 * width
    if not _is_table(memory, _root_pfn(word(root, GUEST), width), domain.levels):
        judge.fault("vcpu-cr3", root)
    if width == 8:
        user_root = at + layout["ctrlreg"] + width
        value = word(user_root, GUEST)
        if value & 1:
            if not _is_table(memory, _root_pfn(value, width), 4):
                judge.fault("vcpu-cr1", user_root)
        elif value and domain.rules:
            judge.departure("vcpu-cr1-flag", user_root)
    if vcpu == 0:
        _judge_start_info(domain, at + layout["rdx"], word)


def _root_pfn(value, width):
    """The pfn in a page table root: shifted left by 12, or rotated by it within 32 bits."""
    return value >> 12 if width == 8 else (value >> 12 | value << 20) & 0xFFFFFFFF


def _is_table(memory, pfn, level):
    kind = memory.kind(pfn)
    return kind is not None and table_level(kind) == level


def _judge_start_info(domain, at, word):
    memory = domain.memory
    pfn = word(at, GUEST)
    if memory.kind(pfn) != NOTAB:
        domain.judge.fault("vcpu-start-info", at)
        return
    if domain.rules < 2:
        return  # the draft of 2014 asks no more
    page = memory.contents(pfn)
    for field in ("xenstore", "console"):
        frame = page + _LAYOUT[domain.width][field]
        if memory.kind(word(frame, GUEST)) in (None, BROKEN, XTAB):
            domain.judge.fault("start-info-frame", domain.octets.origin(frame))
