"""Chapters 20 and 21.1: REQUIRES, and whether an image keeps to what it said there."""
from . import records as r

RECORD_TYPES, CODECS, RECORD_LIMIT = 2, 3, 5
_MOST_OCTETS = 4096
_DEFINED_CODECS = 0b11111
_SKIPPED = 1 << 31
# The types that edition v4-draft gives out, and that REQUIRES may name: those that it knows.
_GIVEN_OUT = r.LAST[4]


class Requires:
    """What REQUIRES said. types: pairs of first and last. codecs: a bit for each. limit: of body_length, or None."""

    def __init__(self):
        self.types = []
        self.codecs = 0
        self.limit = None

    def names(self, kind):
        return any(first <= kind <= last for first, last in self.types)


def judge_record(domain, record):
    """Judges any record against REQUIRES, which comes first. What cannot stand in an image at all is at fault for
    that alone."""
    judge, kind, requires = domain.judge, record.type, domain.requires
    if domain.previous is None and kind != r.REQUIRES:
        judge.fault("requires-first", record.at)
    if requires is None:
        return
    if requires.limit is not None and record.length > requires.limit:
        judge.fault("requires-broken-limit", record.at + 4)
    never = kind in (r.REQUIRES, r.TOOLSTACK, r.CHECKPOINT_DIRTY_PFN_LIST)
    if kind <= _GIVEN_OUT and not never and not requires.names(kind):
        judge.fault("requires-broken-type", record.at)


def take(domain, record):
    """Judges REQUIRES: items that ascend by tag."""
    judge, octets = domain.judge, domain.octets
    if domain.requires is not None:
        judge.fault("requires-repeated", record.at)
        return
    domain.requires = requires = Requires()
    if record.length > _MOST_OCTETS:
        judge.fault("requires-layout", record.at + 4)
        return
    at, end, previous = record.body, record.body + record.length, -1
    while at < end:
        if end - at < 8 or octets.u32(at + 4, record.order) > end - at - 8:
            judge.fault("requires-layout", at)
            break
        tag, length = octets.u32(at, record.order), octets.u32(at + 4, record.order)
        if tag <= previous:
            judge.fault("requires-order", at)
        previous = tag
        _take_item(domain, requires, record, tag, at, length)
        at += 8 + length
    if not requires.types:
        judge.fault("requires-types", end)


def _take_item(domain, requires, record, tag, at, length):
    judge, octets, order = domain.judge, domain.octets, record.order
    if not tag & _SKIPPED and tag not in (RECORD_TYPES, CODECS, RECORD_LIMIT):
        judge.fault("requires-tag", at)
        return
    if length % 8 or tag in (CODECS, RECORD_LIMIT) and length != 8 or tag == RECORD_TYPES and not length:
        judge.fault("requires-item-length", at + 4)
        return
    value = at + 8
    if tag == RECORD_TYPES:
        for pair in range(value, value + length, 8):
            first, last = octets.u32(pair, order), octets.u32(pair + 4, order)
            if first > last or last > _GIVEN_OUT:
                judge.fault("requires-types", pair)
            requires.types.append((first, last))
    elif tag == CODECS:
        requires.codecs = octets.u64(value, order)
        if requires.codecs & ~_DEFINED_CODECS:
            judge.fault("requires-codecs", value)
    elif tag == RECORD_LIMIT:
        requires.limit = octets.u64(value, order)
        if requires.limit > r.LIMIT:
            judge.fault("requires-limit", value)
