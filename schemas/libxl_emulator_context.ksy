meta:
  id: libxl_emulator_context
  title: libxl migration stream, EMULATOR_CONTEXT record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - libxl_emulator_xenstore_data
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  State of a device model, in that program's own format. QEMU's starts with the
  octets "QEVM" and a big-endian version.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-026]
params:
  - id: is_be
    type: bool
    doc: Byte order of the libxl stream.
seq:
  - id: emulator_id
    type: u4
    enum: libxl_emulator_xenstore_data::emulator
    valid:
      in-enum: true
    doc: Which device model. 0 comes from the converter only.
    doc-ref: spec/11-libxl-stream.md#LXL-030
    -req: [LXL-030]
  - id: index
    type: u4
    doc: Which of several device models of that kind; 0 so far.
    doc-ref: spec/11-libxl-stream.md#LXL-032
    -req: [LXL-032]
  - id: state
    size-eos: true
    doc: The state; its format is the device model's and carries no lengths of its own.
