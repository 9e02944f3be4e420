meta:
  id: draft_b_p2m
  title: Domain save image of the 2014 proposal, P2M record body
  license: Apache-2.0
  -became: x86_pv_p2m_frames
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  A part of the domain's table from page frames to the machine frames that held
  them on the host it was saved on.
doc-ref: spec/16-draft-b.md
-req: [DB-077]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: pfn_begin
    type: uint64(is_be)
    doc: The first page frame of this part.
    doc-ref: spec/16-draft-b.md#DB-075
    -req: [DB-075, DB-081]
  - id: pfn_end
    type: uint64(is_be)
    doc: One more than the last page frame of this part; at most 2^32.
    doc-ref: spec/16-draft-b.md#DB-075
    -req: [DB-075, DB-079]
  - id: mfns
    type: uint64(is_be)
    repeat: eos
    doc: The machine frame of each, or all ones where it has none.
    doc-ref: spec/16-draft-b.md#DB-077
    -req: [DB-077]
