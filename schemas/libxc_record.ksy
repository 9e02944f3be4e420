meta:
  id: libxc_record
  title: Domain save image, record
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - record_header
    - shared_info
    - page_data
    - x86_pv_info
    - x86_pv_p2m_frames
    - x86_pv_vcpu_basic
    - x86_pv_vcpu_extended
    - x86_pv_vcpu_xsave
    - x86_tsc_info
    - hvm_context
    - hvm_params
    - x86_pv_vcpu_msrs
    - checkpoint_dirty_pfn_list
    - x86_cpuid_policy
    - x86_msr_policy
    - requires
    - memory_layout
    - arm_id_policy
    - arm_vcpu
    - machine
    - machine_vcpu
    - platform_state
    - page_data_compressed
    - image_digest
    - libxl_record
    - libxl_record_header
doc: |
  A record of a libxc stream: header, body, padding. Inside a libxl stream the
  libxl records that complete a checkpoint follow its CHECKPOINT.

  Some bodies cannot be read without what earlier records said: `guest_width`
  comes in as a parameter and goes on, perhaps changed, as `guest_width_after`.
doc-ref: spec/04-records.md
-req: [REC-002]
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
  - id: in_libxl
    type: bool
    doc: True when the stream lies inside a libxl stream.
  - id: libxl_is_be
    type: bool
    doc: Byte order of that libxl stream.
  - id: len_trailer
    type: u1
    doc: Octets of the trailer behind each record, 0 before version 4.
seq:
  - id: header
    type: record_header(is_be)
    doc: Type and length.
  - id: body
    size: header.body_length
    type:
      switch-on: header.type
      cases:
        record_header::record_type::end: no_content
        record_header::record_type::page_data: page_data(is_be, page_size)
        record_header::record_type::x86_pv_info: x86_pv_info(is_be)
        record_header::record_type::x86_pv_p2m_frames: x86_pv_p2m_frames(is_be, guest_width)
        record_header::record_type::x86_pv_vcpu_basic: x86_pv_vcpu_basic(is_be, guest_width)
        record_header::record_type::x86_pv_vcpu_extended: x86_pv_vcpu_extended(is_be)
        record_header::record_type::x86_pv_vcpu_xsave: x86_pv_vcpu_xsave(is_be)
        record_header::record_type::shared_info: shared_info(guest_width)
        record_header::record_type::x86_tsc_info: x86_tsc_info(is_be)
        record_header::record_type::hvm_context: hvm_context
        record_header::record_type::hvm_params: hvm_params(is_be)
        record_header::record_type::x86_pv_vcpu_msrs: x86_pv_vcpu_msrs(is_be)
        record_header::record_type::verify: no_content
        record_header::record_type::checkpoint: no_content
        record_header::record_type::checkpoint_dirty_pfn_list: checkpoint_dirty_pfn_list(is_be)
        record_header::record_type::static_data_end: no_content
        record_header::record_type::x86_cpuid_policy: x86_cpuid_policy(is_be)
        record_header::record_type::x86_msr_policy: x86_msr_policy(is_be)
        record_header::record_type::requires: requires(is_be)
        record_header::record_type::memory_layout: memory_layout(is_be)
        record_header::record_type::arm_id_policy: arm_id_policy(is_be)
        record_header::record_type::arm_vcpu: arm_vcpu(is_be)
        record_header::record_type::machine: machine(is_be)
        record_header::record_type::machine_vcpu: machine_vcpu(is_be)
        record_header::record_type::platform_state: platform_state(is_be)
        record_header::record_type::page_data_compressed: page_data_compressed(is_be)
        record_header::record_type::image_digest: image_digest(is_be)
    doc: What the type says; octets where it is not known.
  - id: padding
    type: u1
    repeat: expr
    repeat-expr: header.len_padding
    valid: 0
    doc: Zero octets up to a multiple of eight.
    doc-ref: spec/04-records.md#REC-003
    -req: [REC-003]
  - id: trailer
    size: len_trailer
    if: len_trailer != 0
    -in: [v4-draft]
    doc: The sum over header, body and padding.
    doc-ref: spec/18-v4-integrity.md#SUM-001
    -req: [SUM-001]
  - id: libxl_records
    type: libxl_record(libxl_is_be)
    repeat: until
    repeat-until: _.header.type == libxl_record_header::libxl_record_type::checkpoint_end or _io.eof
    if: in_libxl and header.type == record_header::record_type::checkpoint and not _io.eof
    doc: The libxl part of a checkpoint, CHECKPOINT_END included.
    -outside: true
  - id: libxl_message
    type: libxl_record(libxl_is_be)
    if: |
      in_libxl and header.type == record_header::record_type::checkpoint
      and _io.size - _io.pos >= 8
      and upcoming.type == libxl_record_header::libxl_record_type::checkpoint_state
      and upcoming.body_length <= 8
    doc: |
      In a COLO stream, the order for the next checkpoint, CHECKPOINT_STATE. A
      stream does not say that it is one, so the order is known by its number and
      length, which no record that opens a round in a stream of Xen shares.
    -outside: true
instances:
  upcoming:
    pos: _io.pos
    type: libxl_record_header(libxl_is_be)
    doc: What follows the libxl part of a checkpoint, read as if it were libxl's.
  guest_width_after:
    value: "header.type == record_header::record_type::x86_pv_info ? body.as<x86_pv_info>.guest_width : guest_width"
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
        doc-ref: spec/04-records.md#REC-031
        -req: [REC-031, CKPT-005]
