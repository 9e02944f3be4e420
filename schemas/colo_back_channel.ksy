meta:
  id: colo_back_channel
  title: COLO back channel
  application: Xen (libxc, libxl)
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - checkpoint_dirty_pfn_list
    - libxl_checkpoint_state
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  What the secondary of a COLO pair sends back to its primary: records without
  any header before them, of two types, one of which is libxl's and the other
  libxc's. Their numbers happen to differ.

  Xen 4.18 and newer write the list of pages with eight octets too many in its
  record header; such a channel cannot be read by this description.
doc-ref: spec/10-checkpoints.md
-req: [CKPT-019]
params:
  - id: is_be
    type: bool
    doc: Byte order of the streams that the channel answers.
seq:
  - id: records
    type: record(is_be)
    repeat: eos
    doc: The records, until the channel breaks.
types:
  record:
    doc: |
      A record: header, body and padding.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the channel.
    seq:
      - id: type
        type: u4
        enum: record_type
        valid:
          in-enum: true
        doc: What the body holds.
        doc-ref: spec/10-checkpoints.md#CKPT-019
        -req: [CKPT-019]
      - id: body_length
        type: u4
        doc: Octets of the body, padding not counted.
      - id: body
        size: body_length
        type:
          switch-on: type
          cases:
            record_type::checkpoint_state: libxl_checkpoint_state(is_be)
            record_type::checkpoint_dirty_pfn_list: checkpoint_dirty_pfn_list(is_be)
        doc: What the type says; octets where it is not known.
      - id: padding
        size: (8 - body_length % 8) % 8
        doc: Octets up to a multiple of eight, written as zero.
enums:
  record_type:
    0x05:
      id: checkpoint_state
      doc: A message to the primary, as in a libxl stream.
    0x0f:
      id: checkpoint_dirty_pfn_list
      doc: Pages that the secondary has written.
