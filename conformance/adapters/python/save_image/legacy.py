"""Chapter 15: legacy streams, from before Xen 4.6. They have no marker and no lengths: a cursor goes through them."""
from . import hvm_context, hvm_params, legacy_body, legacy_tail, memory, vcpu, xl
from .cursor import Break, Cursor
from .headers import HVM, KINDS, PV
from .octets import hexadecimal
from .records import X86_PV_VCPU_BASIC, X86_PV_VCPU_EXTENDED, X86_PV_VCPU_XSAVE

VERSION = 0
_MOST_PFNS = 1 << 28
_WIDTHS = {5168: (8, 4), 2800: (4, 3)}


class _Deaf:
    """A judge that only finds out how far a checkpointed stream can be followed."""

    verifier = False

    def fault(self, code, at):
        pass

    departure = advice = fault

    def fatal(self, code, at):
        raise Break


class Legacy:
    """The domain that is being restored from a legacy stream."""

    rules = VERSION
    page_size = memory.PAGE

    def __init__(self, octets, judge, context):
        self.octets = octets
        self.judge = judge
        self.target = context.get("target")
        self.checkpointed = context["stream"] != "plain"
        self.config = None
        self.memory = memory.Memory()
        self.verifying = False

        self.width = self.levels = None
        self.extended = False
        self.xsave_length = 0     # of each vCPU, with the 16 octets before it
        self.frames_at = None
        self.frames = ()
        self.online = None        # ids of the vCPUs that the tail has, where VCPU_INFO said
        self.vcpus = {}
        self.shared_info = None

        self.tsc = None
        self.hvm_params = {}
        self.hvm_param_places = {}
        self.hvm_context = []
        self.mappings = []
        self.emulator = None

        self.compressing = False  # bodies after this tail are of format B
        self.last = False         # this body is the last one
        self.tails = 0
        self._open()

    def _open(self):
        at = 0
        if xl.is_opening(self.octets):
            header = xl.read_header(self.octets, self.judge, legacy=True)
            self.config, at = header.config, header.end
        self.cursor = cursor = Cursor(self.octets, self.judge, at)
        first = cursor.take(8)
        if first == b"\xff" * 8:
            self.judge.fatal("legacy-marker", at)
        cursor.at = at
        cursor.long_width = 8 if first[4:] == bytes(4) else 4
        self.size = cursor.long()
        if not 1 <= self.size <= _MOST_PFNS:
            self.judge.fatal("legacy-size", at)
        self.kind = self._kind()
        if self.kind == PV:
            self._take_information()
            frames = -(-self.size // (memory.PAGE // self.width))
            self.frames_at = cursor.at
            self.frames = cursor.longs(frames)

    def _kind(self):
        if self.target:
            return PV if self.target["kind"] == "pv" else HVM
        return PV if self._is_signed() else HVM

    def _is_signed(self):
        """Whether a long of nothing but ones comes next."""
        width = self.cursor.long_width
        return self.octets.read(self.cursor.at, width) == b"\xff" * width

    def _take_information(self):
        judge, cursor = self.judge, self.cursor
        self.width, self.levels = (8, 4) if cursor.long_width == 8 else (4, 3)
        if not self._is_signed():
            return
        cursor.long()
        length = cursor.integer(4)
        end = cursor.skip(length) + length
        cursor.at = end - length
        described = False
        while cursor.at < end:
            at = cursor.at
            if end - at < 8:
                judge.fatal("legacy-info-length", at)
            name, size = cursor.take(4), cursor.integer(4)
            if size > end - cursor.at:
                judge.fatal("legacy-info-length", at + 4)
            data = cursor.skip(size)
            described |= name == b"vcpu"
            self._take_block(name, size, data)
        if not described:
            judge.departure("legacy-info-vcpu", end)

    def _take_block(self, name, size, data):
        judge = self.judge
        if name == b"vcpu":
            if size in _WIDTHS:
                self.width, self.levels = _WIDTHS[size]
            else:
                judge.fault("legacy-vcpu-size", data - 4)
        elif name == b"extv":
            self.extended = True
            if size:
                judge.departure("legacy-extv-size", data - 4)
        elif name == b"xcnt":
            count = self.octets.u32(data, "little")
            if size != 4 or 1 <= count <= 15:
                judge.fault("legacy-xcnt", data)
            else:
                self.xsave_length = count
        else:
            judge.departure("legacy-block", data - 8)

    def take_round(self):
        """Reads one body and its tail."""
        legacy_body.take(self)
        legacy_tail.take(self)
        self._judge_complete()
        self.tails += 1
        self.cursor.may_break = self.checkpointed

    def _judge_complete(self):
        if self.kind == HVM:
            hvm_params.judge_pair(self)
            return
        for index, frame in enumerate(self.frames):
            if frame >= self.size or self.memory.kind(frame) != memory.NOTAB:
                self.judge.fault("p2m-frame", self.frames_at + self.cursor.long_width * index)
        vcpu.judge_contexts(self)

    def state(self):
        """What a Reader restored."""
        complete = self.last or not self.checkpointed
        state = {
            "dsi": "state/1", "edition": "legacy", "container": [] if self.config is None else ["xl"],
            "endian": "little", "octets": self.cursor.at, "end": "complete" if complete else {"failover": self.tails},
            "domain": {"type": KINDS[self.kind], "pageShift": 12, "xen": [0, 0]},
            "memory": self.memory.runs(self.octets, memory.PAGE),
        }
        if self.tsc:
            state["tsc"] = self.tsc
        state.update({"pv": self._pv()} if self.kind == PV else {"hvm": self._hvm()})
        if self.mappings or self.emulator:
            state["emulators"] = [{"id": 0, "index": 0, "xenstore": self.mappings,
                                   "context": self.octets.bulk(*self.emulator) if self.emulator else None}]
        if self.config:
            state["config"] = self.config
        state["checkpoints"] = self.tails if self.checkpointed else 0
        return state

    def _pv(self):
        kinds = {"basic": X86_PV_VCPU_BASIC, "extended": X86_PV_VCPU_EXTENDED, "xsave": X86_PV_VCPU_XSAVE}
        return {
            "width": self.width, "levels": self.levels,
            "p2m": {"start": 0, "end": self.size - 1, "frames": [hexadecimal(frame) for frame in self.frames]},
            "sharedInfo": self.octets.bulk(self.shared_info, memory.PAGE),
            "vcpus": [{"id": number, **{key: self.octets.bulk(*contexts[kind])
                                        for key, kind in kinds.items() if kind in contexts}}
                      for number, contexts in sorted(self.vcpus.items())],
        }

    def _hvm(self):
        return {"params": [[index, hexadecimal(value)] for index, value in sorted(self.hvm_params.items())],
                "context": [{"type": typecode, "instance": instance, "body": self.octets.bulk(at, length)}
                            for typecode, instance, at, length in self.hvm_context if typecode != hvm_context.END]}


def check(octets, context, judge):
    """Judges a whole stream, up to where it ends or breaks, and what follows its last tail."""
    legacy, whole = Legacy(octets, judge, context), False
    try:
        while not whole:
            legacy.take_round()
            whole = legacy.last or not legacy.checkpointed
    except Break:
        pass
    if legacy.kind == PV and legacy.online is None:
        judge.advice("legacy-vcpu-info", octets.size)
    if not legacy.checkpointed and not legacy.last:
        judge.advice("legacy-last-checkpoint", octets.size)
    if whole and legacy.cursor.at < octets.size:
        judge.advice("legacy-trailing", legacy.cursor.at)


def read(octets, context, judge):
    """The state that a Reader restores: a plain stream to its tail, a checkpointed one to the last tail that is whole.
    Raises Reject."""
    rounds = 1
    if context["stream"] != "plain":
        rounds = max(1, _whole_rounds(octets, context))
    legacy = Legacy(octets, judge, context)
    for _ in range(rounds):
        legacy.take_round()
    return legacy.state()


def _whole_rounds(octets, context):
    """How many tails of a checkpointed stream can be read: what cannot is not committed, and nobody judges it."""
    rounds = 0
    try:
        scout = Legacy(octets, _Deaf(), context)
        while not scout.last:
            scout.take_round()
            rounds += 1
    except Break:
        pass
    return rounds
