meta:
  id: draft_b_record
  title: Domain save image of the 2014 proposal, record
  license: Apache-2.0
  -became: libxc_record
  ks-version: "0.11"
  imports:
    - page_data
    - draft_b_vcpu_info
    - draft_b_vcpu_context
    - draft_b_x86_pv_info
    - draft_b_p2m
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Sixteen octets of header, the body, zero octets up to a multiple of eight, and
  eight octets of footer with a checksum over body and padding. The checksum
  itself is not computed here.
doc-ref: spec/16-draft-b.md
-req: [DB-025]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
  - id: page_size
    type: u4
    doc: Octets in a page, from the domain header.
  - id: guest_width
    type: u1
    doc: |
      Octets in a register of the guest, from the X86_PV_INFO record before this
      one; 0 when there was none.
seq:
  - id: type
    type: u4
    enum: record_type
    valid:
      in-enum: true
    doc: What the body holds.
    doc-ref: spec/16-draft-b.md#DB-040
    -req: [DB-040]
  - id: body_length
    type: u4
    valid:
      max: 0x8000000
    doc: Octets of the body, padding not counted.
    doc-ref: spec/16-draft-b.md#DB-026
    -req: [DB-026]
  - id: options
    type: u2
    valid:
      max: 1
    doc: Bit 0 says that the checksum holds. Bits 1 to 15 are reserved and written as zero.
    doc-ref: spec/16-draft-b.md#DB-028
    -req: [DB-028]
  - id: reserved
    type: u1
    repeat: expr
    repeat-expr: 6
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-030
    -req: [DB-030]
  - id: body
    size: body_length
    type:
      switch-on: type
      cases:
        record_type::end: no_content
        record_type::page_data: page_data(is_be, page_size)
        record_type::vcpu_info: draft_b_vcpu_info(is_be)
        record_type::vcpu_context: draft_b_vcpu_context(is_be, guest_width)
        record_type::x86_pv_info: draft_b_x86_pv_info(is_be)
        record_type::p2m: draft_b_p2m(is_be)
    doc: What the type says.
    doc-ref: spec/16-draft-b.md#DB-025
    -req: [DB-025]
  - id: padding
    type: u1
    repeat: expr
    repeat-expr: len_padding
    doc: Zero octets up to a multiple of eight; the bodies of all six types need none.
  - id: checksum
    type: u4
    doc: CRC-32 of body and padding, or 0 where bit 0 of the options is clear.
    doc-ref: spec/16-draft-b.md#DB-035
    -req: [DB-035, DB-037]
  - id: footer_reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/16-draft-b.md#DB-032
    -req: [DB-032]
instances:
  len_padding:
    value: (8 - body_length % 8) % 8
    doc: Octets of padding after the body.
    -face: number
  guest_width_after:
    value: "type == record_type::x86_pv_info ? body.as<draft_b_x86_pv_info>.guest_width : guest_width"
    doc: Octets in a register of the guest, for the records after this one.
types:
  no_content:
    doc: The type says it all.
    seq:
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/16-draft-b.md#DB-042
        -req: [DB-042]
enums:
  record_type:
    0:
      id: end
      doc: End of the image; the last record.
    1:
      id: page_data
      doc: A batch of page frame numbers and the pages that have contents.
    2:
      id: vcpu_info
      doc: How many vCPUs the domain can have.
    3:
      id: vcpu_context
      doc: Registers of one vCPU.
    4:
      id: x86_pv_info
      doc: Register width and page-table depth of the guest.
    5:
      id: p2m
      doc: A part of the domain's table from page frames to machine frames.
