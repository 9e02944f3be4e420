"""The image header (24 octets, always big-endian) and the domain header (16 octets, in the image's byte order)."""
from collections import namedtuple

MARKER = b"\xff" * 8
ID = b"XENF"
PV, HVM = 1, 2
KINDS = {PV: "pv", HVM: "hvm"}
LENGTH = 24 + 16

# at: offset of the marker. rules: the version whose rules apply, 2 or 3. order: "little" or "big". kind: PV or HVM.
ImageHeader = namedtuple("ImageHeader", "at version rules order kind page_shift xen_major xen_minor")


def read_headers(octets, at, edition, target, judge):
    """Both headers of the image that begins at `at`, as a Reader or Verifier of `edition` (2 or 3) takes them."""
    version, order = _image_header(octets, at, edition, judge)
    rules = version if version in (2, 3) else edition
    return _domain_header(octets, at, version, rules, order, target, judge)


def _image_header(octets, at, edition, judge):
    head = octets.read(at, 24)
    if head[:8] != MARKER[:len(head)]:
        judge.fatal("image-marker", at)
    if head[8:12] != ID[:len(head[8:])]:
        judge.fatal("image-id", at + 8)
    if len(head) < 24:
        judge.fatal("image-header-truncated", octets.size)

    version = int.from_bytes(head[12:16], "big")
    if edition == 3 and version == 2:
        judge.departure("image-version-previous", at + 12)
        judge.departure("image-version", at + 12)
    elif version != edition:
        judge.fault("image-version", at + 12)
    options = int.from_bytes(head[16:18], "big")
    if options & ~1:
        judge.departure("image-options-reserved", at + 16)
    if any(head[18:]):
        judge.departure("image-reserved", at + 18)
    return version, "big" if options & 1 else "little"


def _domain_header(octets, at, version, rules, order, target, judge):
    domain = at + 24
    if octets.size - domain < 16:
        judge.fatal("domain-header-truncated", octets.size)
    kind = octets.u32(domain, order)
    page_shift = octets.u16(domain + 4, order)
    if kind not in KINDS:
        judge.fatal("domain-type", domain)
    if target and KINDS[kind] != target["kind"] and not judge.verifier:
        judge.fault("domain-target", domain)
    if page_shift != 12:
        judge.fault("domain-page-shift", domain + 4)
    if not octets.is_zero(domain + 6, domain + 8):
        judge.departure("domain-reserved", domain + 6)
    return ImageHeader(at, version, rules, order, kind, page_shift,
                       octets.u32(domain + 8, order), octets.u32(domain + 12, order))
