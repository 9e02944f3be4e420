"""The libxl stream: a big-endian header of 16 octets, then records of a type space of their own."""
import re
from collections import namedtuple

from . import records
from .headers import PV

IDENT = b"LibxlFmt"
HEADER_LENGTH = 16
END, LIBXC_CONTEXT, EMULATOR_XENSTORE_DATA, EMULATOR_CONTEXT, CHECKPOINT_END, CHECKPOINT_STATE = range(6)
_MARKERS = (END, LIBXC_CONTEXT, CHECKPOINT_END)

_KEY = re.compile(rb"[A-Za-z0-9\-/_@]*")
_VALUE = re.compile(rb"[ -~]*")

LibxlHeader = namedtuple("LibxlHeader", "at options order converted")


def read_header(octets, at, judge):
    """The header of the libxl stream that begins at `at`."""
    head = octets.read(at, HEADER_LENGTH)
    if head[:8] != IDENT[:len(head)]:
        judge.fatal("libxl-ident", at)
    if len(head) < HEADER_LENGTH:
        judge.fatal("libxl-truncated", octets.size)
    if octets.u32(at + 8, "big") != 2:
        judge.fault("libxl-version", at + 8)
    options = octets.u32(at + 12, "big")
    if options & ~3:
        judge.departure("libxl-options-reserved", at + 12)
    return LibxlHeader(at, options, "big" if options & 1 else "little", bool(options & 2))


class Emulators:
    """What the emulators' records said: the last of each kind, emulator id and index."""

    def __init__(self):
        self.xenstore = {}
        self.context = {}
        self.met = set()     # (type, id, index) in this stream or since the last checkpoint
        self.places = []     # offsets of records that came before the image showed the domain's kind


def take(domain, record):
    """Judges one record of the libxl layer and applies it."""
    judge, octets = domain.judge, domain.octets
    kind = record.type
    if record.cut:
        if record.cut == "body":
            _judge_head(domain, record)
        _judge_cut(domain, record)
        return
    _judge_head(domain, record)
    if not records.padding_is_zero(octets, record):
        judge.departure("libxl-padding", record.body + record.length)
    if record.place == "before" and kind not in (LIBXC_CONTEXT, END):
        judge.departure("libxl-image-late", record.at)
    if kind in _TAKERS:
        _TAKERS[kind](domain, record)


def _judge_head(domain, record):
    kind = record.type
    if CHECKPOINT_STATE < kind < records.OPTIONAL:
        domain.judge.fault("libxl-unknown-mandatory", record.at)
    if kind in _MARKERS and record.length:
        domain.judge.departure("libxl-marker-length", record.at + 4)


def _judge_cut(domain, record):
    judge, end = domain.judge, domain.octets.size
    if record.place == "after":
        if record.cut != "body":  # option `infer` of the choice libxl-end: the end of the input stands for END
            if not domain.commits:
                judge.departure("libxl-end-missing", end)
            if record.cut != "boundary":
                judge.departure("libxl-truncated", end)
            judge_kind(domain)
            return
    elif domain.checkpointed and record.place in ("block", "dialogue"):
        domain.break_off()
        return
    elif record.cut == "boundary":
        judge.fault("libxl-image-missing", end)
    judge.fatal("libxl-truncated", end)


def _take_end(domain, record):
    judge, end = domain.judge, domain.octets.size
    if record.place == "before":
        judge.fault("libxl-image-missing", end)
    elif record.place == "block" and not domain.commits:
        judge.fault("libxl-truncated", end)
    judge_kind(domain)


def _take_libxc_context(domain, record):
    if record.place != "before":
        domain.judge.fatal("libxl-image-repeated", record.at)


def _take_checkpoint_end(domain, record):
    if record.place != "block":
        domain.judge.fault("libxl-checkpoint-end", record.at)
    domain.emulators.met.clear()


def judge_kind(domain):
    """Emulator records that came before the image are judged once the image has shown the domain's kind."""
    if domain.image and domain.kind == PV:
        for at in domain.emulators.places:
            domain.judge.fault("libxl-emulator-kind", at)
    domain.emulators.places.clear()


def _take_emulator(domain, record):
    judge, octets, emulators = domain.judge, domain.octets, domain.emulators
    emulators.places.append(record.at)
    if domain.image:
        judge_kind(domain)
    if record.length < 8:
        judge.fault("libxl-emulator-length", record.at + 4)
        return
    emulator = octets.u32(record.body, record.order), octets.u32(record.body + 4, record.order)
    if emulator[0] not in ((0, 1, 2) if domain.layers.libxl.converted else (1, 2)):
        judge.departure("libxl-emulator-id", record.body)
    if (record.type, emulator) in emulators.met:
        judge.departure("libxl-emulator-repeated", record.at)
    if record.type == EMULATOR_XENSTORE_DATA and (EMULATOR_CONTEXT, emulator) in emulators.met:
        judge.departure("libxl-emulator-order", record.at)
    emulators.met.add((record.type, emulator))

    at, length = record.body + 8, record.length - 8
    if record.type == EMULATOR_CONTEXT:
        if length:
            emulators.context[emulator] = at, length
    else:
        pairs = _xenstore_pairs(judge, octets.read(at, length), at)
        if pairs:
            emulators.xenstore[emulator] = pairs


def _xenstore_pairs(judge, data, at):
    strings = data.split(b"\0")
    if strings.pop():
        judge.fault("libxl-xenstore-strings", at + data.rfind(b"\0") + 1)
    elif len(strings) % 2:
        judge.fault("libxl-xenstore-strings", at)
    pairs = []
    for key, value in zip(strings[::2], strings[1::2]):
        if not key or key.startswith(b"/"):
            judge.fault("libxl-xenstore-key", at)
        if not _KEY.fullmatch(key):
            judge.departure("libxl-xenstore-charset", at)
        if not _VALUE.fullmatch(value):
            judge.departure("libxl-xenstore-value", at + len(key) + 1)
        pairs.append((key, value))
        at += len(key) + len(value) + 2
    return pairs


def _take_checkpoint_state(domain, record):
    judge = domain.judge
    if domain.stream != "colo":
        judge.fault("libxl-checkpoint-state-place", record.at)
        return
    if record.place in ("before", "after"):
        judge.departure("libxl-checkpoint-state-place", record.at)
    control = judge_checkpoint_state(judge, domain.octets, record)
    if control in (1, 2, 3):
        judge.fault("libxl-checkpoint-direction", record.body)


def judge_checkpoint_state(judge, octets, record):
    """The control id of CHECKPOINT_STATE, on either channel; None where there is none."""
    if record.length < 4:
        judge.fault("libxl-checkpoint-state", record.at + 4)
        return None
    control = octets.u32(record.body, record.order)
    if control > 3:
        judge.fault("libxl-checkpoint-state", record.body)
    if record.length not in (4, 8):
        judge.departure("libxl-checkpoint-state-rest", record.at + 4)
    elif not octets.is_zero(record.body + 4, record.body + record.length):
        judge.departure("libxl-checkpoint-state-rest", record.body + 4)
    return control


_TAKERS = {END: _take_end, LIBXC_CONTEXT: _take_libxc_context, EMULATOR_XENSTORE_DATA: _take_emulator,
           EMULATOR_CONTEXT: _take_emulator, CHECKPOINT_END: _take_checkpoint_end,
           CHECKPOINT_STATE: _take_checkpoint_state}
