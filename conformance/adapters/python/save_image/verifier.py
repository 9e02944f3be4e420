"""The Verifier: reports every departure from the specification."""
from . import back_channel, records
from .domain import Domain
from .layers import Layers
from .reader import OTHERS
from .verdict import Stop, VerifierJudge


def check(octets, edition, context):
    """The judge, with its findings, after it went through the whole input by the rules of `edition`, a version."""
    judge = VerifierJudge()
    try:
        if edition in OTHERS:
            OTHERS[edition].check(octets, context, judge)
        elif context["channel"] == "back":
            back_channel.walk(octets, judge)
        else:
            _check_forward(octets, edition, context, judge)
    except Stop:
        pass
    return judge


def _check_forward(octets, edition, context, judge):
    layers = Layers(octets, edition, context, judge)
    domain = Domain(octets, layers, judge, context)
    for record in layers.records():
        domain.take(record)
    if record.cut or record.end == octets.size:
        return
    judge.advice("image-trailing", record.end)
    if not layers.container:
        _judge_second_end(layers, record, judge)


def _judge_second_end(layers, end, judge):
    """Whether another END follows directly behind a bare image's. Behind an image in a libxl stream, END is that
    stream's own."""
    record = layers.frame(end.end)
    if not record.cut and record.type == records.END:
        judge.departure("record-end-repeated", record.at)
