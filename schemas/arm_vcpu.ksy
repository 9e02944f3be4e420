meta:
  id: arm_vcpu
  title: Domain save image, ARM_VCPU record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  The registers of one vCPU, each of which says what it is and how large.
doc-ref: spec/22-v4-arm.md
-req: [ARM-027]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: vcpu_id
    type: u4
    valid:
      max: 8191
    doc: Number of the vCPU.
    doc-ref: spec/22-v4-arm.md#ARM-023
    -req: [ARM-023]
  - id: reserved
    type: u4
    valid: 0
    doc: Zero; any other value is refused.
    doc-ref: spec/22-v4-arm.md#ARM-025
    -req: [ARM-025]
  - id: registers
    type: register(is_be)
    repeat: eos
    doc: The registers, ascending, up to the end of the body.
types:
  register:
    doc: One register.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: set
        type: u1
        valid:
          max: 3
        doc: Which set it belongs to.
        doc-ref: spec/22-v4-arm.md#ARM-027
        -req: [ARM-027]
      - id: reserved
        type: u1
        valid: 0
        doc: Zero; any other value is refused.
        doc-ref: spec/22-v4-arm.md#ARM-025
        -req: [ARM-025]
      - id: size
        type: u2
        valid:
          min: 1
          max: 256
        doc: Octets of the value.
        doc-ref: spec/22-v4-arm.md#ARM-027
        -req: [ARM-027]
      - id: index
        type: u4
        doc: Which register of the set.
      - id: value
        size: size
        doc: The value, little-endian.
      - id: padding
        type: u1
        repeat: expr
        repeat-expr: (8 - size % 8) % 8
        valid: 0
        doc: Zero octets up to a multiple of eight; any others are refused.
        doc-ref: spec/22-v4-arm.md#ARM-025
        -req: [ARM-025]
