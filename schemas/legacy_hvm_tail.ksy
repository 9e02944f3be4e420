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
seq:
  - id: ioreq_pfn
    type: uint64(false)
    doc: Frame of I/O requests; parameter 5.
  - id: bufioreq_pfn
    type: uint64(false)
    doc: Frame of buffered I/O requests; parameter 6.
  - id: store_pfn
    type: uint64(false)
    doc: Frame of the xenstore ring; parameter 1.
  - id: context_length
    type: u4
    doc: Octets of the context.
  - id: context
    size: context_length
    type: hvm_context
    doc: The hypervisor's chain (9.1).
