"""The verbs of an adapter, protocol 1: about, read, check, write, serve; and `stream`, which is our own."""
import json
import os
import sys

from . import legacy, state
from .octets import Octets
from .reader import read
from .stream_of import stream_of
from .verdict import Reject, Unsupported
from .verifier import check
from .writer import write

EDITIONS = {"legacy": 0, "draft-b": 1, "v2": 2, "v3": 3, "v4-draft": 4}
ABOUT = {
    "protocol": 1,
    "name": "save-image-python",
    "version": "0.2.0",
    "editions": list(EDITIONS),
    "roles": ["reader", "writer", "verifier"],
    "features": ["x86-pv", "x86-hvm", "big-endian", "checkpoint", "colo", "libxl", "xl", "libvirt", "xenopsd",
                 "synthetic", "arm", "x-machine", "codec-word-delta", "codec-gzip", "codec-zstd", "codec-lz4"],
    "choices": {"byte-order": "both", "record-limit": "refuse", "static-in-v2": "refuse", "libxl-end": "infer"},
    "values": state.KEYS,
    "serve": True,
}
USAGE = """usage: dsi_adapter.py about | read IMAGE | check IMAGE | write STREAM.json OUT | serve
       dsi_adapter.py stream IMAGE STREAM.json [BLOBS]
The environment says what to act as: DSI_EDITION (v2 or v3), DSI_CONTEXT (JSON).
"""
ACCEPTED, REJECTED, MISUSED, UNSUPPORTED = 0, 1, 2, 3


def read_image(path, edition, context):
    """The reader role: an answer with an outcome, and the state of what was accepted."""
    with Octets(path) as octets:
        value = read(octets, _version(edition), _context(context))
    return {"outcome": "accept"} if value is None else {"outcome": "accept", "value": value}


def check_image(path, edition, context):
    """The verifier role: an answer with the findings."""
    with Octets(path) as octets:
        judge = check(octets, _version(edition), _context(context))
    return {"outcome": "reject" if judge.breached else "accept", "findings": judge.findings}


def write_image(stream, blobs, out, edition):
    """The writer role: OUT is there if and only if the stream was accepted."""
    if _version(edition) == legacy.VERSION:
        raise Unsupported("legacy streams are never written")
    write(stream, blobs, out, _version(edition))
    return {"outcome": "accept"}


def _version(edition):
    if edition not in EDITIONS:
        raise Unsupported("edition %s" % edition)
    return EDITIONS[edition]


def _context(context):
    return {"stream": "plain", "channel": "forward", **(context or {})}


def answer(ask, *arguments):
    """The answer of a role, whatever came of it."""
    try:
        return ask(*arguments)
    except Reject as reject:
        if getattr(reject, "what", None):
            sys.stderr.write("dsi_adapter.py: %s\n" % reject.what)
        reasons = {"code": reject.code, "at": reject.at}
        return {"outcome": "reject", **{key: reason for key, reason in reasons.items() if reason is not None}}
    except Unsupported as what:
        return {"outcome": "unsupported", "what": str(what)}


def serve(lines, out):
    """One question a line, one answer a line, until the questions end."""
    for line in lines:
        if not line.strip():
            continue
        question = json.loads(line)
        do, edition = question["do"], question.get("edition")
        if do == "read":
            reply = answer(read_image, question["image"], edition, question.get("context"))
        elif do == "check":
            reply = answer(check_image, question["image"], edition, question.get("context"))
        elif do == "write":
            reply = answer(write_image, question["stream"], question["blobs"], question["out"], edition)
        else:
            reply = {"outcome": "unsupported", "what": str(do)}
        out.write(_line({"seq": question["seq"], **reply}))
        out.flush()


def main(arguments):
    """Runs one verb and returns the exit status."""
    verb, rest = arguments[0] if arguments else "", arguments[1:]
    edition = os.environ.get("DSI_EDITION") or "v3"
    context = json.loads(os.environ.get("DSI_CONTEXT") or "{}")
    try:
        if verb == "about" and not rest:
            sys.stdout.write(_line(ABOUT))
            return ACCEPTED
        if verb == "serve" and not rest:
            serve(sys.stdin, sys.stdout)
            return ACCEPTED
        if verb == "read" and len(rest) == 1:
            return _tell(answer(read_image, rest[0], edition, context))
        if verb == "check" and len(rest) == 1:
            return _tell(answer(check_image, rest[0], edition, context))
        if verb == "write" and len(rest) == 2:
            blobs = os.path.join(os.path.dirname(os.path.abspath(rest[0])), "blobs")
            return _tell(answer(write_image, rest[0], blobs, rest[1], edition))
        if verb == "stream" and len(rest) in (2, 3):
            blobs = rest[2] if len(rest) == 3 else os.path.join(os.path.dirname(os.path.abspath(rest[1])), "blobs")
            return _tell(answer(_stream, rest[0], rest[1], blobs, edition, context))
    except OSError as error:
        sys.stderr.write("dsi_adapter.py: %s\n" % error)
        return MISUSED
    sys.stderr.write(USAGE)
    return MISUSED


def _stream(image, out, blobs, edition, context):
    if _version(edition) < 2:
        raise Unsupported("stream documents of edition %s" % edition)
    with Octets(image) as octets:
        stream = stream_of(octets, blobs, _version(edition), _context(context))
    with open(out, "w", encoding="utf-8") as file:
        file.write(_line(stream))
    return {"outcome": "accept"}


def _tell(reply):
    outcome = reply.pop("outcome")
    if outcome == "unsupported":
        sys.stderr.write("dsi_adapter.py: not supported: %s\n" % reply["what"])
        return UNSUPPORTED
    if outcome == "reject":
        sys.stdout.write(_line(reply))
        return REJECTED
    if reply:
        sys.stdout.write(_line(reply.get("value", reply)))
    return ACCEPTED


def _line(value):
    return json.dumps(value, separators=(",", ":")) + "\n"
