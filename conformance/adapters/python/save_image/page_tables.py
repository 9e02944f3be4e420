"""Page tables of PV domains: in an image their present entries hold pfns in place of machine frames."""
from .memory import PAGE

_PRESENT = 1 << 0
_SUPERPAGE = 1 << 7
_PFN_MASK = (1 << 40) - 1


def judge_table(domain, level, at):
    """Judges a page table of `level` whose contents stand at `at`. Guest memory is little-endian on x86."""
    judge = domain.judge
    bound = domain.end_pfn
    reserved = _xen_slots(domain.width, level)
    for slot, entry in enumerate(domain.octets.words(at, PAGE // 8, "little")):
        if not entry:
            continue
        here = domain.octets.origin(at + 8 * slot)
        if slot in reserved:
            judge.departure("page-table-xen-slot", here)
        if not entry & _PRESENT:
            continue
        if bound is not None and entry >> 12 & _PFN_MASK > bound:
            judge.fault("page-table-pfn", here)
        if entry & _SUPERPAGE and level >= 2 and slot not in reserved:
            judge.fault("page-table-superpage", here)


def _xen_slots(width, level):
    """The slots that belong to Xen."""
    if width == 8 and level == 4:
        return range(256, 272)
    if width == 4 and level == 3:
        return range(4, 512)
    return ()
