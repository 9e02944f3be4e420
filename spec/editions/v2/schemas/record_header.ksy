meta:
  id: record_header
  title: Domain save image, record header
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      "true": be
      "false": le
doc: |
  Eight octets before every record. The body follows, then zero octets up to
  the next multiple of eight, counted from the start of the stream. There is
  no footer.
doc-ref: spec/04-records.md
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: type
    type: u4
    enum: record_type
    doc: What the body holds. With bit 31 set, a Reader may skip what it does not know.
  - id: body_length
    type: u4
    valid:
      max: 134217728
    doc: Octets of the body, padding not counted. At most 128 MiB.
    doc-ref: spec/04-records.md#REC-007
    -req:
      - REC-007
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
    "0":
      id: end
      doc: End of the image; the last record.
    "1":
      id: page_data
      doc: A batch of page frame numbers and the pages that have contents.
    "2":
      id: x86_pv_info
      doc: Register width and page-table depth of a PV guest.
    "3":
      id: x86_pv_p2m_frames
      doc: Where a PV guest keeps its physical-to-machine table.
    "4":
      id: x86_pv_vcpu_basic
      doc: Registers of one PV vCPU.
    "5":
      id: x86_pv_vcpu_extended
      doc: System-call entry points and machine-check state of one PV vCPU.
    "6":
      id: x86_pv_vcpu_xsave
      doc: Extended processor state of one PV vCPU.
    "7":
      id: shared_info
      doc: The page a PV guest shares with Xen.
    "8":
      id: x86_tsc_info
      doc: How the guest's time-stamp counter is made.
    "9":
      id: hvm_context
      doc: The hypervisor's own chain of device and vCPU state.
    "10":
      id: hvm_params
      doc: HVM parameters, index and value.
    "11":
      id: toolstack
      doc: Withdrawn before release; never written, never accepted.
    "12":
      id: x86_pv_vcpu_msrs
      doc: Model-specific registers of one PV vCPU.
    "13":
      id: verify
      doc: From here on pages are compared, not restored.
    "14":
      id: checkpoint
      doc: A consistent state is complete.
    "15":
      id: checkpoint_dirty_pfn_list
      doc: Pages a COLO secondary has dirtied; back channel only.
