"""The Reader: restores a domain from an image and shows it as a state."""
from . import back_channel, draft_b, legacy, libxl, records, xenopsd
from .domain import Domain
from .layers import Layers
from .state import state_of
from .verdict import ReaderJudge

OTHERS = {legacy.VERSION: legacy, draft_b.VERSION: draft_b}  # editions of a framing of their own


def read(octets, edition, context):
    """The state that a Reader of `edition`, a version, restores; None on the back channel, which holds no domain.
    Raises Reject."""
    judge = ReaderJudge()
    if edition in OTHERS:
        return OTHERS[edition].read(octets, context, judge)
    if context["channel"] == "back":
        back_channel.walk(octets, judge)
        return None
    layers = Layers(octets, edition, context, judge)
    domain = Domain(octets, layers, judge, context)
    if context["stream"] == "plain":
        return _read_through(domain, layers.records())
    walked = list(layers.records())
    commits = [index for index, record in enumerate(walked) if record.commits]
    if not commits:
        return _read_through(domain, walked)
    return _read_checkpoints(domain, walked, commits[-1] + 1)


def _read_through(domain, walk):
    for record in walk:
        domain.take(record)
    # With option `infer`, a libxl stream whose END is cut off ends where the input does: record.end is just that.
    return state_of(domain, record.end, "complete")


def _read_checkpoints(domain, walked, committed):
    """The state of the last committed checkpoint: the first `committed` records. Of what follows only the records
    whose CHECKPOINT came are judged."""
    for record in walked[:committed]:
        domain.take(record)
    last = walked[-1]
    if _has_end(walked):
        state = state_of(domain, last.end, "complete")
    else:
        state = state_of(domain, walked[committed - 1].end, {"failover": domain.commits})
    rest = walked[committed:]
    pending = [index for index, record in enumerate(rest)
               if record.layer == "image" and record.type == records.CHECKPOINT and not record.cut]
    if pending:
        for record in rest[:pending[-1] + 1]:
            domain.take(record)
    return state


def _has_end(walked):
    ends = {"image": records.END, "libxl": libxl.END, "xenopsd": xenopsd.END_OF_IMAGE}
    return any(record.type == ends[record.layer] and not record.cut for record in walked)
