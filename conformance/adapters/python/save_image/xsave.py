"""The XSAVE area in its uncompressed form: 512 octets of legacy state, a header of 64, then the components."""

LEGACY, HEADER = 512, 64
XSTATE_LEAF = 0xD

# Offset and size of the components as every Intel processor lays them out. Where the image holds a CPUID policy, its
# own leaf D says where they lie.
_COMPONENTS = {2: (576, 256), 3: (960, 64), 4: (1024, 64), 5: (1088, 64), 6: (1152, 512), 7: (1664, 1024),
               9: (2688, 8), 17: (2752, 64), 18: (2816, 8192)}


def area_length(xcr0_accum, leaves):
    """Octets of the area of the components in `xcr0_accum`; None when one of them is known neither from the CPUID
    leaves nor here."""
    described = {subleaf: (b, a) for leaf, subleaf, a, b, _, _ in leaves or () if leaf == XSTATE_LEAF and a}
    end = LEGACY + HEADER
    for component in range(2, 64):
        if xcr0_accum >> component & 1:
            place = described.get(component) or _COMPONENTS.get(component)
            if place is None:
                return None
            end = max(end, sum(place))
    return end


def compressed_or_reserved(octets, area):
    """Whether xcomp_bv or a reserved word of the header is not 0."""
    return not octets.is_zero(area + LEGACY + 8, area + LEGACY + HEADER)


def xstate_bv(octets, area):
    """The components whose state the area holds."""
    return octets.u64(area + LEGACY, "little")
