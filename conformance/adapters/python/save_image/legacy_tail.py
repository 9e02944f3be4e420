"""Chapters 15.9 and 15.10: the tail of a PV domain, and that of an HVM domain with the emulator's record."""
from . import hvm_context, memory
from .headers import PV
from .records import X86_PV_VCPU_BASIC, X86_PV_VCPU_EXTENDED, X86_PV_VCPU_XSAVE
from .vcpu import BASIC_LENGTHS

_MOST_UNMAPPED = 1 << 28
_EXTENDED_LENGTH = 128
_TAIL_PARAMETERS = (5, 6, 1)  # ioreq_pfn, bufioreq_pfn, store_pfn
_SIGNATURE_LENGTH = 21
_SIZED = (b"DeviceModelRecord0002", b"RemusDeviceModelState")
_TO_THE_END = b"QemuDeviceModelRecord"
_MAGIC = b"QEVM"


def take(domain):
    """Reads the tail that follows a body."""
    (_take_pv if domain.kind == PV else _take_hvm)(domain)


def _take_pv(domain):
    cursor, judge = domain.cursor, domain.judge
    at = cursor.at
    count = cursor.integer(4)
    if count > _MOST_UNMAPPED:
        judge.fatal("legacy-unmapped-count", at)
    for index, pfn in enumerate(cursor.longs(count)):
        if pfn >= domain.size:
            judge.fault("legacy-unmapped-pfn", at + 4 + cursor.long_width * index)
        domain.memory.put(pfn, 1, memory.XTAB, None, 0)
    online = [0] if domain.online is None else domain.online
    domain.vcpus = {number: _vcpu(domain) for number in online}
    domain.shared_info = cursor.skip(memory.PAGE)


def _vcpu(domain):
    cursor, length = domain.cursor, BASIC_LENGTHS[domain.width]
    contexts = {X86_PV_VCPU_BASIC: (cursor.skip(length), length)}
    if domain.extended:
        contexts[X86_PV_VCPU_EXTENDED] = cursor.skip(_EXTENDED_LENGTH), _EXTENDED_LENGTH
    if domain.xsave_length:
        cursor.integer(8)
        at = cursor.at
        size = cursor.integer(8)
        if size != domain.xsave_length - 16:
            domain.judge.fatal("legacy-xsave-size", at)
        if size:
            contexts[X86_PV_VCPU_XSAVE] = cursor.skip(size), size
    return contexts


def _take_hvm(domain):
    cursor = domain.cursor
    for index in _TAIL_PARAMETERS:
        domain.hvm_param_places[index] = cursor.at
        domain.hvm_params[index] = cursor.integer(8)
    length = cursor.integer(4)
    at = cursor.skip(length)
    domain.hvm_context = hvm_context.chain(domain.judge, domain.octets, at, at + length)
    _take_emulator(domain)


def _take_emulator(domain):
    cursor, judge, octets = domain.cursor, domain.judge, domain.octets
    at = cursor.at
    signature = cursor.take(_SIGNATURE_LENGTH)
    if signature in _SIZED:
        length = cursor.integer(4)
    elif signature == _TO_THE_END:
        length = octets.size - cursor.at
        if octets.read(cursor.at, 4) != _MAGIC:
            judge.fault("legacy-emulator-magic", cursor.at)
    else:
        judge.fatal("legacy-emulator-signature", at)
    state = cursor.skip(length)
    if length:
        domain.emulator = state, length
