meta:
  id: legacy_toolstack
  title: Legacy stream, TOOLSTACK data of libxl
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  Where the emulator has mapped memory of the guest.
doc-ref: spec/15-legacy.md
-req: [LEG-056]
params:
  - id: long_width
    type: u1
    doc: Octets of a long of the writer, 4 or 8.
seq:
  - id: version
    type: u4
    valid: 1
    doc: Version of this structure.
    doc-ref: spec/15-legacy.md#LEG-056
    -req: [LEG-056]
  - id: count
    type: u4
    doc: Number of mappings.
  - id: mappings
    type: mapping(long_width)
    repeat: expr
    repeat-expr: count
    doc: The mappings.
types:
  mapping:
    doc: One mapping.
    params:
      - id: long_width
        type: u1
        doc: Octets of a long of the writer, 4 or 8.
    seq:
      - id: phys_offset
        type: uint64(false)
        doc: Where the memory was.
      - id: start_addr
        type: uint64(false)
        doc: Where it is mapped.
      - id: size
        type: uint64(false)
        doc: How many octets of it.
      - id: name_len
        type: u4
        valid:
          min: 1
        doc: Octets of the name, its NUL counted.
        doc-ref: spec/15-legacy.md#LEG-056
        -req: [LEG-056]
      - id: name
        size: name_len
        doc: Its name, ended by NUL.
      - id: filling
        size: "long_width == 8 ? 4 : 0"
        doc: What the structure of a writer with longs of 8 octets ends in.
