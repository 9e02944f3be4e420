meta:
  id: draft_b_domain_header
  title: Domain save image of the 2014 proposal, domain header
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Eight octets after the image header: the architecture and kind of domain, and
  the size of its pages.
doc-ref: spec/16-draft-b.md
-req: [DB-023]
-said:
  - "DB-023** An image MUST hold all {} octets"
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: arch
    type: u2
    valid: 1
    doc: Architecture; 1 is x86. 2 was meant for ARM and never filled in.
    doc-ref: spec/16-draft-b.md#DB-014
    -req: [DB-014]
  - id: type
    type: u2
    valid: 1
    doc: Kind of domain of that architecture; 1 is x86 PV.
    doc-ref: spec/16-draft-b.md#DB-016
    -req: [DB-016]
  - id: page_shift
    type: u2
    valid: 12
    doc: Base-2 logarithm of the page size in octets.
    doc-ref: spec/16-draft-b.md#DB-018
    -req: [DB-018]
  - id: reserved
    type: u2
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-020
    -req: [DB-020]
