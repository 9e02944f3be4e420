meta:
  id: arm_id_policy
  title: Domain save image, ARM_ID_POLICY record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Identification registers that describe the processor to the guest.
doc-ref: spec/22-v4-arm.md
-req: [ARM-021]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: A policy without registers is left out, never written empty.
    -wanted: at least one register
    -check: true
    doc-ref: spec/22-v4-arm.md#ARM-021
    -req: [ARM-021]
  - id: registers
    type: id_register(is_be)
    repeat: eos
    doc: The registers, ascending, up to the end of the body.
types:
  id_register:
    doc: One register of the policy.
    -said:
      - "MUST be entries of {} octets, at least one, that ascend by encoding"
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: encoding
        type: u4
        valid:
          max: 0xffff
        doc: Which register.
        doc-ref: spec/22-v4-arm.md#ARM-021
        -req: [ARM-021]
      - id: flags
        type: u4
        valid: 0
        doc: Zero; any other value is refused.
        doc-ref: spec/22-v4-arm.md#ARM-021
        -req: [ARM-021]
      - id: value
        type: uint64(is_be)
        doc: What the guest reads.
