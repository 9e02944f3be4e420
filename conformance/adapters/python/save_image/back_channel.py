"""The back channel of a COLO stream: records without any header before them, little-endian as on every x86 host."""
from . import libxl, records

_ORDER = "little"


def walk(octets, judge):
    """Judges the records that a COLO secondary sends. The channel ends where its input does."""
    at = 0
    while True:
        record = records.frame(octets, "back", at, _ORDER)
        if record.cut == "boundary" or record.cut == "header":
            return
        if record.type == libxl.CHECKPOINT_STATE:
            if not record.cut and libxl.judge_checkpoint_state(judge, octets, record) == 0:
                judge.fault("libxl-checkpoint-direction", record.body)
        elif record.type != records.CHECKPOINT_DIRTY_PFN_LIST:
            judge.fault("back-channel-type", record.at)
        elif record.length % 8:
            judge.fault("dirty-list-length", record.at + 4)
        if record.cut:
            return
        if not records.padding_is_zero(octets, record):
            code = "libxl-padding" if record.type == libxl.CHECKPOINT_STATE else "record-padding"
            judge.departure(code, record.body + record.length)
        at = record.end
