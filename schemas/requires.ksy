meta:
  id: requires
  title: Domain save image, REQUIRES record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  What a Reader has to be able to do for this image, as items.
doc-ref: spec/20-v4-capabilities.md
-req: [CAP-005]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: items
    type: item(is_be)
    repeat: eos
    doc: The items, up to the end of the body.
    doc-ref: spec/20-v4-capabilities.md#CAP-007
    -req: [CAP-007]
types:
  item:
    doc: One thing to be able to do.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: tag
        type: u4
        doc: What the value tells. With bit 31 set, a Reader may skip what it does not know.
        doc-ref: spec/20-v4-capabilities.md#CAP-009
        -req: [CAP-009]
      - id: length
        type: u4
        valid:
          expr: (_ & 7) == 0
        -wanted: a multiple of 8
        doc: Octets of the value.
        doc-ref: spec/20-v4-capabilities.md#CAP-012
        -req: [CAP-012]
      - id: value
        size: length
        doc: The value.
        doc-ref: spec/20-v4-capabilities.md#CAP-014
        -req: [CAP-014, CAP-016, CAP-018]
