meta:
  id: image_header
  title: Domain save image, image header
  license: Apache-2.0
  ks-version: "0.11"
  endian: be
doc: |
  The first 24 octets of a libxc stream. They are big-endian whatever byte
  order they announce for the rest, so that any reader can tell an image, its
  edition and its byte order before it knows anything else.
doc-ref: spec/02-image-header.md
-req: [IMG-018]
-said:
  - "Every image opens with {} octets"
  - "IMG-018** An image MUST hold all {} octets"
  - "The image header has the {} octets"
seq:
  - id: marker
    contents: [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]
    doc: |
      All ones. A stream of the older (legacy) format has a zero bit somewhere
      in its first eight octets, so the two are never mistaken for each other.
    doc-ref: spec/02-image-header.md#IMG-001
    -req: [IMG-001]
  - id: ident
    contents: XENF
    doc: The four letters that name the format.
    doc-ref: spec/02-image-header.md#IMG-003
    -req: [IMG-003]
  - id: version
    type: u4
    valid:
      any-of: [2, 3, 4]
    -by-edition:
      v2: { valid: 2 }
      v3: { valid: 3 }
      v4-draft: { valid: 4 }
    doc: |
      Edition of the stream: 2 (Xen 4.6 to 4.13), 3 (Xen 4.14 and newer) or 4 (the draft).
    doc-ref: spec/02-image-header.md#IMG-005
    -req: [IMG-005, IMG-006, VFOUR-001, VFOUR-002]
  - id: options
    type: u2
    valid:
      max: 1
    doc: |
      Bit 0 tells the byte order of everything after this header: 0 is little
      endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.
    doc-ref: spec/02-image-header.md#IMG-012
    -req: [IMG-012]
  - id: reserved1
    type: u2
    valid: 0
    doc: Written as zero.
    doc-ref: spec/02-image-header.md#IMG-016
    -req: [IMG-016]
  - id: reserved2
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/02-image-header.md#IMG-016
    -req: [IMG-016]
instances:
  is_be:
    value: (options & 1) != 0
    doc: True when the rest of the image is big-endian.
    -face: boolean
