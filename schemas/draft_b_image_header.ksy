meta:
  id: draft_b_image_header
  title: Domain save image of the 2014 proposal, image header
  license: Apache-2.0
  ks-version: "0.11"
  endian: be
doc: |
  The first 24 octets of an image of version 1, always big-endian. The shape is
  that of all later editions.
doc-ref: spec/16-draft-b.md
-req: [DB-012]
-said:
  - "DB-012** An image MUST hold all {} octets"
seq:
  - id: marker
    contents: [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
    doc: All ones.
    doc-ref: spec/16-draft-b.md#DB-001
    -req: [DB-001]
  - id: ident
    contents: XENF
    doc: The four letters that name the format.
    doc-ref: spec/16-draft-b.md#DB-003
    -req: [DB-003]
  - id: version
    type: u4
    valid: 1
    doc: Edition of the stream.
    doc-ref: spec/16-draft-b.md#DB-005
    -req: [DB-005]
  - id: options
    type: u2
    valid:
      max: 1
    doc: |
      Bit 0 tells the byte order of everything after this header: 0 is little
      endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.
    doc-ref: spec/16-draft-b.md#DB-007
    -req: [DB-007]
  - id: reserved1
    type: u2
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-010
    -req: [DB-010]
  - id: reserved2
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-010
    -req: [DB-010]
instances:
  is_be:
    value: (options & 1) != 0
    doc: True when the rest of the image is big-endian.
    -face: boolean
