meta:
  id: legacy_vcpu_info
  title: Legacy stream, VCPU_INFO
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  Which vCPUs are online.
doc-ref: spec/15-legacy.md
-req: [LEG-042]
seq:
  - id: max_id
    type: u4
    valid:
      max: 4095
    doc: Highest number of a vCPU; a signed integer, not negative.
    doc-ref: spec/15-legacy.md#LEG-042
    -req: [LEG-042]
  - id: map
    type: uint64(false)
    repeat: expr
    repeat-expr: max_id / 64 + 1
    doc: A bit for each vCPU.
    doc-ref: spec/15-legacy.md#LEG-044
    -req: [LEG-044]
