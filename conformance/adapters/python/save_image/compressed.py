"""Chapter 19: PAGE_DATA_COMPRESSED. Its entries are those of page data, its contents come out of frames."""
from collections import namedtuple

from . import codecs, memory, records as r, word_delta
from .page_data import ZERO_PAGE, apply, judge_entries, runs_of

_ONE_EACH = 1 << 0
_RESERVED = 0x7F << 53

# Where a frame stands, and the numbers (of those that are sent) of the first page in it and of the one behind the last.
Frame = namedtuple("Frame", "at length first end")


def take(domain, record):
    """Judges the batch, decodes its frames, then treats it like any other page data."""
    judge, octets, at, order = domain.judge, domain.octets, record.body, record.order
    if record.length < 16:
        judge.fault("zip-layout", record.at + 4)
        return
    count = octets.u32(at, order)
    codec, flags, raw_length = octets.u16(at + 4, order), octets.u16(at + 6, order), octets.u64(at + 8, order)
    if count == 0:
        judge.fault("zip-count", at)
    if not _judge_codec(domain, codec, at + 4):
        return
    if flags & ~_ONE_EACH:
        judge.fault("zip-flags", at + 6)
    if record.length < 16 + 8 * count:
        judge.fault("zip-layout", record.at + 4)
        return
    runs = runs_of(octets, record, at + 16, count)
    if not _judge_entries(domain, runs, codec, at + 16):
        return
    sent = [run.first + page for run in runs if _is_sent(run) for page in range(run.pages)]
    if raw_length != domain.page_size * len(sent) or raw_length > r.LIMIT:
        judge.fault("zip-raw-length", at + 8)
        return
    frames = _frames(domain, record, at + 16 + 8 * count, len(sent), flags & _ONE_EACH)
    if frames is None:
        return
    pages = _decode(domain, codec, frames, sent, runs)
    if pages is not None:
        apply(domain, list(_placed(domain, record, runs, pages)))


def _judge_codec(domain, codec, at):
    """Whether the codec is one of those that are defined; that REQUIRES names it is judged too."""
    if codec > codecs.LZ4:
        domain.judge.fault("zip-codec", at)
        return False
    if codec and domain.requires and not domain.requires.codecs >> codec & 1:
        domain.judge.fault("requires-broken-codec", at)
    return True


def _is_sent(run):
    return memory.has_contents(run.entry >> 60) and not run.entry & ZERO_PAGE


def _judge_entries(domain, runs, codec, at):
    judge, met = domain.judge, set()
    for run in runs:
        here = at + 8 * run.index
        if run.entry & _RESERVED:
            judge.fault("zip-entry-reserved", here)
        if run.entry & ZERO_PAGE and not memory.has_contents(run.entry >> 60):
            judge.fault("zip-zero-type", here)
        if codec == codecs.WORD_DELTA:
            pfns = range(run.first, run.first + run.pages)
            if not met.isdisjoint(pfns):
                judge.fault("zip-delta-repeated", here)
            met.update(pfns)
    return judge_entries(domain, runs, at)


def _frames(domain, record, at, sent, one_each):
    """The frames behind the entries, which end at `at`; None where the body does not end with the last of them."""
    judge, octets, end = domain.judge, domain.octets, record.body + record.length
    if sent == 0:
        frames = []
    elif not one_each:
        return [Frame(at, end - at, 0, sent)]
    else:
        place = record.body + r.padded(at + 4 * sent - record.body)
        if place > end:
            judge.fault("zip-layout", record.at + 4)
            return None
        if not octets.is_zero(at + 4 * sent, place):
            judge.fault("zip-padding", at + 4 * sent)
        frames = []
        for page in range(sent):
            length = octets.u32(at + 4 * page, record.order)
            frames.append(Frame(place, length, page, page + 1))
            place += length
        at = place
    if at != end:
        judge.fault("zip-layout", record.at + 4)
        return None
    return frames


def _decode(domain, codec, frames, sent, runs):
    """Offsets of the contents of the pages that are sent; None where a frame is at fault."""
    octets, size, pages = domain.octets, domain.page_size, []
    for frame in frames:
        length = size * (frame.end - frame.first)
        if codec == codecs.NONE and frame.length == length:
            contents = frame.at
        else:
            data = octets.read(frame.at, frame.length)
            try:
                if codec == codecs.WORD_DELTA:
                    decoded = _deltas(domain, data, sent[frame.first:frame.end], runs)
                else:
                    decoded = codecs.decode(codec, data, length)
            except codecs.Unsound as fault:
                domain.judge.fault(fault.code, frame.at)
                return None
            except word_delta.NoBase as fault:
                domain.judge.fault("zip-delta-base", frame.at + fault.at)
                return None
            except word_delta.Unsound as fault:
                domain.judge.fault("zip-frame", frame.at + fault.at)
                return None
            contents = octets.keep(decoded, frame.at)
        pages.extend(range(contents, contents + length, size))
    return pages


def _deltas(domain, data, pfns, runs):
    """The pages that a frame of page codes stands for."""
    kinds = {run.first + page: run.entry >> 60 for run in runs for page in range(run.pages)}

    def base_of(pfn):
        if kinds[pfn] != memory.NOTAB or domain.memory.kind(pfn) != memory.NOTAB:
            return None
        return domain.octets.read(domain.memory.contents(pfn), domain.page_size)

    at, pages = 0, []
    for pfn in pfns:
        page, at = word_delta.decode(data, at, domain.page_size, lambda pfn=pfn: base_of(pfn))
        pages.append(page)
    if at != len(data):
        raise word_delta.Unsound(at)
    return b"".join(pages)


def _placed(domain, record, runs, pages):
    """The runs with the places of their contents; pages of zeros share one."""
    next_page, zeros = 0, None
    for run in runs:
        if run.entry & ZERO_PAGE:
            if zeros is None:
                zeros = domain.octets.keep(bytes(domain.page_size), record.body)
            yield run._replace(contents=zeros, stride=0)
        elif memory.has_contents(run.entry >> 60):
            at = next_page
            next_page += run.pages
            for page in range(run.pages):
                yield run._replace(first=run.first + page, pages=1, index=run.index + page, contents=pages[at + page])
        else:
            yield run
