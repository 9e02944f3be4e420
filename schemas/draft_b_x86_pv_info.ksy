meta:
  id: draft_b_x86_pv_info
  title: Domain save image of the 2014 proposal, X86_PV_INFO record body
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: Register width and depth of the page tables of the guest.
doc-ref: spec/16-draft-b.md
-req: [DB-045]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: guest_width
    type: u1
    valid:
      any-of: [4, 8]
    doc: |
      Octets in a register: 4 or 8.
    doc-ref: spec/16-draft-b.md#DB-047
    -req: [DB-047]
  - id: pt_levels
    type: u1
    valid:
      expr: "_ == (guest_width == 4 ? 3 : 4)"
    doc: Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest.
    -wanted: 3 with width 4, 4 with width 8
    doc-ref: spec/16-draft-b.md#DB-047
    -req: [DB-047]
  - id: options
    type: u2
    valid:
      max: 1
    doc: |
      Bit 0 says that the guest has asked for extended CR3 (VMASST_pae_extended_cr3).
      Bits 1 to 15 are reserved and written as zero.
    doc-ref: spec/16-draft-b.md#DB-049
    -req: [DB-049]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-049
    -req: [DB-049]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/16-draft-b.md#DB-045
    -req: [DB-045]
