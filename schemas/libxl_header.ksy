meta:
  id: libxl_header
  title: libxl migration stream, header
  license: Apache-2.0
  ks-version: "0.11"
  endian: be
doc: |
  The first 16 octets of a libxl stream, big-endian whatever byte order they
  announce for the rest.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-008]
seq:
  - id: ident
    contents: LibxlFmt
    doc: The eight letters that name the format.
    doc-ref: spec/11-libxl-stream.md#LXL-001
    -req: [LXL-001]
  - id: version
    type: u4
    valid: 2
    doc: |
      Version of the stream: 2 in every Xen from 4.6.
    doc-ref: spec/11-libxl-stream.md#LXL-003
    -req: [LXL-003]
  - id: options
    type: u4
    valid:
      max: 3
    doc: |
      Bit 0 is the byte order of the records, 1 for big-endian. Bit 1 marks
      the output of the converter from the legacy format. The rest is reserved
      and written as zero.
    doc-ref: spec/11-libxl-stream.md#LXL-005
    -req: [LXL-005]
instances:
  is_be:
    value: (options & 1) != 0
    doc: True when the records are big-endian.
    -face: boolean
  is_converted:
    value: (options & 2) != 0
    doc: True when the stream was converted from the legacy format.
    -face: boolean
