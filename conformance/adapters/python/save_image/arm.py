"""Chapter 22: MEMORY_LAYOUT, and the records of ARM domains."""
from . import records as r

_END_PFN = 1 << 40
_MOST_OCTETS = 24576
_MOST_VCPUS = 8192
_MOST_SET, _MOST_SIZE = 3, 256
GUEST = "little"


class Layout:
    """The regions of a domain's memory, as pairs of first and last pfn; `body` is offset and length of the record's."""

    def __init__(self, body):
        self.body = body
        self.regions = []

    @property
    def pages(self):
        return sum(last - first + 1 for first, last in self.regions)

    def first_outside(self, first, last):
        """The first of the pfns from `first` to `last` that lies in no region; None where all do."""
        for low, high in self.regions:
            if low <= first <= high:
                first = high + 1
                if first > last:
                    return None
        return first


def take_layout(domain, record):
    """Regions of first_pfn, pages and flags."""
    judge, octets, order = domain.judge, domain.octets, record.order
    if domain.layout is not None:
        judge.fault("layout-repeated", record.at)
        return
    domain.layout = layout = Layout((record.body, record.length))
    if record.length == 0 or record.length % 24 or record.length > _MOST_OCTETS:
        judge.fault("layout-length", record.at + 4)
        return
    end = 0
    for at in range(record.body, record.body + record.length, 24):
        first, pages = octets.u64(at, order), octets.u64(at + 8, order)
        if first < end or pages == 0 or first + pages > _END_PFN:
            judge.fault("layout-regions", at)
        if octets.u64(at + 16, order):
            judge.fault("layout-flags", at + 16)
        end = first + pages
        layout.regions.append((first, end - 1))


def take_id_policy(domain, record):
    """Entries of encoding, flags and value."""
    judge, octets, order = domain.judge, domain.octets, record.order
    if record.length == 0 or record.length % 16:
        judge.fault("arm-id-policy", record.at + 4)
        return
    previous = -1
    for at in range(record.body, record.body + record.length, 16):
        encoding = octets.u32(at, order)
        if not previous < encoding < 1 << 16:
            judge.fault("arm-id-policy", at)
        if octets.u32(at + 4, order):
            judge.fault("arm-id-policy", at + 4)
        previous = encoding


def take_vcpu(domain, record):
    """A sub-header, and registers that ascend by set, then index."""
    judge, octets, order = domain.judge, domain.octets, record.order
    if record.length <= 8:
        judge.fault("arm-vcpu-registers", record.at + 4)
        return
    vcpu = octets.u32(record.body, order)
    if vcpu >= min(domain.vcpu_count or _MOST_VCPUS, _MOST_VCPUS):
        judge.fault("arm-vcpu-id", record.body)
    if octets.u32(record.body + 4, order):
        judge.fault("arm-vcpu-reserved", record.body + 4)
    domain.once_a_round(record, vcpu, "arm-vcpu-repeated")
    domain.vcpus.setdefault(vcpu, {})[r.ARM_VCPU] = record.body + 8, record.length - 8

    at, end, previous = record.body + 8, record.body + record.length, None
    while at < end:
        if end - at < 8:
            judge.fault("arm-vcpu-registers", at)
            return
        register, reserved = octets.read(at, 2)
        size = octets.u16(at + 2, order)
        name = register, octets.u32(at + 4, order)
        value_end = at + 8 + size
        if register > _MOST_SET or not 1 <= size <= _MOST_SIZE or r.padded(value_end - at) > end - at:
            judge.fault("arm-vcpu-registers", at)
            return
        if previous is not None and name <= previous:
            judge.fault("arm-vcpu-registers", at)
        if reserved:
            judge.fault("arm-vcpu-reserved", at + 1)
        previous, at = name, at + r.padded(value_end - at)
        if not octets.is_zero(value_end, at):
            judge.fault("arm-vcpu-reserved", value_end)


def judge_complete(domain):
    """What an ARM domain needs; what is missing is reported at the end of the input."""
    end = domain.octets.size
    if domain.layout is None:
        domain.judge.fault("layout-missing", end)
    if r.ARM_VCPU not in domain.vcpus.get(0, ()):
        domain.judge.fault("arm-vcpu-missing", end)
