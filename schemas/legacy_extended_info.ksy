meta:
  id: legacy_extended_info
  title: Legacy stream, extended information of a PV domain
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  endian: le
doc: |
  What a PV stream says before its p2m frame list, after the signature: blocks of
  an id, a size and data.
doc-ref: spec/15-legacy.md
-req: [LEG-011]
seq:
  - id: tot_bytes
    type: u4
    doc: Octets of all blocks.
    doc-ref: spec/15-legacy.md#LEG-011
    -req: [LEG-011]
  - id: blocks
    size: tot_bytes
    type: blocks
    doc: The blocks.
    doc-ref: spec/15-legacy.md#LEG-011
    -req: [LEG-011, LEG-013]
types:
  blocks:
    doc: Blocks, one after the other.
    seq:
      - id: blocks
        type: block
        repeat: eos
        doc: They fill the room that there is.
        doc-ref: spec/15-legacy.md#LEG-011
        -req: [LEG-011]
  block:
    doc: One block.
    seq:
      - id: id
        type: str
        size: 4
        encoding: ASCII
        valid:
          any-of: ['"vcpu"', '"extv"', '"xcnt"']
        doc: What it is.
        doc-ref: spec/15-legacy.md#LEG-021
        -req: [LEG-021]
      - id: size
        type: u4
        valid:
          expr: id == "vcpu" and (_ == 5168 or _ == 2800) or id == "extv" and _ == 0 or id == "xcnt" and _ == 4
        -wanted: 5168 or 2800 for vcpu, 0 for extv, 4 for xcnt
        doc: Octets of data.
        doc-ref: spec/15-legacy.md#LEG-015
        -req: [LEG-015, LEG-017, LEG-019]
      - id: data
        size: size
        doc: Data.
