meta:
  id: draft_b_vcpu_context
  title: Domain save image of the 2014 proposal, VCPU_CONTEXT record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - vcpu_guest_context_x86_32
    - vcpu_guest_context_x86_64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Registers of one vCPU: `vcpu_guest_context` in the guest's width and, whatever
  the byte order of the image, in the guest's byte order.
doc-ref: spec/16-draft-b.md
-req: [DB-065]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
  - id: guest_width
    type: u1
    doc: |
      Octets in a register of the guest, from X86_PV_INFO; with any other value
      than 4 or 8 the context stays octets.
seq:
  - id: vcpu_id
    type: u4
    doc: Number of the vCPU.
    doc-ref: spec/16-draft-b.md#DB-067
    -req: [DB-067, DB-069]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-071
    -req: [DB-071]
  - id: context
    size-eos: true
    type:
      switch-on: guest_width
      cases:
        4: vcpu_guest_context_x86_32
        8: vcpu_guest_context_x86_64
    doc: The registers.
    doc-ref: spec/16-draft-b.md#DB-065
    -req: [DB-065]
