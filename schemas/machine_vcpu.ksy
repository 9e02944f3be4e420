meta:
  id: machine_vcpu
  title: Domain save image, MACHINE_VCPU record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  The registers of one vCPU of a machine.
doc-ref: spec/23-v4-machine.md
-req: [MACH-029]
-said:
  - "The body_length of MACHINE_VCPU MUST be {}."
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: vcpu_id
    type: u4
    doc: Number of the vCPU.
    doc-ref: spec/23-v4-machine.md#MACH-031
    -req: [MACH-031]
  - id: reserved
    type: u4
    valid: 0
    doc: Zero; any other value is refused.
    doc-ref: spec/23-v4-machine.md#MACH-033
    -req: [MACH-033]
  - id: registers
    size: 1032
    doc: Laid out like a CPU entry of the HVM context.
    doc-ref: spec/23-v4-machine.md#MACH-029
    -req: [MACH-029]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/23-v4-machine.md#MACH-029
    -req: [MACH-029]
