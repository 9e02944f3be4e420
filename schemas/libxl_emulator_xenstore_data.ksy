meta:
  id: libxl_emulator_xenstore_data
  title: libxl migration stream, EMULATOR_XENSTORE_DATA record body
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  What a device model keeps in xenstore, as keys and values.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-036]
params:
  - id: is_be
    type: bool
    doc: Byte order of the libxl stream.
seq:
  - id: emulator_id
    type: u4
    enum: emulator
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
  - id: entries
    type: entry
    repeat: eos
    doc: Keys and values, up to the end of the body.
    doc-ref: spec/11-libxl-stream.md#LXL-036
    -req: [LXL-036]
types:
  entry:
    doc: One key and its value, each closed by a zero octet.
    seq:
      - id: key
        type: strz
        encoding: ASCII
        valid:
          expr: _ != "" and _.substring(0, 1) != "/"
        doc: |
          Path below the device model's own. Letters, digits, and - / _ @ only;
          that last part is beyond what this description can enforce.
        -wanted: a key that is not empty and does not start with a slash
        doc-ref: spec/11-libxl-stream.md#LXL-038
        -req: [LXL-038]
      - id: value
        type: strz
        encoding: ASCII
        doc: Its value.
        doc-ref: spec/11-libxl-stream.md#LXL-042
        -req: [LXL-042]
enums:
  emulator:
    0:
      id: unknown
      doc: Not known; written by the converter from the legacy format.
    1:
      id: qemu_traditional
      doc: The QEMU that Xen kept a copy of, up to Xen 4.20.
    2:
      id: qemu_upstream
      doc: QEMU as its own project releases it.
