meta:
  id: draft_b_vcpu_info
  title: Domain save image of the 2014 proposal, VCPU_INFO record body
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: What a Reader has to know of the vCPUs before their contexts come.
doc-ref: spec/16-draft-b.md
-req: [DB-059]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: max_vcpu_id
    type: u4
    valid:
      max: 8191
    doc: The highest number that a vCPU of the domain can have.
    doc-ref: spec/16-draft-b.md#DB-061
    -req: [DB-061]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-063
    -req: [DB-063]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/16-draft-b.md#DB-059
    -req: [DB-059]
