meta:
  id: domain_header
  title: Domain save image, domain header
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Sixteen octets after the image header: what kind of domain was saved, the
  size of its pages, and which Xen saved it.
doc-ref: spec/03-domain-header.md
-req: [DOM-012]
-said:
  - "DOM-012** An image MUST hold all {} octets"
params:
  - id: is_be
    type: bool
    doc: Byte order of the image, bit 0 of the image header's options.
seq:
  - id: type
    type: u4
    enum: domain_type
    valid:
      in-enum: true
    doc: Kind of domain.
    doc-ref: spec/03-domain-header.md#DOM-001
    -req: [DOM-001]
  - id: page_shift
    type: u2
    valid:
      expr: _ == 12 or type == domain_type::arm and (_ == 14 or _ == 16)
    -wanted: 12, or 14 or 16 in an ARM domain
    -by-edition:
      v2: { valid: 12 }
      v3: { valid: 12 }
    doc: Base-2 logarithm of the page size in octets. 12 on x86.
    doc-ref: spec/03-domain-header.md#DOM-004
    -req: [DOM-004]
  - id: reserved
    type: u2
    valid: 0
    doc: Written as zero, ignored by a Reader.
    doc-ref: spec/03-domain-header.md#DOM-006
    -req: [DOM-006]
  - id: xen_major
    type: u4
    doc: |
      Major version of the Xen that saved the domain. Zero when the image was
      converted from the legacy format.
    doc-ref: spec/03-domain-header.md#DOM-008
    -req: [DOM-008, DOM-010]
  - id: xen_minor
    type: u4
    doc: |
      Minor version of the Xen that saved the domain; the converter's own
      version when `xen_major` is zero.
enums:
  domain_type:
    1:
      id: x86_pv
      doc: x86 paravirtual guest.
    2:
      id: x86_hvm
      doc: x86 hardware virtual machine, PVH guests included.
    5:
      id: arm
      -in: [v4-draft]
      doc: ARM guest.
    6:
      id: v86_machine
      -in: [v4-draft]
      doc: Machine of v86.
    7:
      id: qemu_machine
      -in: [v4-draft]
      doc: Machine of QEMU.
