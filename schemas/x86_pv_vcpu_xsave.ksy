meta:
  id: x86_pv_vcpu_xsave
  title: Domain save image, X86_PV_VCPU_XSAVE record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
    - x86_xsave_area
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Extended processor state of one PV vCPU, little-endian like every blob of the
  hypervisor. Sixteen zero octets and no area stand for a vCPU that never touched it.
doc-ref: spec/07-x86-pv.md
-req: [PV-048]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: vcpu_id
    type: u4
    doc: Number of the vCPU.
    doc-ref: spec/07-x86-pv.md#PV-022
    -req: [PV-022]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/07-x86-pv.md#PV-024
    -req: [PV-024]
  - id: context
    type: xsave_context
    size-eos: true
    if: not _io.eof
    doc: The state.
    doc-ref: spec/07-x86-pv.md#PV-048
    -req: [PV-048]
types:
  xsave_context:
    meta:
      endian: le
    doc: The two masks and the area.
    seq:
      - id: xcr0
        type: uint64(false)
        doc: Components enabled now.
        doc-ref: spec/07-x86-pv.md#PV-050
        -req: [PV-050]
      - id: xcr0_accum
        type: uint64(false)
        valid:
          expr: (xcr0.hi & (_.hi ^ 0xffffffff)) == 0 and (xcr0.lo & (_.lo ^ 0xffffffff)) == 0
        doc: Components enabled at any time since the vCPU started.
        -wanted: every component of xcr0
        doc-ref: spec/07-x86-pv.md#PV-050
        -req: [PV-050]
      - id: area_present
        size: 0
        valid:
          expr: not _io.eof or (xcr0_accum.hi == 0 and xcr0_accum.lo == 0)
        doc: Only a vCPU that never used the state has no area.
        -wanted: an area, unless both masks are zero
        -check: true
        doc-ref: spec/07-x86-pv.md#PV-048
        -req: [PV-048]
      - id: area
        type: x86_xsave_area(xcr0_accum.hi, xcr0_accum.lo)
        size-eos: true
        if: not _io.eof
        doc: The components.
        doc-ref: spec/07-x86-pv.md#PV-048
        -req: [PV-048]
