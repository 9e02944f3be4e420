"""The domain that is being restored: what the records of an image have said so far."""
from . import (arm, capabilities, compressed, hvm_context, hvm_params, integrity, libxl, machine, order, page_data,
               records as r, vcpu, x86_common, x86_pv, xenopsd)
from .headers import ARM, KINDS, MACHINES, PV
from .memory import Memory


class Domain:
    """Takes the records of the layers in turn. `judge` says what becomes of a departure; `layers` knows the headers."""

    def __init__(self, octets, layers, judge, context):
        self.octets = octets
        self.layers = layers
        self.judge = judge
        self.stream = context["stream"]
        self.checkpointed = self.stream != "plain"
        self.target = context.get("target")

        self.first = {}        # offset of the first record of each type
        self.previous = None   # type of the record before, skipped ones included
        self.round = set()     # (type, vCPU or None) since the last CHECKPOINT
        self.commits = 0
        self.verifying = False

        self.requires = None   # what REQUIRES said
        self.layout = None     # regions of MEMORY_LAYOUT
        self.memory = Memory()
        self.cpuid = None
        self.msrs = None
        self.tsc = None

        self.width = self.levels = None
        self.end_pfn = None
        self.p2m = []          # windows of X86_PV_P2M_FRAMES
        self.shared_info = None
        self.vcpus = {}        # per vCPU and record type: offset and length of the context
        self.basic_records = []

        self.hvm_context = []
        self.hvm_params = {}
        self.hvm_param_places = {}

        self.machine = machine.Machine()
        self.emulators = libxl.Emulators()
        self.parts = xenopsd.Parts()

    @property
    def image(self):
        """The image's headers; None before the image."""
        return self.layers.image

    @property
    def rules(self):
        return self.image.rules

    @property
    def kind(self):
        return self.image.kind

    @property
    def page_size(self):
        return self.image.page_size

    @property
    def vcpu_count(self):
        """The number of vCPUs of the domain that is restored into; None where that is not known."""
        if self.target and self.target["kind"] == KINDS[self.kind]:
            return self.target["vcpus"]
        return None

    @property
    def in_libxl(self):
        return self.layers.libxl is not None

    def take(self, record):
        """Judges the next record, of whichever layer, and applies it."""
        if record.layer == "libxl":
            libxl.take(self, record)
        elif record.layer == "xenopsd":
            xenopsd.take(self, record)
        else:
            self._take_of_image(record)
        if record.commits:
            self.commits += 1

    def _take_of_image(self, record):
        whole = self._is_whole(record)
        if whole and self.rules == 4:
            integrity.judge_reserved(self.judge, self.octets, self.image, record.end)
            integrity.judge_place(self, record)
            capabilities.judge_record(self, record)
        if whole and self._is_known(record):
            self._apply(record)
        self.previous = record.type

    def liberty(self, code, at):
        """A breach that Readers let pass up to version 3, and no longer."""
        (self.judge.fault if self.rules >= 4 else self.judge.departure)(code, at)

    def once_a_round(self, record, vcpu_id, code):
        """Notes a record that stands at most once (for each vCPU) in a plain stream and between two CHECKPOINTs."""
        key = record.type, vcpu_id
        if key in self.round:
            self.liberty(code, record.at)
        self.round.add(key)

    def _is_whole(self, record):
        """Judges a record that the input cuts off by what there is of it."""
        judge, end = self.judge, self.octets.size
        if record.cut in (None, "body", "trailer"):
            if record.length > r.LIMIT:
                judge.fault("record-limit", record.at + 4)
            elif self.rules == 2 and r.padded(record.length) > r.EARLY_LIMIT:
                judge.advice("record-limit-early", record.at + 4)
        if not record.cut:
            if not r.padding_is_zero(self.octets, record):
                judge.departure("record-padding", record.body + record.length)
            return True
        if record.cut == "body" and self._is_known(record):
            _judge_marker_length(self, record)
        if self.checkpointed:
            self.break_off()
        else:
            codes = {"boundary": "record-end-missing", "trailer": "check-truncated"}
            judge.fatal(codes.get(record.cut, "record-truncated"), end)
        return False

    def break_off(self):
        """A checkpointed stream ends where its input does, at any octet, but not before it has committed a
        checkpoint."""
        if not self.commits:
            self.judge.fault("checkpoint-none", self.octets.size)

    def _is_known(self, record):
        judge, kind = self.judge, record.type
        if kind & r.OPTIONAL:
            if self.rules == 4 and kind >= r.PRIVATE_OPTIONAL and record.length < 16:
                judge.departure("private-owner", record.at + 4)
            return self.rules == 4 and kind == r.IMAGE_DIGEST
        if kind > r.LAST[self.rules]:
            judge.fault("record-unknown-mandatory", record.at)
        elif kind == r.TOOLSTACK:
            judge.fault("record-toolstack", record.at)
        elif kind == r.CHECKPOINT_DIRTY_PFN_LIST:
            judge.fault("record-channel", record.at)
        elif self.rules == 2 and kind in r.STATIC_TYPES:
            judge.fault("record-edition", record.at)
        elif kind in (r.X86_TYPES if self.kind in MACHINES else r.MACHINE_TYPES):
            judge.fault("machine-record-kind", record.at)
        elif kind in (r.X86_TYPES if self.kind == ARM else r.ARM_TYPES):
            judge.fault("arm-record-kind", record.at)
        elif kind in (r.HVM_TYPES if self.kind == PV else r.PV_TYPES):
            judge.fault("record-kind", record.at)
        else:
            return True
        return False

    def _apply(self, record):
        kind = record.type
        if self.image.xen_major == 0 and kind in _NOT_CONVERTED:
            self.judge.departure("domain-converter-records", record.at)
        order.judge_place(self, record)
        _TAKERS[kind](self, record)
        self.first.setdefault(r.PAGE_DATA if kind == r.PAGE_DATA_COMPRESSED else kind, record.at)
        if kind not in r.VCPU_TYPES:
            self.round.add((kind, None))


