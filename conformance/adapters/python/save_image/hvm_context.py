"""HVM_CONTEXT: the hypervisor's chain of entries, little-endian whatever the image's byte order."""
from . import xsave

GUEST = "little"
END, HEADER, CPU, PIC, PCI_LINK, PIT, CPU_XSAVE, VIRIDIAN_VCPU, CPU_MSR = 0, 1, 2, 3, 9, 10, 16, 17, 20
_LAST = 20
_MAGIC, _VERSION = 0x54381286, 1
_MOST_VCPUS = 128

_LENGTHS = {1: 24, 2: 1032, 3: 8, 4: 400, 5: 32, 6: 1024, 7: 16, 8: 8, 9: 8, 10: 56, 11: 24, 12: 1048, 13: 8, 14: 240,
            15: 32, 17: 216, 18: 32, 19: 8}
_EXTENDED = (2, 5, 11, 15, 17, 18)  # a shorter one is extended with zeros
_PER_VCPU = (2, 5, 6, 14, 16, 17, 18, 19, 20)
_ZEROS = {CPU: (1028, 1032), PCI_LINK: (4, 8), PIT: (52, 56), VIRIDIAN_VCPU: (9, 16)}


def take(domain, record):
    """Judges the chain; the domain keeps its entries as (typecode, instance, offset, length), END left out."""
    judge, octets = domain.judge, domain.octets
    domain.once_a_round(record, None, "hvm-context-repeated")
    if record.length == 0:
        judge.fault("hvm-header", record.at + 4)
        return
    end = record.body + record.length
    entries = chain(judge, octets, record.body, end)
    if entries and entries[-1][0] == END:
        _, _, at, length = entries.pop()
        _judge_end(judge, at - 8, length, end)
    for entry in entries:
        _judge_entry(domain, entry)
    _judge_vcpus(domain, entries, end)
    domain.hvm_context = entries


def chain(judge, octets, start, end):
    """The entries between two offsets as (typecode, instance, offset, length), END the last one, if it is there."""
    at, entries = start, []
    while True:
        if at == start and (end - at < 8 or octets.u16(at, GUEST) != HEADER):
            judge.fault("hvm-header", at)
        if end - at < 8:
            judge.fault("hvm-end-missing", end)
            break
        typecode, instance, length = octets.u16(at, GUEST), octets.u16(at + 2, GUEST), octets.u32(at + 4, GUEST)
        entries.append((typecode, instance, at + 8, length))
        if typecode == END:
            break
        if length > end - at - 8:
            judge.fault("hvm-entry-overrun", at + 4)
            entries.pop()
            break
        if at == start and typecode == HEADER:
            _judge_header(judge, octets, entries[-1])
        at += 8 + length
    return entries


def _judge_end(judge, at, length, end):
    if length:
        judge.departure("hvm-end-trailing", at + 4)
    if at + 8 != end:
        judge.departure("hvm-end-trailing", at + 8)


def _judge_header(judge, octets, entry):
    _, _, at, length = entry
    if length < 8 or octets.u32(at, GUEST) != _MAGIC:
        judge.fault("hvm-header", at)
    elif octets.u32(at + 4, GUEST) != _VERSION:
        judge.fault("hvm-header", at + 4)


def _judge_entry(domain, entry):
    judge, octets = domain.judge, domain.octets
    typecode, instance, at, length = entry
    if typecode > _LAST:
        judge.fault("hvm-typecode", at - 8)
        return
    if instance >= _instances(domain, typecode):
        judge.fault("hvm-instance", at - 6)
    if typecode == CPU_XSAVE:
        _judge_xsave(domain, at, length)
    elif typecode == CPU_MSR:
        _judge_msrs(judge, octets, at, length)
    elif length != _LENGTHS[typecode] and not (typecode in _EXTENDED and length < _LENGTHS[typecode]):
        judge.fault("hvm-entry-length", at - 4)
    elif typecode in _ZEROS:
        first, end = _ZEROS[typecode]
        if not octets.is_zero(at + first, at + min(end, max(length, first))):
            judge.fault("hvm-must-be-zero", at + first)


def _instances(domain, typecode):
    if typecode in _PER_VCPU:
        return min(domain.vcpu_count or _MOST_VCPUS, _MOST_VCPUS)
    return 2 if typecode == PIC else 1


def _judge_xsave(domain, at, length):
    judge, octets = domain.judge, domain.octets
    if length < 24 + xsave.LEGACY + xsave.HEADER:
        judge.fault("hvm-entry-length", at - 4)
        return
    needed = xsave.area_length(octets.u64(at + 16, GUEST), domain.cpuid)
    if needed is not None and (length < 24 + needed or not octets.is_zero(at + 24 + needed, at + length)):
        judge.fault("hvm-entry-length", at - 4)
    if xsave.compressed_or_reserved(octets, at + 24):
        judge.fault("hvm-must-be-zero", at + 24 + xsave.LEGACY + 8)


def _judge_msrs(judge, octets, at, length):
    count = octets.u32(at, GUEST) if length >= 8 else 0
    if count == 0 or length != 8 + 16 * count:
        judge.fault("hvm-msr-length", at - 4)
        return
    for entry in range(at + 8, at + length, 16):
        if not octets.is_zero(entry + 4, entry + 8):
            judge.fault("hvm-must-be-zero", entry + 4)


def _judge_vcpus(domain, entries, end):
    """Every vCPU that is named, or known, has a CPU entry."""
    running = {instance for typecode, instance, _, _ in entries if typecode == CPU}
    for typecode, instance, at, _ in entries:
        if typecode in _PER_VCPU and instance not in running:
            domain.judge.departure("hvm-cpu-missing", at - 6)
    if set(range(domain.vcpu_count or 0)) - running:
        domain.judge.departure("hvm-cpu-missing", end)
