meta:
  id: libxl_stream
  title: libxl migration stream
  application: Xen (libxl)
  license: Apache-2.0
  -in:
    - v2
    - v3
    - v4-draft
  ks-version: "0.11"
  imports:
    - libxl_header
    - libxl_record_header
    - libxl_record
    - libxc_stream
doc: |
  What libxl writes around the libxc stream: the state of the device model, and
  the records that close each checkpoint.

  A checkpointed stream has no end of its own: it ends where the connection broke,
  and the records after the libxc stream are then missing. That the libxc stream
  comes exactly once is in the shape of this description: a second LIBXC_CONTEXT
  is read as a record like any other.
doc-ref: https://xenbits.xenproject.org/docs/unstable/specs/libxl-migration-stream.html
seq:
  - id: header
    type: libxl_header
    doc: Identity and byte order.
  - id: leading
    type: libxl_record(header.is_be)
    repeat: until
    repeat-until: |
      _.header.type == libxl_record_header::libxl_record_type::libxc_context
      or _.header.type == libxl_record_header::libxl_record_type::end or _io.eof
    doc: Records up to LIBXC_CONTEXT.
  - id: libxc_present
    size: 0
    valid:
      expr: leading.last.header.type == libxl_record_header::libxl_record_type::libxc_context
    doc: A libxc stream follows.
    -wanted: a record LIBXC_CONTEXT
    -check: true
    doc-ref: spec/11-libxl-stream.md#LXL-017
    -req:
      - LXL-017
  - id: libxc
    type: libxc_stream(true, header.is_be)
    if: leading.last.header.type == libxl_record_header::libxl_record_type::libxc_context
    doc: The libxc stream, with the libxl records of each checkpoint inside it.
  - id: trailing
    type: trailing_records(header.is_be)
    if: not _io.eof
    doc: Records from the end of the libxc stream to END.
types:
  trailing_records:
    doc: Records from the end of the libxc stream to END.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the libxl stream.
    seq:
      - id: records
        type: libxl_record(is_be)
        repeat: until
        repeat-until: _.header.type == libxl_record_header::libxl_record_type::end or _io.eof
        doc: The records, END included.
      - id: stream_closed
        size: 0
        valid:
          expr: records.last.header.type == libxl_record_header::libxl_record_type::end
        doc: The stream ends with END.
        -wanted: a record END
        -check: true
        doc-ref: spec/11-libxl-stream.md#LXL-024
        -req:
          - LXL-024
