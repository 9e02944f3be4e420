meta:
  id: libxl_record_header
  title: libxl migration stream, record header
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Eight octets before every record. The same shape as in the libxc stream, but the
  types are others.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-008]
params:
  - id: is_be
    type: bool
    doc: Byte order of the libxl stream.
seq:
  - id: type
    type: u4
    enum: libxl_record_type
    doc: What the body holds. With bit 31 set, a Reader may skip what it does not know.
    doc-ref: spec/11-libxl-stream.md#LXL-010
    -req: [LXL-010]
  - id: body_length
    type: u4
    doc: Octets of the body, padding not counted.
instances:
  is_optional:
    value: (type.to_i & 0x80000000) != 0
    doc: True when a Reader that does not know the type skips the record.
    -face: boolean
  len_padding:
    value: (8 - body_length % 8) % 8
    doc: Octets of padding after the body.
    -face: number
enums:
  libxl_record_type:
    0:
      id: end
      doc: End of the stream; the last record.
    1:
      id: libxc_context
      doc: A libxc stream begins right after this record.
    2:
      id: emulator_xenstore_data
      doc: What the device model keeps in xenstore.
    3:
      id: emulator_context
      doc: State of the device model.
    4:
      id: checkpoint_end
      doc: The libxl part of a checkpoint is complete.
    5:
      id: checkpoint_state
      doc: A message between the two hosts of a COLO pair.
