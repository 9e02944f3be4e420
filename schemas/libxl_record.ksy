meta:
  id: libxl_record
  title: libxl migration stream, record
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - libxl_record_header
    - libxl_emulator_xenstore_data
    - libxl_emulator_context
    - libxl_checkpoint_state
doc: |
  A record of a libxl stream: header, body, padding. The libxc stream that follows
  LIBXC_CONTEXT has no length and is no part of that record.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-008]
params:
  - id: is_be
    type: bool
    doc: Byte order of the libxl stream.
seq:
  - id: header
    type: libxl_record_header(is_be)
    doc: Type and length.
  - id: body
    size: header.body_length
    type:
      switch-on: header.type
      cases:
        libxl_record_header::libxl_record_type::end: no_content
        libxl_record_header::libxl_record_type::libxc_context: no_content
        libxl_record_header::libxl_record_type::emulator_xenstore_data: libxl_emulator_xenstore_data(is_be)
        libxl_record_header::libxl_record_type::emulator_context: libxl_emulator_context(is_be)
        libxl_record_header::libxl_record_type::checkpoint_end: no_content
        libxl_record_header::libxl_record_type::checkpoint_state: libxl_checkpoint_state(is_be)
    doc: What the type says; octets where it is not known.
  - id: padding
    type: u1
    repeat: expr
    repeat-expr: header.len_padding
    valid: 0
    doc: Zero octets up to a multiple of eight.
    doc-ref: spec/11-libxl-stream.md#LXL-015
    -req: [LXL-015]
types:
  no_content:
    doc: The type says it all.
    seq:
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/11-libxl-stream.md#LXL-013
        -req: [LXL-013]
