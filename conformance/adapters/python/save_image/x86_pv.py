"""X86_PV_INFO, X86_PV_P2M_FRAMES and SHARED_INFO."""
from .memory import NOTAB, PAGE

WIDTHS = {(4, 3), (8, 4)}


def take_info(domain, record):
    """guest_width and pt_levels, an octet each."""
    judge = domain.judge
    if record.length < 8:
        judge.fault("pv-info-short", record.at + 4)
        return
    if record.length > 8:
        judge.departure("pv-info-length", record.at + 4)
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
    if start:
        judge.departure("p2m-start", at)
    if end == 0:
        judge.fault("p2m-empty", at + 4)
    if domain.width:
        covered = PAGE // domain.width
        if start <= end and record.length != 8 + 8 * (end // covered - start // covered + 1):
            judge.fault("p2m-length", record.at + 4)
    domain.end_pfn = end
    domain.p2m = record, start, octets.words(at + 8, (record.length - 8) // 8, record.order)


def judge_frames(domain):
    """The frames of the last X86_PV_P2M_FRAMES against the memory that the image left behind."""
    record, _, frames = domain.p2m
    met = set()
    for index, frame in enumerate(frames):
        at = record.body + 8 + 8 * index
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
