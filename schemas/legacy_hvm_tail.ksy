meta:
  id: legacy_hvm_tail
  title: Legacy stream, tail of an HVM domain
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  imports:
    - hvm_context
    - uint64
  endian: le
doc: |
  What follows the last chunk of a body, up to the emulator's record.
doc-ref: spec/15-legacy.md
-req: [LEG-091]
seq:
  - id: ioreq_pfn
    type: uint64(false)
    doc: Frame of I/O requests; parameter 5.
    doc-ref: spec/15-legacy.md#LEG-091
    -req: [LEG-091]
  - id: bufioreq_pfn
    type: uint64(false)
    doc: Frame of buffered I/O requests; parameter 6.
    doc-ref: spec/15-legacy.md#LEG-091
    -req: [LEG-091]
  - id: store_pfn
    type: uint64(false)
    doc: Frame of the xenstore ring; parameter 1.
    doc-ref: spec/15-legacy.md#LEG-091
    -req: [LEG-091]
  - id: context_length
    type: u4
    doc: Octets of the context.
    doc-ref: spec/15-legacy.md#LEG-009
    -req: [LEG-009]
  - id: context
    size: context_length
    type: hvm_context
    doc: The hypervisor's chain (9.1).
    doc-ref: spec/15-legacy.md#LEG-092
    -req: [LEG-092, LEG-094]
