"""Chapters 2, 3 and 17: the image header (24 octets, 40 from version 4 on, always big-endian) and the domain header (16
octets, in the image's byte order)."""
from collections import namedtuple

from . import integrity

MARKER = b"\xff" * 8
ID = b"XENF"
EDITIONS = {2: "v2", 3: "v3", 4: "v4-draft"}
PV, HVM, ARM, V86, QEMU = 1, 2, 5, 6, 7
KINDS = {PV: "pv", HVM: "hvm", ARM: "arm", V86: "v86", QEMU: "qemu"}
MACHINES = (V86, QEMU)
_KINDS_OF = {2: (PV, HVM), 3: (PV, HVM), 4: tuple(KINDS)}
_DOMAIN = 16


class ImageHeader(namedtuple("ImageHeader", "at domain end version rules order record_check image_digest "
                                            "kind page_shift xen_major xen_minor")):
    """What the two headers of an image say.

    at: offset of the marker; domain: of the domain header; end: of the first record. rules: the version whose rules
    apply. order: "little" or "big". record_check, image_digest: numbers of algorithms."""

    @property
    def page_size(self):
        """Octets of a page: 4096 for every x86 domain."""
        return 1 << self.page_shift if self.kind == ARM else 4096


def read_headers(octets, at, edition, target, judge):
    """Both headers of the image that begins at `at`, as a Reader or Verifier of `edition`, a version, takes them."""
    version, order = image_header(octets, at, edition, judge)
    rules = version if version in EDITIONS and version < edition else edition
    record_check, image_digest = _features(octets, at, judge) if rules == 4 else (0, 0)
    domain = at + (40 if rules == 4 else 24)
    kind, page_shift = _domain_header(octets, domain, rules, order, target, judge)
    end = domain + _DOMAIN + integrity.LENGTHS[record_check]
    return ImageHeader(at, domain, end, version, rules, order, record_check, image_digest, kind, page_shift,
                       octets.u32(domain + 8, order), octets.u32(domain + 12, order))


def image_header(octets, at, edition, judge):
    """Judges the 24 octets that every version has; the version, and the byte order of what follows."""
    head = octets.read(at, 24)
    if head[:8] != MARKER[:len(head)]:
        judge.fatal("image-marker", at)
    if head[8:12] != ID[:len(head[8:])]:
        judge.fatal("image-id", at + 8)
    if len(head) < 24:
        judge.fatal("image-header-truncated", octets.size)

    version = int.from_bytes(head[12:16], "big")
    if EDITIONS.keys() >= {version, edition} and version < edition:
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


def _features(octets, at, judge):
    """What version 4 appends to the image header: record_check and image_digest."""
    if octets.size < at + 40:
        judge.fatal("image-header-truncated", octets.size)
    if octets.u32(at + 24, "big"):
        judge.fault("image-incompat", at + 24)
    if octets.u32(at + 28, "big"):
        judge.departure("image-compat", at + 28)
    record_check, image_digest = octets.u16(at + 32, "big"), octets.u16(at + 34, "big")
    if record_check not in integrity.LENGTHS:
        judge.fatal("image-record-check", at + 32)
    if image_digest not in integrity.LENGTHS:
        judge.fatal("image-digest-kind", at + 34)
    if octets.u32(at + 36, "big"):
        judge.fault("image-reserved-v4", at + 36)
    return record_check, image_digest


def _domain_header(octets, domain, rules, order, target, judge):
    if octets.size - domain < _DOMAIN:
        judge.fatal("domain-header-truncated", octets.size)
    kind = octets.u32(domain, order)
    page_shift = octets.u16(domain + 4, order)
    if kind not in _KINDS_OF[rules]:
        judge.fatal("domain-type", domain)
    if target and KINDS[kind] != target["kind"] and not judge.verifier:
        judge.fault("domain-target", domain)
    if kind == ARM and page_shift not in (12, 14, 16):
        judge.fatal("arm-page-shift", domain + 4)
    if kind != ARM and page_shift != 12:
        judge.fault("machine-page-shift" if kind in MACHINES else "domain-page-shift", domain + 4)
    if not octets.is_zero(domain + 6, domain + 8):
        judge.departure("domain-reserved", domain + 6)
    return kind, page_shift
