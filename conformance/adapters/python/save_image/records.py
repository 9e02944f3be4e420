"""Framing: a record is a type, a body length, a body and padding to a multiple of eight."""
from collections import namedtuple

END = 0x00
PAGE_DATA = 0x01
X86_PV_INFO = 0x02
X86_PV_P2M_FRAMES = 0x03
X86_PV_VCPU_BASIC = 0x04
X86_PV_VCPU_EXTENDED = 0x05
X86_PV_VCPU_XSAVE = 0x06
SHARED_INFO = 0x07
X86_TSC_INFO = 0x08
HVM_CONTEXT = 0x09
HVM_PARAMS = 0x0A
TOOLSTACK = 0x0B
X86_PV_VCPU_MSRS = 0x0C
VERIFY = 0x0D
CHECKPOINT = 0x0E
CHECKPOINT_DIRTY_PFN_LIST = 0x0F
STATIC_DATA_END = 0x10
X86_CPUID_POLICY = 0x11
X86_MSR_POLICY = 0x12
MEMORY_LAYOUT = 0x13
PAGE_DATA_COMPRESSED = 0x14
REQUIRES = 0x15
ARM_ID_POLICY = 0x16
ARM_VCPU = 0x17
MACHINE = 0x18
MACHINE_VCPU = 0x19
PLATFORM_STATE = 0x1A
IMAGE_DIGEST = 0x80000010

VCPU_TYPES = (X86_PV_VCPU_BASIC, X86_PV_VCPU_EXTENDED, X86_PV_VCPU_XSAVE, X86_PV_VCPU_MSRS)
PV_TYPES = (X86_PV_INFO, X86_PV_P2M_FRAMES, SHARED_INFO) + VCPU_TYPES
HVM_TYPES = (HVM_CONTEXT, HVM_PARAMS)
STATIC_TYPES = (STATIC_DATA_END, X86_CPUID_POLICY, X86_MSR_POLICY)
MARKER_TYPES = (VERIFY, CHECKPOINT, STATIC_DATA_END)
X86_TYPES = PV_TYPES + HVM_TYPES + (X86_TSC_INFO, X86_CPUID_POLICY, X86_MSR_POLICY)
ARM_TYPES = (ARM_ID_POLICY, ARM_VCPU)
MACHINE_TYPES = (MACHINE, MACHINE_VCPU, PLATFORM_STATE)
LAST = {2: X86_MSR_POLICY, 3: X86_MSR_POLICY, 4: PLATFORM_STATE}  # of the mandatory types, by the version of an image

OPTIONAL = 0x80000000
PRIVATE_OPTIONAL = 0xC0000000
LIMIT = 134217728
EARLY_LIMIT = 8388608

# layer: "image" or "libxl" (or "back", the back channel). at: offset of the header; body: of the body; end: of what
# follows the padding and the trailer, at most the end of the input. order: byte order of the header. cut: None, or
# where the input ends: at the "boundary" (there is no such record), in its "header", in its "body" (or padding), in its
# "trailer"; or its "sum" is wrong where a stream of checkpoints has to break there. place: of a libxl record, "before"
# or "after" the image, in a checkpoint's "block", or in the "dialogue" behind one. commits: a checkpoint is committed
# here. round: where the round of an image's record began, and how many octets the image had before.
Record = namedtuple("Record", "layer at type length body end order cut place commits round",
                    defaults=(None, None, False, None))


def padded(length):
    """`length` rounded up to a multiple of eight."""
    return (length + 7) & ~7


def frame(octets, layer, at, order, place=None, trailer=0):
    """The record whose header stands at `at`, with `trailer` octets behind its padding."""
    if octets.size - at < 8:
        cut = "boundary" if octets.size == at else "header"
        return Record(layer, at, None, 0, octets.size, octets.size, order, cut, place)
    length = octets.u32(at + 4, order)
    end = at + 8 + padded(length)
    cut = "body" if end > octets.size else "trailer" if end + trailer > octets.size else None
    return Record(layer, at, octets.u32(at, order), length, at + 8, min(end + trailer, octets.size), order, cut, place)


def padding_is_zero(octets, record):
    """Whether the padding octets of a whole record are 0."""
    return octets.is_zero(record.body + record.length, record.body + padded(record.length))
