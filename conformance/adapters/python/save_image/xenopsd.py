"""Chapter 14: the suspend image of xenopsd, a signature and a chain of parts, one of which is the image."""
import re

from .headers import PV
from .records import Record
from .verdict import Unsupported

SIGNATURE = b"XenSavedDomv2-\n"
XENOPS, LIBXC, QEMU_TRAD, VARSTORED, SWTPM0, SWTPM, END_OF_IMAGE = 0x0F, 0xF0, 0xF00, 0xF11, 0xF12, 0xF13, 0xFFFF
DEMU = 0xF10
_DEVICES = (QEMU_TRAD, VARSTORED, SWTPM0, SWTPM)
_MARKERS = (LIBXC, END_OF_IMAGE)
_KNOWN = (XENOPS,) + _MARKERS + _DEVICES
_HEADER = 16
_MOST_QEMU = 1 << 20


def read_signature(octets, judge):
    """Judges the signature; the offset of the first part."""
    head = octets.read(0, len(SIGNATURE))
    if head != SIGNATURE[:len(head)]:
        judge.fatal("xenopsd-signature", 0)
    if len(head) < len(SIGNATURE):
        judge.fatal("xenopsd-truncated", octets.size)
    return len(SIGNATURE)


def frame(octets, at):
    """The part whose header stands at `at`, as a record of this layer."""
    if octets.size - at < _HEADER:
        return Record("xenopsd", at, None, 0, octets.size, octets.size, "little", "header")
    kind, length = octets.u64(at, "little"), octets.u64(at + 8, "little")
    body = at + _HEADER
    end = body if kind in _MARKERS else body + length
    cut = "body" if end > octets.size else None
    return Record("xenopsd", at, kind, length, body, min(end, octets.size), "little", cut)


class Parts:
    """What the parts said so far."""

    def __init__(self):
        self.met = set()
        self.devices = []  # offsets of parts of devices that came before the image showed the domain's kind


def take(domain, part):
    """Judges one part and applies it."""
    judge, parts, kind = domain.judge, domain.parts, part.type
    if kind is None:
        judge.fatal("xenopsd-truncated", domain.octets.size)
    if kind == DEMU:
        raise Unsupported("a part Demu, whose end nobody but its writer knows")
    if kind not in _KNOWN:
        judge.fatal("xenopsd-part-type", part.at)
    _judge_length(judge, part)
    if part.cut:
        judge.fatal("xenopsd-truncated", domain.octets.size)
    if not parts.met and kind != XENOPS:
        judge.departure("xenopsd-first-part", part.at)
    if kind in parts.met:
        if kind == LIBXC:
            judge.fatal("xenopsd-image-repeated", part.at)
        judge.departure("xenopsd-part-repeated", part.at)
    if kind in _DEVICES:
        _take_device(domain, part)
    elif kind == XENOPS and judge.verifier and not is_xenops(domain.octets.read(part.body, part.length)):
        judge.departure("xenopsd-xenops-text", part.body)
    elif kind == END_OF_IMAGE:
        if LIBXC not in parts.met:
            judge.fault("xenopsd-image-missing", part.at)
        _judge_kind(domain)
    parts.met.add(kind)


def _judge_length(judge, part):
    if part.type in _MARKERS:
        if part.length:
            judge.departure("xenopsd-marker-length", part.at + 8)
    elif part.length >> 63:
        judge.fatal("xenopsd-part-length", part.at + 8)
    elif part.type == QEMU_TRAD and part.length > _MOST_QEMU:
        judge.fault("xenopsd-qemu-length", part.at + 8)


def _take_device(domain, part):
    if LIBXC not in domain.parts.met:
        domain.judge.departure("xenopsd-part-early", part.at)
    domain.parts.devices.append(part.at)
    if part.length:
        domain.emulators.context[part.type, 0] = part.body, part.length


def _judge_kind(domain):
    if domain.image and domain.kind == PV:
        for at in domain.parts.devices:
            domain.judge.departure("xenopsd-part-kind", at)


_TOKEN = re.compile(rb"[ \t\n\f\r]*(?:(?P<paren>[()])|(?P<atom>[^ \t\n\f\r()\";]+)|\"(?P<quoted>(?:[^\"\\]|\\.)*)\")",
                    re.DOTALL)
_REQUIRED, _FIELDS = {b"time", b"word_size"}, {b"time", b"word_size", b"vm_str", b"xs_subtree"}


def is_xenops(text):
    """Whether the contents of Xenops are one list of the fields that stand there."""
    items = _parsed(text)
    if items is None or len(items) != 1 or not isinstance(items[0], list):
        return False
    names = []
    for field in items[0]:
        if not isinstance(field, list) or len(field) != 2 or not isinstance(field[0], bytes):
            return False
        names.append(field[0])
    return len(names) == len(set(names)) and _REQUIRED <= set(names) <= _FIELDS


def _parsed(text):
    """The items of an s-expression: lists, and atoms as bytes; None where it is none."""
    stack, at = [[]], 0
    end = len(text.rstrip(b" \t\n\f\r"))
    while at < end:
        token = _TOKEN.match(text, at)
        if not token:
            return None
        at = token.end()
        if token["paren"] == b"(":
            stack.append([])
        elif token["paren"]:
            if len(stack) == 1:
                return None
            items = stack.pop()
            stack[-1].append(items)
        elif token["atom"] is not None:
            stack[-1].append(token["atom"])
        else:
            stack[-1].append(re.sub(rb"\\(.)", rb"\1", token["quoted"], flags=re.DOTALL))
    return stack[0] if len(stack) == 1 else None
