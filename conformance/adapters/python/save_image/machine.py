"""Chapter 23: machines of v86 and QEMU, whose state is that of an emulator."""
import hashlib
import re

from . import records as r
from .headers import QEMU, V86

VERSION = 1
REGISTERS = 1032
_DIGEST = 32
_LENGTHS = range(16, 65537)
_VCPUS = {V86: range(1, 2), QEMU: range(1, 256)}
_NAME = re.compile(rb"[a-z0-9-]{1,64}")
_REQUIRED = {V86: {b"cpu", b"jit", b"release", b"vga"},
             QEMU: {b"cpu", b"features", b"machine", b"release", b"topology"}}


class Machine:
    """What the records of a machine said: MACHINE, and the last MACHINE_VCPU and PLATFORM_STATE."""

    def __init__(self):
        self.body = None         # offset and length of that of MACHINE
        self.version = self.vcpus = self.ram_pages = 0
        self.properties = []     # pairs of name and value
        self.registers = {}      # offsets by vCPU
        self.platform = None     # offset and length of the state

    def state(self, octets):
        """What the state of a machine has beside memory."""
        return {
            "version": self.version, "vcpus": self.vcpus, "ramPages": format(self.ram_pages, "#x"),
            "properties": [[name.decode("ascii"), value.decode("utf-8")] for name, value in self.properties],
            "registers": [{"id": vcpu, "body": octets.bulk(at, REGISTERS)}
                          for vcpu, at in sorted(self.registers.items())],
            "platform": octets.bulk(*self.platform),
        }


def take(domain, record):
    """MACHINE: the machine as it has to be built."""
    judge, octets, at, order = domain.judge, domain.octets, record.body, record.order
    if r.MACHINE in domain.first:
        judge.fault("machine-repeated", record.at)
        return
    if record.length not in _LENGTHS:
        judge.fault("machine-length", record.at + 4)
        return
    machine = domain.machine
    machine.body = at, record.length
    machine.version, machine.vcpus = octets.u32(at, order), octets.u32(at + 4, order)
    machine.ram_pages = octets.u64(at + 8, order)
    if machine.version != VERSION:
        judge.fault("machine-version", at)
    if machine.vcpus not in _VCPUS[domain.kind]:
        judge.fault("machine-vcpus", at + 4)
    if domain.layout is None:
        judge.fault("machine-layout", record.at)
    elif machine.ram_pages != domain.layout.pages:
        judge.fault("machine-ram", at + 8)
    _take_properties(domain, record)
    if not _REQUIRED[domain.kind] <= {name for name, _ in machine.properties}:
        judge.fault("machine-property-missing", record.body + record.length)


def _take_properties(domain, record):
    judge, octets, order = domain.judge, domain.octets, record.order
    at, end, previous = record.body + 16, record.body + record.length, b""
    while at < end:
        head = octets.read(at, 8) if end - at >= 8 else b""
        lengths = [int.from_bytes(head[field:field + 4], order) for field in (0, 4)]
        following = at + 8 + r.padded(sum(lengths))
        if not head or following > end:
            judge.fault("machine-properties", at)
            return
        name, value = octets.read(at + 8, lengths[0]), octets.read(at + 8 + lengths[0], lengths[1])
        if not _NAME.fullmatch(name) or name <= previous or not _is_text(value):
            judge.fault("machine-properties", at)
        if not octets.is_zero(at + 8 + sum(lengths), following):
            judge.fault("machine-reserved", at + 8 + sum(lengths))
        domain.machine.properties.append((name, value))
        previous, at = name, following


def _is_text(octets):
    try:
        octets.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def take_vcpu(domain, record):
    """MACHINE_VCPU: the registers of one vCPU."""
    judge, octets, at = domain.judge, domain.octets, record.body
    if record.length != 8 + REGISTERS:
        judge.fault("machine-vcpu-length", record.at + 4)
        return
    vcpu = octets.u32(at, record.order)
    if domain.machine.body and vcpu >= domain.machine.vcpus:
        judge.fault("machine-vcpu-id", at)
    if octets.u32(at + 4, record.order):
        judge.fault("machine-vcpu-reserved", at + 4)
    domain.once_a_round(record, vcpu, "machine-vcpu-repeated")
    domain.machine.registers[vcpu] = at + 8


def take_platform_state(domain, record):
    """PLATFORM_STATE: the emulator's own state, tied to its machine by a digest."""
    judge, octets, at, machine = domain.judge, domain.octets, record.body, domain.machine
    if record.length <= _DIGEST:
        judge.fault("platform-length", record.at + 4)
        return
    machine.platform = at + _DIGEST, record.length - _DIGEST
    if machine.body and domain.layout:
        digest = hashlib.sha256()
        for start, length in (domain.layout.body, machine.body, machine.platform):
            for piece in octets.pieces(start, start + length):
                digest.update(piece)
        if octets.read(at, _DIGEST) != digest.digest():
            judge.fault("platform-digest", at)


def judge_place(domain, kind, at):
    """The order of a machine's records; `kind` is that of plain page data for compressed page data too."""
    judge, early = domain.judge, r.STATIC_DATA_END not in domain.first
    if kind == r.STATIC_DATA_END and r.MACHINE not in domain.first:
        judge.fault("machine-missing", at)
    if kind in (r.MACHINE_VCPU, r.PLATFORM_STATE) and early:
        judge.fault("machine-state-early", at)
    if kind in (r.PAGE_DATA, r.MACHINE_VCPU, r.PLATFORM_STATE) and (r.PLATFORM_STATE, None) in domain.round:
        judge.fault("platform-order", at)


def judge_complete(domain, record):
    """At the first CHECKPOINT, or at END where there is none: whether all of memory is there. In each round: whether
    registers and state are. An END behind a CHECKPOINT ends no round."""
    judge, machine, end = domain.judge, domain.machine, domain.octets.size
    committed = r.CHECKPOINT in domain.first
    if not machine.body or not domain.layout or committed and record.type == r.END:
        return
    regions = [] if committed else domain.layout.regions
    if not all(domain.memory.names_all(first, last) for first, last in regions):
        judge.fault("machine-memory-missing", end)
    if any((r.MACHINE_VCPU, vcpu) not in domain.round for vcpu in range(machine.vcpus)):
        judge.fault("machine-vcpu-missing", end)
    if (r.PLATFORM_STATE, None) not in domain.round:
        judge.fault("platform-missing", end)
