"""The state: what a Reader restored, as one JSON object."""
from . import records as r
from .headers import EDITIONS, HVM, KINDS, MACHINES, PV
from .octets import hexadecimal
from .vcpu import GUEST

KEYS = ["dsi", "edition", "container", "endian", "octets", "end", "domain", "memory", "cpuid", "msrs", "tsc", "pv",
        "hvm", "emulators", "config", "checkpoints", "digest",
        "x-machine"]


def state_of(domain, consumed, end):
    """The state of a domain after `consumed` octets of the input, up to and including the outermost END."""
    image, layers, octets = domain.image, domain.layers, domain.octets
    state = {
        "dsi": "state/1",
        "edition": EDITIONS[image.version],
        "container": layers.container,
        "endian": image.order,
        "octets": consumed,
        "end": end,
        "domain": {"type": KINDS[image.kind], "pageShift": image.page_shift,
                   "xen": [image.xen_major, image.xen_minor]},
        "memory": domain.memory.runs(octets, domain.page_size),
    }
    if domain.cpuid is not None:
        state["cpuid"] = domain.cpuid
    if domain.msrs is not None:
        state["msrs"] = _values(domain.msrs)
    if domain.tsc is not None:
        state["tsc"] = domain.tsc
    if image.kind == PV:
        state["pv"] = _pv(domain)
    elif image.kind == HVM:
        state["hvm"] = {"params": _values(domain.hvm_params),
                        "context": [{"type": typecode, "instance": instance, "body": octets.bulk(at, length)}
                                    for typecode, instance, at, length in domain.hvm_context]}
    elif image.kind in MACHINES:
        state["x-machine"] = domain.machine.state(octets)
    emulators = _emulators(domain)
    if emulators:
        state["emulators"] = emulators
    if layers.config:
        state["config"] = layers.config
    state["checkpoints"] = domain.commits
    if image.version >= 4:
        state["digest"] = "verified" if image.image_digest else "absent"
    return state


def _values(by_index):
    return [[index, hexadecimal(value)] for index, value in sorted(by_index.items())]


def _pv(domain):
    octets = domain.octets
    frames = [hexadecimal(frame) for window in domain.p2m for frame in window.frames]
    return {
        "width": domain.width,
        "levels": domain.levels,
        "p2m": {"start": domain.p2m[0].start, "end": domain.end_pfn, "frames": frames},
        "sharedInfo": None if domain.shared_info is None else octets.bulk(domain.shared_info, 4096),
        "vcpus": [_vcpu(octets, number, contexts) for number, contexts in sorted(domain.vcpus.items())
                  if r.X86_PV_VCPU_BASIC in contexts],
    }


def _vcpu(octets, number, contexts):
    vcpu = {"id": number, "basic": octets.bulk(*contexts[r.X86_PV_VCPU_BASIC])}
    for key, kind in (("extended", r.X86_PV_VCPU_EXTENDED), ("xsave", r.X86_PV_VCPU_XSAVE)):
        if kind in contexts:
            vcpu[key] = octets.bulk(*contexts[kind])
    if r.X86_PV_VCPU_MSRS in contexts:
        at, length = contexts[r.X86_PV_VCPU_MSRS]
        vcpu["msrs"] = _values({octets.u32(entry, GUEST): octets.u64(entry + 8, GUEST)
                                for entry in range(at, at + length, 16)})
    return vcpu


def _emulators(domain):
    emulators = domain.emulators
    return [{"id": emulator, "index": index,
             "xenstore": [[_text(key), _text(value)] for key, value in emulators.xenstore.get((emulator, index), ())],
             "context": (domain.octets.bulk(*emulators.context[emulator, index])
                         if (emulator, index) in emulators.context else None)}
            for emulator, index in sorted(set(emulators.xenstore) | set(emulators.context))]


def _text(octets):
    """A xenstore string. The contract does not say how octets that are no UTF-8 are shown."""
    return octets.decode("utf-8", "replace")
