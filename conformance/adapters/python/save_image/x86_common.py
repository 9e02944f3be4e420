"""Records of all x86 domains: X86_TSC_INFO, X86_CPUID_POLICY, X86_MSR_POLICY."""

NO_SUBLEAF = 0xFFFFFFFF
_SUBLEAVES = {0x4: 6, 0x7: 3, 0xB: 2, 0xD: 63}
_MSRS = (0xCE, 0x10A)


def take_tsc(domain, record):
    """mode, khz, nsec, incarnation and a reserved word."""
    judge, octets, at, order = domain.judge, domain.octets, record.body, record.order
    if record.length != 24:
        judge.fault("tsc-length", record.at + 4)
        return
    mode = octets.u32(at, order)
    if mode > (3 if domain.rules == 2 else 2):
        judge.fault("tsc-mode", at)
    if not octets.is_zero(at + 20, at + 24):
        judge.departure("tsc-reserved", at + 20)
    domain.tsc = {"mode": mode, "khz": octets.u32(at + 4, order), "nsec": format(octets.u64(at + 8, order), "#x"),
                  "incarnation": octets.u32(at + 16, order)}


def take_cpuid(domain, record):
    """Leaves of six words each: leaf, subleaf, eax, ebx, ecx, edx."""
    judge, octets = domain.judge, domain.octets
    if record.length == 0 or record.length % 24:
        judge.fault("cpuid-length", record.at + 4)
        return
    leaves = []
    for at in range(record.body, record.body + record.length, 24):
        leaf = [octets.u32(at + 4 * word, record.order) for word in range(6)]
        if not _is_known(leaf[0], leaf[1]):
            judge.fault("cpuid-leaf", at)
        if leaves and leaf[:2] <= leaves[-1][:2]:
            domain.liberty("cpuid-order", at)
        leaves.append(leaf)
    domain.cpuid = leaves


def _is_known(leaf, subleaf):
    if not (leaf <= 0xD or leaf in (0x40000000, 0x40000100) or 0x80000000 <= leaf <= 0x80000021):
        return False
    return subleaf < _SUBLEAVES[leaf] if leaf in _SUBLEAVES else subleaf == NO_SUBLEAF


def take_msrs(domain, record):
    """Entries of an index, flags and a value."""
    judge, octets = domain.judge, domain.octets
    if record.length == 0 or record.length % 16:
        judge.fault("msr-length", record.at + 4)
        return
    msrs = {}
    for at in range(record.body, record.body + record.length, 16):
        index = octets.u32(at, record.order)
        if index not in _MSRS:
            judge.fault("msr-index", at)
        if octets.u32(at + 4, record.order):
            judge.fault("msr-flags", at + 4)
        msrs[index] = octets.u64(at + 8, record.order)
    domain.msrs = msrs
