meta:
  id: x86_pv_vcpu_basic
  title: Domain save image, X86_PV_VCPU_BASIC record body
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
  Registers of one PV vCPU: the hypervisor's `vcpu_guest_context` in the guest's
  width and, whatever the byte order of the image, in the guest's byte order.
  Frame numbers in it have been turned from machine into pseudo-physical ones.
doc-ref: spec/07-x86-pv.md
-req: [PV-026]
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
    doc-ref: spec/07-x86-pv.md#PV-022
    -req: [PV-022]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/07-x86-pv.md#PV-024
    -req: [PV-024]
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: |
      A vCPU without this state has no such record; a Reader takes an empty one
      for none.
    -wanted: a register context
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-026
    -req: [PV-026]
  - id: context
    size-eos: true
    type:
      switch-on: guest_width
      cases:
        4: vcpu_guest_context_x86_32
        8: vcpu_guest_context_x86_64
    if: not _io.eof
    doc: The registers.
    doc-ref: spec/07-x86-pv.md#PV-026
    -req: [PV-026]
