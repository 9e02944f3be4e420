meta:
  id: x86_xsave_area
  title: Extended processor state as XSAVE stores it
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
    - x86_fxsave_area
  endian: le
doc: |
  An XSAVE area in the standard (not compacted) format. Always little-endian.
  Which components follow the header, and where each begins, is not in the area:
  `xstate_bv` tells which were in use, leaf 0xd of the CPUID policy their offsets.
doc-ref: spec/07-x86-pv.md
params:
  - id: accum_hi
    type: u4
    doc: Bits 63 to 32 of xcr0_accum, the components that the vCPU ever enabled.
  - id: accum_lo
    type: u4
    doc: Bits 31 to 0 of xcr0_accum.
seq:
  - id: legacy
    type: x86_fxsave_area
    size: 512
    doc: x87 and SSE state.
  - id: xstate_bv
    type: uint64(false)
    valid:
      expr: (_.hi & (accum_hi ^ 0xffffffff)) == 0 and (_.lo & (accum_lo ^ 0xffffffff)) == 0
    doc: Components of this area that are not in their initial state.
    -wanted: no component that xcr0_accum lacks
    doc-ref: spec/07-x86-pv.md#PV-050
    -req:
      - PV-050
  - id: xcomp_bv
    type: uint64(false)
    valid:
      expr: _.hi == 0 and _.lo == 0
    doc: Zero, the area is not compacted.
    -wanted: "0"
    doc-ref: spec/07-x86-pv.md#PV-050
    -req:
      - PV-050
      - HVM-015
  - id: reserved
    type: uint64(false)
    repeat: expr
    repeat-expr: 6
    valid:
      expr: _.hi == 0 and _.lo == 0
    doc: Rest of the 64-octet header, zero.
    -wanted: "0"
    doc-ref: spec/07-x86-pv.md#PV-050
    -req:
      - PV-050
      - HVM-015
  - id: components
    size-eos: true
    doc: |
      Components from AVX upwards, each at the offset that the processor reports
      for it.
