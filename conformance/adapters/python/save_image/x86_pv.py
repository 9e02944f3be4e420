"""Chapter 7, and 21.3: X86_PV_INFO, X86_PV_P2M_FRAMES and SHARED_INFO."""
from collections import namedtuple

from .memory import NOTAB, PAGE

WIDTHS = {(4, 3), (8, 4)}
# In SHARED_INFO, by guest width: pfn_to_mfn_frame_list_list and p2m_cr3.
_HOST_FRAMES = {8: (3096, 3112), 4: (2320, 2328)}

# start, end: pfns. at: offset of the first frame. frames: their pfns.
Window = namedtuple("Window", "start end at frames")


def take_info(domain, record):
    """guest_width and pt_levels, an octet each."""
    judge = domain.judge
    if record.length < 8:
        judge.fault("pv-info-short", record.at + 4)
        return
    if record.length > 8:
        domain.liberty("pv-info-length", record.at + 4)
    width, levels = domain.octets.read(record.body, 2)
    if (width, levels) not in WIDTHS:
        judge.fault("pv-info-width", record.body)
        return
    if not domain.octets.is_zero(record.body + 2, record.body + 8):
        judge.departure("pv-info-reserved", record.body + 2)
    domain.width, domain.levels = width, levels


def take_p2m_frames(domain, record):
    """start_pfn and end_pfn, then the pfns of the frames that hold the guest's table from pfn to machine frame."""
    judge, octets, at = domain.judge, domain.octets, record.body
    if record.length < 8:
        judge.fault("p2m-length", record.at + 4)
        return
    start, end = octets.u32(at, record.order), octets.u32(at + 4, record.order)
    if start > end:
        judge.fault("p2m-order", at)
    if domain.rules >= 4:
        _judge_window(domain, start, at)
    elif start:
        judge.departure("p2m-start", at)
    if end == 0:
        judge.fault("p2m-empty", at + 4)
    if domain.width:
        covered = PAGE // domain.width
        if start <= end and record.length != 8 + 8 * (end // covered - start // covered + 1):
            judge.fault("p2m-length", record.at + 4)
    domain.end_pfn = end
    window = Window(start, end, at + 8, octets.words(at + 8, (record.length - 8) // 8, record.order))
    domain.p2m = domain.p2m + [window] if domain.rules >= 4 else [window]


def _judge_window(domain, start, at):
    """From version 4 on windows follow each other without a gap, each at the start of a frame."""
    expected = domain.p2m[-1].end + 1 if domain.p2m else 0
    if start != expected or domain.width and start % (PAGE // domain.width):
        domain.judge.fault("p2m-window", at)


def judge_frames(domain):
    """The frames of X86_PV_P2M_FRAMES against the memory that the image left behind."""
    met = set()
    for window in domain.p2m:
        for index, frame in enumerate(window.frames):
            at = window.at + 8 * index
            if frame > domain.end_pfn or domain.memory.kind(frame) != NOTAB:
                domain.judge.fault("p2m-frame", at)
            if frame in met:
                domain.judge.departure("p2m-frame-repeated", at)
            met.add(frame)


def take_shared_info(domain, record):
    """The page that the guest shares with Xen."""
    if record.length != PAGE:
        domain.judge.fault("shared-info-length", record.at + 4)
        return
    domain.shared_info = record.body
    if domain.rules >= 4 and domain.width:
        for field in _HOST_FRAMES[domain.width]:
            if not domain.octets.is_zero(record.body + field, record.body + field + domain.width):
                domain.judge.advice("shared-info-host", record.body + field)
