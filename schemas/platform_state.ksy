meta:
  id: platform_state
  title: Domain save image, PLATFORM_STATE record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  What only the emulator of a machine understands.
doc-ref: spec/23-v4-machine.md
-req: [MACH-039]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: digest
    size: 32
    doc: SHA-256 of the bodies of MEMORY_LAYOUT and MACHINE and of the state.
    doc-ref: spec/23-v4-machine.md#MACH-041
    -req: [MACH-041]
  - id: state_present
    size: 0
    valid:
      expr: not _io.eof
    doc: An emulator has state.
    -wanted: at least one octet of state
    -check: true
    doc-ref: spec/23-v4-machine.md#MACH-039
    -req: [MACH-039]
  - id: state
    size-eos: true
    doc: The state, in the emulator's own form.
    doc-ref: spec/23-v4-machine.md#MACH-041
    -req: [MACH-041]
