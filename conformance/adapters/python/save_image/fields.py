"""The named fields of record bodies, for `encoding` and `decoding`.

A layout is the fixed fields in front, and what follows them: nothing, a blob to the end of the body, or an array.
"""
from collections import namedtuple

from . import draft_b, libxl, records as r

# fixed: (name, octets); "reserved" is zero unless the record says otherwise, "count" is that of the array.
# blob: name of the octets behind. items: name of the array behind, item: (name, octets) of its fields, one nameless
# field for a plain integer. Fields of 8 octets are H, all others U. item_order: the array's byte order where it is not
# the record's.
Layout = namedtuple("Layout", "fixed blob items item item_order", defaults=(None, None, None, None))

ZERO_WHEN_ABSENT = ("reserved", "flags")  # among the fields of an item
_VCPU_HEADER = (("vcpu_id", 4), ("reserved", 4))
_VCPU = Layout(_VCPU_HEADER, blob="context")
IMAGE_LAYOUTS = {
    r.X86_PV_INFO: Layout((("guest_width", 1), ("pt_levels", 1), ("reserved", 6))),
    r.X86_PV_P2M_FRAMES: Layout((("start_pfn", 4), ("end_pfn", 4)), items="frames", item=((None, 8),)),
    r.X86_PV_VCPU_BASIC: _VCPU,
    r.X86_PV_VCPU_EXTENDED: _VCPU,
    r.X86_PV_VCPU_XSAVE: _VCPU,
    r.X86_PV_VCPU_MSRS: Layout(_VCPU_HEADER, items="msrs", item=(("index", 4), ("reserved", 4), ("value", 8)),
                               item_order="little"),
    r.SHARED_INFO: Layout((), blob="page"),
    r.X86_TSC_INFO: Layout((("mode", 4), ("khz", 4), ("nsec", 8), ("incarnation", 4), ("reserved", 4))),
    r.HVM_PARAMS: Layout((("count", 4), ("reserved", 4)), items="params", item=(("index", 8), ("value", 8))),
    r.X86_CPUID_POLICY: Layout((), items="leaves", item=tuple((name, 4) for name in
                                                              ("leaf", "subleaf", "eax", "ebx", "ecx", "edx"))),
    r.X86_MSR_POLICY: Layout((), items="msrs", item=(("index", 4), ("flags", 4), ("value", 8))),
    r.MEMORY_LAYOUT: Layout((), items="regions", item=(("first_pfn", 8), ("pages", 8), ("flags", 8))),
    r.MACHINE_VCPU: Layout(_VCPU_HEADER, blob="registers"),
    r.ARM_ID_POLICY: Layout((), items="registers", item=(("encoding", 4), ("flags", 4), ("value", 8))),
}
LIBXL_LAYOUTS = {
    libxl.EMULATOR_CONTEXT: Layout((("emulator_id", 4), ("index", 4)), blob="state"),
    libxl.CHECKPOINT_STATE: Layout((("control_id", 4),)),
}


DRAFT_B_LAYOUTS = {
    draft_b.VCPU_INFO: Layout((("max_vcpu_id", 4), ("reserved", 4))),
    draft_b.VCPU_CONTEXT: _VCPU,
    draft_b.X86_PV_INFO: Layout((("guest_width", 1), ("pt_levels", 1), ("options", 2), ("reserved", 4))),
    draft_b.P2M: Layout((("pfn_begin", 8), ("pfn_end", 8)), items="mfns", item=((None, 8),)),
}
_LAYOUTS = {"image": IMAGE_LAYOUTS, "libxl": LIBXL_LAYOUTS, "draft-b": DRAFT_B_LAYOUTS}


def layouts(layer):
    """The layouts of the records of a layer, by type."""
    return _LAYOUTS[layer]