_NOT_CONVERTED = (r.X86_CPUID_POLICY, r.X86_MSR_POLICY, r.X86_PV_VCPU_MSRS, r.VERIFY, r.CHECKPOINT)


def _judge_marker_length(domain, record):
    """The records that have no body."""
    if record.length and record.type == r.END:
        domain.liberty("record-end-length", record.at + 4)
    elif record.length and record.type in r.MARKER_TYPES:
        domain.liberty("marker-length", record.at + 4)


def _take_end(domain, record):
    _judge_marker_length(domain, record)
    order.judge_complete(domain, record)


def _take_verify(domain, record):
    _judge_marker_length(domain, record)
    domain.verifying = True


def _take_checkpoint(domain, record):
    _judge_marker_length(domain, record)
    if domain.checkpointed:
        order.judge_round(domain, record)
        order.judge_complete(domain, record)
        domain.round.clear()


_TAKERS = {
    r.END: _take_end,
    r.PAGE_DATA: page_data.take,
    r.X86_PV_INFO: x86_pv.take_info,
    r.X86_PV_P2M_FRAMES: x86_pv.take_p2m_frames,
    r.SHARED_INFO: x86_pv.take_shared_info,
    r.X86_TSC_INFO: x86_common.take_tsc,
    r.HVM_CONTEXT: hvm_context.take,
    r.HVM_PARAMS: hvm_params.take,
    r.VERIFY: _take_verify,
    r.CHECKPOINT: _take_checkpoint,
    r.STATIC_DATA_END: _judge_marker_length,
    r.X86_CPUID_POLICY: x86_common.take_cpuid,
    r.X86_MSR_POLICY: x86_common.take_msrs,
    r.MEMORY_LAYOUT: arm.take_layout,
    r.PAGE_DATA_COMPRESSED: compressed.take,
    r.REQUIRES: capabilities.take,
    r.ARM_ID_POLICY: arm.take_id_policy,
    r.ARM_VCPU: arm.take_vcpu,
    r.IMAGE_DIGEST: integrity.take_digest,
    r.MACHINE: machine.take,
    r.MACHINE_VCPU: machine.take_vcpu,
    r.PLATFORM_STATE: machine.take_platform_state,
    **{kind: vcpu.take for kind in r.VCPU_TYPES},
}
