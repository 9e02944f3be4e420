"""Chapter 6: a list of pfns with a type each, then the contents of those pages whose type has contents."""
from collections import namedtuple

from . import memory, page_tables
from .headers import ARM, HVM, MACHINES, PV

PFN_MASK = (1 << 52) - 1
ZERO_PAGE = 1 << 52    # of an entry in compressed page data
_HVM_LIMIT = 1 << 40
_BATCH = 1024
_ARM_TYPES = (memory.NOTAB, memory.BROKEN, memory.XALLOC, memory.XTAB)

# Entries of ascending pfns that are equal otherwise. index: of the first entry. contents: offset of the first page's,
# the others follow, `stride` octets apart; None where the type has none.
Run = namedtuple("Run", "first pages entry index contents stride", defaults=(None, 0))


def take(domain, record):
    """Judges the batch, then applies it to the domain's memory, or after VERIFY compares it."""
    judge, octets, at, page = domain.judge, domain.octets, record.body, domain.page_size
    if record.length < 8:
        judge.fault("page-length", record.at + 4)
        return
    count = octets.u32(at, record.order)
    if count == 0:
        judge.fault("page-count", at)
    if not octets.is_zero(at + 4, at + 8):
        judge.departure("page-reserved", at + 4)
    if count > _BATCH and domain.rules >= 2:
        judge.advice("page-batch", at)
    if record.length < 8 + 8 * count:
        judge.fault("page-length", record.at + 4)
        return

    runs = runs_of(octets, record, at + 8, count)
    for run in runs:
        if run.entry >> 52 & 0xFF:
            judge.departure("page-pfn-reserved", at + 8 + 8 * run.index)
    if not judge_entries(domain, runs, at + 8):
        return
    contents, placed = at + 8 + 8 * count, []
    for run in runs:
        if memory.has_contents(run.entry >> 60):
            run = run._replace(contents=contents, stride=page)
            contents += page * run.pages
        placed.append(run)
    if contents != at + record.length:
        judge.fault("page-length", record.at + 4)
        return
    apply(domain, placed)


def runs_of(octets, record, at, count):
    """The `count` entries at `at` as runs."""
    entries = octets.words(at, count, record.order)
    runs, start = [], 0
    for index in range(1, count + 1):
        if index < count:
            entry = entries[index]
            if entry == entries[index - 1] + 1 and entry & PFN_MASK:
                continue
        runs.append(Run(entries[start] & PFN_MASK, index - start, entries[start], start))
        start = index
    return runs


def judge_entries(domain, runs, at):
    """Judges the types and pfns of the entries at `at`; whether it is known how much contents they have."""
    for run in runs:
        _judge_run(domain, run, at + 8 * run.index)
    return not any(run.entry >> 60 in memory.INVALID for run in runs)


def _judge_run(domain, run, at):
    judge, kind, last = domain.judge, run.entry >> 60, run.first + run.pages - 1

    def at_first_beyond(bound):
        return at + 8 * max(0, bound - run.first)

    if domain.kind == ARM:
        if kind not in _ARM_TYPES:
            judge.fault("arm-page-type", at)
    elif domain.kind in MACHINES:
        if kind != memory.NOTAB:
            judge.fault("machine-page-type", at)
    elif kind in memory.INVALID:
        judge.fault("page-type", at)
    if domain.kind == HVM:
        if last >= _HVM_LIMIT:
            judge.fault("page-pfn-limit", at_first_beyond(_HVM_LIMIT))
        if memory.table_level(kind):
            judge.departure("page-type-hvm", at)
    elif domain.kind == PV:
        if domain.end_pfn is not None and last > domain.end_pfn:
            judge.fault("page-pfn-range", at_first_beyond(domain.end_pfn + 1))
        if domain.levels == 3 and memory.table_level(kind) == 4:
            judge.fault("page-type-levels", at)
    if domain.layout is not None:
        outside = domain.layout.first_outside(run.first, last)
        if outside is not None:
            judge.fault("layout-pfn", at + 8 * (outside - run.first))


def apply(domain, runs):
    """Puts runs whose contents are placed into the domain's memory, or after VERIFY compares them."""
    for run in runs:
        kind = run.entry >> 60
        if domain.kind == PV and memory.table_level(kind):
            for page in range(run.pages):
                page_tables.judge_table(domain, memory.table_level(kind), run.contents + run.stride * page)
        if not domain.verifying:
            domain.memory.put(run.first, run.pages, kind, run.contents, run.stride)
        elif domain.judge.verifier and run.contents is not None:
            _compare(domain, run)


def _compare(domain, run):
    """After VERIFY a page repeats what was there before it."""
    octets, size = domain.octets, domain.page_size
    for page in range(run.pages):
        before = domain.memory.contents(run.first + page)
        after = run.contents + run.stride * page
        if before is None or octets.read(before, size) != octets.read(after, size):
            domain.judge.departure("verify-mismatch", octets.origin(after))
