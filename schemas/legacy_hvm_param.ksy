meta:
  id: legacy_hvm_param
  title: Legacy stream, chunk of an HVM parameter
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  The value of one parameter; which one, the identifier of the chunk says.
doc-ref: spec/15-legacy.md
-req: [LEG-051]
seq:
  - id: padding
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/15-legacy.md#LEG-049
    -req: [LEG-049]
  - id: value
    type: uint64(false)
    doc: Its value.
    doc-ref: spec/15-legacy.md#LEG-051
    -req: [LEG-051]
