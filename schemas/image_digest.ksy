meta:
  id: image_digest
  title: Domain save image, IMAGE_DIGEST record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  The sum over one round of an image: from the end of the previous CHECKPOINT,
  or the marker, up to the header of this record.
doc-ref: spec/18-v4-integrity.md
-req: [SUM-013]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: algorithm
    type: u2
    valid:
      any-of: [3, 5, 6]
    doc: Number of the algorithm, that of the image header's image_digest.
    doc-ref: spec/18-v4-integrity.md#SUM-013
    -req: [SUM-013, VFOUR-013]
  - id: reserved1
    type: u2
    valid: 0
    doc: Zero; any other value is refused.
    doc-ref: spec/18-v4-integrity.md#SUM-017
    -req: [SUM-017]
  - id: reserved2
    type: u4
    valid: 0
    doc: Zero; any other value is refused.
    doc-ref: spec/18-v4-integrity.md#SUM-017
    -req: [SUM-017]
  - id: position
    type: uint64(is_be)
    doc: Octets of the image before this record.
    doc-ref: spec/18-v4-integrity.md#SUM-019
    -req: [SUM-019]
  - id: sum
    size-eos: true
    doc: The sum, 8 octets for a CRC and 32 for SHA-256.
    doc-ref: spec/18-v4-integrity.md#SUM-021
    -req: [SUM-021]
