meta:
  id: shared_info
  title: Domain save image, SHARED_INFO record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - shared_info_x86_32
    - shared_info_x86_64
doc: |
  The page that a PV guest shares with Xen, in the guest's width.
doc-ref: spec/07-x86-pv.md
-req: [PV-058]
params:
  - id: guest_width
    type: u1
    doc: |
      Octets in a register of the guest, from X86_PV_INFO; with any other value
      than 4 or 8 the page stays octets.
seq:
  - id: is_a_page
    size: 0
    valid:
      expr: _io.size == 4096
    doc: The record carries exactly one page.
    -wanted: 4096 octets
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-058
    -req: [PV-058]
  - id: page
    size-eos: true
    type:
      switch-on: guest_width
      cases:
        4: shared_info_x86_32
        8: shared_info_x86_64
    doc: The page.
