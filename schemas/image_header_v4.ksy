meta:
  id: image_header_v4
  title: Domain save image, image header, what version 4 appends
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  endian: be
doc: |
  The 16 octets that follow the 24 of the image header in an image of version
  4. They are big-endian like these.
doc-ref: spec/17-v4-header.md
-req: [VFOUR-005]
seq:
  - id: incompat
    type: u4
    valid: 0
    doc: Features that a Reader has to know. None is defined.
    doc-ref: spec/17-v4-header.md#VFOUR-007
    -req: [VFOUR-007]
  - id: compat
    type: u4
    valid: 0
    doc: Features that a Reader may pass over. None is defined.
    doc-ref: spec/17-v4-header.md#VFOUR-009
    -req: [VFOUR-009]
  - id: record_check
    type: u2
    enum: check
    valid:
      in-enum: true
    doc: Algorithm of the sum behind each record.
    doc-ref: spec/17-v4-header.md#VFOUR-011
    -req: [VFOUR-011]
  - id: image_digest
    type: u2
    enum: check
    valid:
      in-enum: true
    doc: Algorithm of the sum that closes each round.
    doc-ref: spec/17-v4-header.md#VFOUR-013
    -req: [VFOUR-013]
  - id: reserved
    type: u4
    valid: 0
    doc: Zero; any other value is refused.
    doc-ref: spec/17-v4-header.md#VFOUR-015
    -req: [VFOUR-015]
instances:
  len_trailer:
    value: "record_check == check::none ? 0 : record_check == check::sha256 ? 32 : 8"
    doc: Octets of the trailer behind each record.
    -face: number
enums:
  check:
    0:
      id: none
      doc: No sum.
    3:
      id: crc32
      doc: CRC-32 (ISO-HDLC), 4 octets and 4 of zero.
    5:
      id: crc32c
      doc: CRC-32C, 4 octets and 4 of zero.
    6:
      id: sha256
      doc: SHA-256, 32 octets.
