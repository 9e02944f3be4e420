meta:
  id: xl_save_file
  title: xl save file
  application: Xen (xl)
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - xl_header
    - libxl_stream
doc: |
  What `xl save` writes: a header, the configuration of the domain, and a libxl
  stream. The stream begins where the optional data ends, aligned or not.
doc-ref: spec/12-xl-save-file.md
seq:
  - id: header
    type: xl_header(byteorder_lead == 1)
    doc: Header and configuration.
  - id: stream
    type: libxl_stream
    if: header.is_stream_v2
    doc: The libxl stream.
  - id: legacy_stream
    size-eos: true
    if: not header.is_stream_v2
    doc: A stream in the format of Xen before 4.6.
instances:
  byteorder_lead:
    pos: 32
    type: u1
    doc: First octet of the header's `byteorder`, 1 when the writer was big-endian.
