"""Chapter 16: the proposal of 2014, image version 1. It shares pages, page tables and contexts with later editions; its
framing, its order and three of its six records are its own."""
import zlib
from array import array

from . import headers, memory, page_data, vcpu
from .headers import PV
from .octets import hexadecimal
from .records import LIMIT, Record, X86_PV_VCPU_BASIC, padded
from .x86_pv import WIDTHS

END, PAGE_DATA, VCPU_INFO, VCPU_CONTEXT, X86_PV_INFO, P2M = range(6)
VERSION = 1
CHECKED = 1 << 0      # of a record's options: the checksum holds
HEADER, FOOTER = 16, 8
_X86, _X86_PV = 1, 1
_MOST_VCPUS = 8192
_MOST_PFNS = 1 << 32


class Draft:
    """The domain that is being restored from an image of version 1, with what chapters 6 and 7 ask of one."""

    rules = VERSION
    kind = PV
    page_size = memory.PAGE
    layout = None
    verifying = False

    def __init__(self, octets, judge, order, target):
        self.octets = octets
        self.judge = judge
        self.order = order
        self.target = target
        self.met = set()       # types of records
        self.memory = memory.Memory()
        self.width = self.levels = None
        self.mfns = array("Q")
        self.max_vcpu_id = None
        self.vcpus = {}

    @property
    def end_pfn(self):
        """The last pfn of the domain, as the P2M records so far say; -1 where none has come."""
        return len(self.mfns) - 1

    def take(self, record):
        """Judges a record of the image and applies it."""
        _judge_frame(self, record)
        if record.type not in _TAKERS:
            self.judge.fault("record-type", record.at)
            return
        _judge_place(self, record)
        _TAKERS[record.type](self, record)
        self.met.add(record.type)

    def state(self, consumed):
        """What a Reader restored."""
        return {
            "dsi": "state/1", "edition": "draft-b", "container": [], "endian": self.order, "octets": consumed,
            "end": "complete", "domain": {"type": "pv", "pageShift": 12, "xen": [0, 0]},
            "memory": self.memory.runs(self.octets, self.page_size),
            "pv": {
                "width": self.width, "levels": self.levels,
                "p2m": {"start": 0, "end": self.end_pfn, "frames": [hexadecimal(mfn) for mfn in self.mfns]},
                "sharedInfo": None,
                "vcpus": [{"id": number, "basic": self.octets.bulk(*contexts[X86_PV_VCPU_BASIC])}
                          for number, contexts in sorted(self.vcpus.items())],
            },
            "checkpoints": 0,
        }


def read(octets, context, judge):
    """The state that a Reader restores. Raises Reject."""
    draft, end = _walk(octets, context, judge)
    return draft.state(end)


def check(octets, context, judge):
    """Judges a whole image, and what follows its END."""
    draft, end = _walk(octets, context, judge)
    if end == octets.size:
        return
    judge.advice("image-trailing", end)
    behind = frame(octets, end, draft.order)
    if not behind.cut and behind.type == END:
        judge.departure("record-end-repeated", end)


def _walk(octets, context, judge):
    order = _headers(octets, context.get("target"), judge)
    draft = Draft(octets, judge, order, context.get("target"))
    at = 24 + 8
    while True:
        record = frame(octets, at, order)
        if record.cut == "boundary":
            judge.fatal("record-end-missing", octets.size)
        if record.cut:
            if record.cut == "body" and record.length > LIMIT:
                judge.fault("record-limit", record.at + 4)
            judge.fatal("record-truncated", octets.size)
        draft.take(record)
        at = record.end
        if record.type == END:
            return draft, at


def _headers(octets, target, judge):
    """Judges both headers; the byte order of what follows."""
    version, order = headers.image_header(octets, 0, VERSION, judge)
    if octets.size < 24 + 8:
        judge.fatal("domain-header-truncated", octets.size)
    arch, kind, page_shift, reserved = (octets.u16(at, order) for at in range(24, 32, 2))
    if arch != _X86:
        judge.fault("domain-arch", 24)
    if kind != _X86_PV:
        judge.fault("domain-type", 26)
    if target and target["kind"] != "pv" and not judge.verifier:
        judge.fault("domain-target", 26)
    if page_shift != 12:
        judge.fault("domain-page-shift", 28)
    if reserved:
        judge.departure("domain-reserved", 30)
    return order


def frame(octets, at, order):
    """The record whose header stands at `at`: a header of 16 octets, body and padding, a footer of 8."""
    if octets.size - at < HEADER:
        cut = "boundary" if octets.size == at else "header"
        return Record("draft-b", at, None, 0, octets.size, octets.size, order, cut)
    length = octets.u32(at + 4, order)
    end = at + HEADER + padded(length) + FOOTER
    cut = "body" if end > octets.size else None
    return Record("draft-b", at, octets.u32(at, order), length, at + HEADER, end, order, cut)


