"""Which record may stand where, how often, and what a consistent state must have been given."""
from . import arm, hvm_params, machine, records as r, vcpu, x86_pv
from .headers import ARM, HVM, MACHINES, PV

_TIME_AND_REGISTERS = (r.X86_TSC_INFO, r.SHARED_INFO, r.HVM_CONTEXT, r.HVM_PARAMS) + r.VCPU_TYPES


def judge_place(domain, record):
    """Judges the place of a record against those that came before it; `domain.first` knows them by type. Compressed
    page data stands where page data stands."""
    kind = r.PAGE_DATA if record.type == r.PAGE_DATA_COMPRESSED else record.type
    if domain.rules >= 3:
        _judge_static_data(domain, kind, record.at)
    if domain.kind == PV:
        _judge_pv(domain, kind, record.at)
    if domain.kind in MACHINES:
        machine.judge_place(domain, kind, record.at)
    if record.type == r.VERIFY and (domain.checkpointed or r.PAGE_DATA not in domain.first):
        domain.judge.departure("verify-place", record.at)
    if record.type == r.CHECKPOINT and not domain.checkpointed:
        # What follows belongs to the libxl layer, if to anyone: it cannot be followed.
        (domain.judge.fatal if domain.in_libxl else domain.judge.fault)("checkpoint-plain", record.at)


def _judge_static_data(domain, kind, at):
    judge = domain.judge
    if r.STATIC_DATA_END in domain.first:
        if kind == r.STATIC_DATA_END:
            judge.fault("static-end-repeated", at)
        elif kind in (r.X86_CPUID_POLICY, r.X86_MSR_POLICY):
            judge.fault("policy-late", at)
        elif kind == r.X86_PV_INFO:
            domain.liberty("pv-info-late", at)
        elif kind in (r.MEMORY_LAYOUT, r.ARM_ID_POLICY):
            judge.fault("layout-late", at)
    elif kind in (r.X86_PV_P2M_FRAMES, r.PAGE_DATA):
        judge.fault("static-end-late", at)
    elif kind in _TIME_AND_REGISTERS:
        domain.liberty("static-end-order", at)
    elif kind == r.ARM_VCPU:
        judge.fault("arm-vcpu-early", at)


def _judge_pv(domain, kind, at):
    judge, first = domain.judge, domain.first
    if kind == r.X86_PV_INFO and kind in first:
        judge.fault("pv-info-repeated", at)
    elif kind == r.X86_PV_P2M_FRAMES:
        if r.X86_PV_INFO not in first:
            judge.fault("pv-info-order", at)
        if domain.rules >= 4 and r.PAGE_DATA in first:
            judge.fault("p2m-after-pages", at)
        if domain.rules < 4 and kind in first:
            judge.departure("p2m-repeated", at)
    elif kind == r.PAGE_DATA and r.X86_PV_P2M_FRAMES not in first:
        judge.fault("p2m-late", at)
    elif kind in r.VCPU_TYPES and r.PAGE_DATA not in first:
        judge.departure("vcpu-order", at)
    elif kind == r.SHARED_INFO and r.X86_PV_INFO not in first:
        judge.fault("shared-info-order", at)


def judge_complete(domain, record):
    """At `record`, END or CHECKPOINT: whether all that a domain needs is there and goes together. What is missing is
    reported at the end of the input."""
    judge, first, end = domain.judge, domain.first, domain.octets.size
    if domain.rules >= 3 and r.STATIC_DATA_END not in first:
        judge.fault("static-end-missing", end)
    if domain.kind == ARM:
        arm.judge_complete(domain)
        return
    if domain.kind in MACHINES:
        machine.judge_complete(domain, record)
        return
    if r.X86_TSC_INFO not in first:
        judge.departure("tsc-missing", end)
    if domain.kind == PV:
        _judge_complete_pv(domain)
    else:
        if r.HVM_CONTEXT not in first:
            judge.fault("hvm-context-missing", end)
        hvm_params.judge_pair(domain)


def _judge_complete_pv(domain):
    judge, first, end = domain.judge, domain.first, domain.octets.size
    if r.X86_PV_INFO not in first:
        judge.fault("pv-info-missing", end)
    if r.X86_PV_P2M_FRAMES not in first:
        judge.fault("p2m-missing", end)
    if r.X86_PV_VCPU_BASIC not in domain.vcpus.get(0, ()):
        judge.fault("vcpu-basic-missing", end)
    if r.SHARED_INFO not in first:
        judge.departure("shared-info-missing", end)
    vcpu.judge_lengths(domain)
    if domain.p2m:
        x86_pv.judge_frames(domain)
    vcpu.judge_contexts(domain)


def judge_round(domain, checkpoint):
    """At each CHECKPOINT: whether this round gave time and registers anew."""
    wanted = [(r.X86_TSC_INFO, None)] if domain.kind in (PV, HVM) else []
    if domain.kind == PV:
        wanted += [(r.SHARED_INFO, None), (r.X86_PV_VCPU_BASIC, 0)]
    elif domain.kind == HVM:
        wanted += [(r.HVM_CONTEXT, None)]
    if not all(key in domain.round for key in wanted):
        domain.judge.departure("checkpoint-incomplete", checkpoint.at)
