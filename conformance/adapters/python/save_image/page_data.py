"""PAGE_DATA: a list of pfns with a type each, then the contents of those pages whose type has contents."""
from . import memory, page_tables
from .headers import HVM

PFN_MASK = (1 << 52) - 1
_HVM_LIMIT = 1 << 40
_BATCH = 1024


def take(domain, record):
    """Judges the batch, then applies it to the domain's memory, or after VERIFY compares it."""
    judge, octets, at = domain.judge, domain.octets, record.body
    if record.length < 8:
        judge.fault("page-length", record.at + 4)
        return
    count = octets.u32(at, record.order)
    if count == 0:
        judge.fault("page-count", at)
    if not octets.is_zero(at + 4, at + 8):
        judge.departure("page-reserved", at + 4)
    if count > _BATCH:
        judge.advice("page-batch", at)
    if record.length < 8 + 8 * count:
        judge.fault("page-length", record.at + 4)
        return

    entries = octets.words(at + 8, count, record.order)
    runs = list(_runs(entries))
    for first, pages, entry, index in runs:
        _judge_run(domain, first, pages, entry, at + 8 + 8 * index)
    if any(entry >> 60 in memory.INVALID for _, _, entry, _ in runs):
        return  # how much they hold is not known
    filled = sum(pages for _, pages, entry, _ in runs if memory.has_contents(entry >> 60))
    if record.length != 8 + 8 * count + memory.PAGE * filled:
        judge.fault("page-length", record.at + 4)
        return
    _apply(domain, runs, at + 8 + 8 * count)


def _runs(entries):
    """Entries as runs of ascending pfns of one type: first pfn, number of pages, first entry, its index."""
    start = 0
    for index in range(1, len(entries) + 1):
        if index < len(entries):
            entry = entries[index]
            if entry == entries[index - 1] + 1 and entry & PFN_MASK:
                continue
        yield entries[start] & PFN_MASK, index - start, entries[start], start
        start = index


def _judge_run(domain, first, pages, entry, at):
    judge, kind = domain.judge, entry >> 60

    def at_first_beyond(bound):
        return at + 8 * max(0, bound - first)

    if kind in memory.INVALID:
        judge.fault("page-type", at)
    if entry >> 52 & 0xFF:
        judge.departure("page-pfn-reserved", at)
    if domain.kind == HVM:
        if first + pages > _HVM_LIMIT:
            judge.fault("page-pfn-limit", at_first_beyond(_HVM_LIMIT))
        if memory.table_level(kind):
            judge.departure("page-type-hvm", at)
    else:
        if domain.end_pfn is not None and first + pages - 1 > domain.end_pfn:
            judge.fault("page-pfn-range", at_first_beyond(domain.end_pfn + 1))
        if domain.levels == 3 and memory.table_level(kind) == 4:
            judge.fault("page-type-levels", at)


def _apply(domain, runs, contents):
    for first, pages, entry, _ in runs:
        kind = entry >> 60
        if domain.kind != HVM and memory.table_level(kind):
            for page in range(pages):
                page_tables.judge_table(domain, memory.table_level(kind), contents + memory.PAGE * page)
        if not domain.verifying:
            domain.memory.put(first, pages, kind, contents)
        elif domain.judge.verifier and memory.has_contents(kind):
            _compare(domain, first, pages, contents)
        if memory.has_contents(kind):
            contents += memory.PAGE * pages


def _compare(domain, first, pages, contents):
    """After VERIFY a page repeats what was there before it."""
    octets = domain.octets
    for page in range(pages):
        before = domain.memory.contents(first + page)
        after = contents + memory.PAGE * page
        if before is None or octets.read(before, memory.PAGE) != octets.read(after, memory.PAGE):
            domain.judge.departure("verify-mismatch", after)
