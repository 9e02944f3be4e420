meta:
  id: x86_pv_info
  title: Domain save image, X86_PV_INFO record body
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Register width and depth of the page tables of a PV guest. The two go together:
  32-bit guests have 3 levels, 64-bit guests have 4. All fields are single octets,
  so the byte order of the image is without effect.
doc-ref: spec/07-x86-pv.md
-req: [PV-001]
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
    doc-ref: spec/07-x86-pv.md#PV-004
    -req: [PV-004]
  - id: pt_levels
    type: u1
    valid:
      expr: "_ == (guest_width == 4 ? 3 : 4)"
    doc: Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest.
    -wanted: 3 with width 4, 4 with width 8
    doc-ref: spec/07-x86-pv.md#PV-004
    -req: [PV-004]
  - id: reserved
    type: u1
    repeat: expr
    repeat-expr: 6
    valid: 0
    doc: Written as zero.
    doc-ref: spec/07-x86-pv.md#PV-006
    -req: [PV-006]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-001
    -req: [PV-001]
