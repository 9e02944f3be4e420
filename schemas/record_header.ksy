meta:
  id: record_header
  title: Domain save image, record header
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Eight octets before every record. The body follows, then zero octets up to
  the next multiple of eight, counted from the start of the stream. There is
  no footer.
doc-ref: spec/04-records.md
-req: [REC-002]
-said:
  - "REC-002** A record MUST occupy {} octets and its body_length"
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: type
    type: u4
    enum: record_type
    doc: What the body holds. With bit 31 set, a Reader may skip what it does not know.
    doc-ref: spec/04-records.md#REC-011
    -req: [REC-011]
  - id: body_length
    type: u4
    valid:
      max: 0x8000000
    doc: Octets of the body, padding not counted. At most 128 MiB.
    doc-ref: spec/04-records.md#REC-007
    -req: [REC-007]
instances:
  is_optional:
    value: (type.to_i & 0x80000000) != 0
    doc: True when a Reader that does not know the type skips the record.
    -face: boolean
  len_padding:
    value: (8 - body_length % 8) % 8
    doc: Octets of padding after the body.
    -face: number
enums:
  record_type:
    0x00:
      id: end
      doc: End of the image; the last record.
    0x01:
      id: page_data
      doc: A batch of page frame numbers and the pages that have contents.
    0x02:
      id: x86_pv_info
      doc: Register width and page-table depth of a PV guest.
    0x03:
      id: x86_pv_p2m_frames
      doc: Where a PV guest keeps its physical-to-machine table.
    0x04:
      id: x86_pv_vcpu_basic
      doc: Registers of one PV vCPU.
    0x05:
      id: x86_pv_vcpu_extended
      doc: System-call entry points and machine-check state of one PV vCPU.
    0x06:
      id: x86_pv_vcpu_xsave
      doc: Extended processor state of one PV vCPU.
    0x07:
      id: shared_info
      doc: The page a PV guest shares with Xen.
    0x08:
      id: x86_tsc_info
      doc: How the guest's time-stamp counter is made.
    0x09:
      id: hvm_context
      doc: The hypervisor's own chain of device and vCPU state.
    0x0a:
      id: hvm_params
      doc: HVM parameters, index and value.
    0x0b:
      id: toolstack
      doc: Withdrawn before release; never written, never accepted.
    0x0c:
      id: x86_pv_vcpu_msrs
      doc: Model-specific registers of one PV vCPU.
    0x0d:
      id: verify
      doc: From here on pages are compared, not restored.
    0x0e:
      id: checkpoint
      doc: A consistent state is complete.
    0x0f:
      id: checkpoint_dirty_pfn_list
      doc: Pages a COLO secondary has dirtied; back channel only.
    0x10:
      id: static_data_end
      -in: [v3, v4-draft]
      doc: End of the static part, from edition v3.
    0x11:
      id: x86_cpuid_policy
      -in: [v3, v4-draft]
      doc: CPUID leaves of the domain, from edition v3.
    0x12:
      id: x86_msr_policy
      -in: [v3, v4-draft]
      doc: Model-specific registers that describe the domain, from edition v3.
    0x13:
      id: memory_layout
      -in: [v4-draft]
      doc: Where the memory of the domain lies.
    0x14:
      id: page_data_compressed
      -in: [v4-draft]
      doc: A batch of pages under a codec.
    0x15:
      id: requires
      -in: [v4-draft]
      doc: What a Reader has to be able to do.
    0x16:
      id: arm_id_policy
      -in: [v4-draft]
      doc: Identification registers of an ARM domain.
    0x17:
      id: arm_vcpu
      -in: [v4-draft]
      doc: Registers of one ARM vCPU.
    0x18:
      id: machine
      -in: [v4-draft]
      doc: Which machine of an emulator it is.
    0x19:
      id: machine_vcpu
      -in: [v4-draft]
      doc: Registers of one vCPU of a machine.
    0x1a:
      id: platform_state
      -in: [v4-draft]
      doc: What only the emulator of a machine understands.
    0x80000010:
      id: image_digest
      -in: [v4-draft]
      doc: Sum over a round of the image.