def _judge_frame(draft, record):
    judge, octets, order, footer = draft.judge, draft.octets, draft.order, record.end - FOOTER
    if record.length > LIMIT:
        judge.fault("record-limit", record.at + 4)
    options = octets.u16(record.at + 8, order)
    if options & ~CHECKED:
        judge.departure("record-options-reserved", record.at + 8)
    if not octets.is_zero(record.at + 10, record.at + 16):
        judge.departure("record-head-reserved", record.at + 10)
    if not octets.is_zero(footer + 4, footer + 8):
        judge.departure("record-foot-reserved", footer + 4)
    checksum = octets.u32(footer, order)
    if not options & CHECKED:
        if checksum:
            judge.departure("record-checksum-unused", footer)
        return
    covered = 0
    for piece in octets.pieces(record.body, footer):
        covered = zlib.crc32(piece, covered)
    if checksum != covered:
        judge.fault("record-checksum", footer)


def _judge_place(draft, record):
    judge, kind, at, met = draft.judge, record.type, record.at, draft.met
    if kind == X86_PV_INFO and kind in met:
        judge.fault("pv-info-repeated", at)
    if not met and kind != X86_PV_INFO:
        judge.fault("pv-info-order", at)
    if kind not in (X86_PV_INFO, P2M) and P2M not in met:
        judge.fault("p2m-late", at)
    if kind in (P2M, PAGE_DATA) and VCPU_INFO in met:
        judge.fault("memory-late", at)
    if kind in (VCPU_CONTEXT, END) and VCPU_INFO not in met:
        judge.fault("vcpu-info-late", at)
    if kind == VCPU_INFO and kind in met:
        judge.fault("vcpu-info-repeated", at)


def _take_pv_info(draft, record):
    judge, octets, at = draft.judge, draft.octets, record.body
    if record.length != 8:
        judge.fault("pv-info-length", record.at + 4)
        return
    width, levels = octets.read(at, 2)
    if (width, levels) not in WIDTHS:
        judge.fault("pv-info-width", at)
        return
    if octets.u16(at + 2, draft.order) & ~1:
        judge.departure("pv-info-reserved", at + 2)
    elif not octets.is_zero(at + 4, at + 8):
        judge.departure("pv-info-reserved", at + 4)
    draft.width, draft.levels = width, levels


def _take_p2m(draft, record):
    judge, octets, at, order = draft.judge, draft.octets, record.body, draft.order
    if record.length < 16:
        judge.fault("p2m-length", record.at + 4)
        return
    begin, end = octets.u64(at, order), octets.u64(at + 8, order)
    if begin >= end:
        judge.fault("p2m-range", at)
        return
    if end > _MOST_PFNS:
        judge.fault("p2m-limit", at + 8)
    if record.length != 16 + 8 * (end - begin):
        judge.fault("p2m-length", record.at + 4)
        return
    if begin > len(draft.mfns):
        judge.fault("p2m-gap", at)
        return
    draft.mfns[begin:end] = octets.words(at + 16, end - begin, order)


def _take_vcpu_info(draft, record):
    judge, octets, at = draft.judge, draft.octets, record.body
    if record.length != 8:
        judge.fault("vcpu-info-length", record.at + 4)
        return
    draft.max_vcpu_id = octets.u32(at, draft.order)
    if draft.max_vcpu_id >= _MOST_VCPUS:
        judge.fault("vcpu-info-limit", at)
    if not octets.is_zero(at + 4, at + 8):
        judge.departure("vcpu-info-reserved", at + 4)


def _take_vcpu_context(draft, record):
    judge, octets, at = draft.judge, draft.octets, record.body
    length = record.length - 8
    if length < 0 or draft.width and length != vcpu.BASIC_LENGTHS[draft.width]:
        judge.fault("vcpu-basic-length", record.at + 4)
        return
    number = octets.u32(at, draft.order)
    if draft.max_vcpu_id is not None and number > draft.max_vcpu_id:
        judge.fault("vcpu-id", at)
    if draft.target and number >= draft.target["vcpus"] and not judge.verifier:
        judge.fault("vcpu-id", at)
    if number in draft.vcpus:
        judge.departure("vcpu-repeated", record.at)
    if not octets.is_zero(at + 4, at + 8):
        judge.departure("vcpu-reserved", at + 4)
    draft.vcpus[number] = {X86_PV_VCPU_BASIC: (at + 8, length)}


def _take_end(draft, record):
    if record.length:
        draft.judge.fault("record-end-length", record.at + 4)
    if 0 not in draft.vcpus:
        draft.judge.fault("vcpu-basic-missing", draft.octets.size)
    vcpu.judge_contexts(draft)


_TAKERS = {END: _take_end, PAGE_DATA: page_data.take, VCPU_INFO: _take_vcpu_info, VCPU_CONTEXT: _take_vcpu_context,
           X86_PV_INFO: _take_pv_info, P2M: _take_p2m}
