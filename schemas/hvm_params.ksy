meta:
  id: hvm_params
  title: Domain save image, HVM_PARAMS record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Parameters of an HVM guest, index and value. Those that are zero are left out.
  Not every number below 39 has a meaning.
doc-ref: spec/09-x86-hvm.md
-req: [HVM-021]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: count
    type: u4
    doc: Number of parameters.
    doc-ref: spec/09-x86-hvm.md#HVM-021
    -req: [HVM-021]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/09-x86-hvm.md#HVM-034
    -req: [HVM-034]
  - id: params
    type: hvm_param(is_be)
    repeat: expr
    repeat-expr: count
    doc: The parameters.
    doc-ref: spec/09-x86-hvm.md#HVM-025
    -req: [HVM-025]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/09-x86-hvm.md#HVM-021
    -req: [HVM-021]
types:
  hvm_param:
    doc: One parameter.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: index
        type: uint64(is_be)
        valid:
          expr: _.hi == 0 and _.lo < 39
        doc: Number of the parameter.
        -wanted: below 39
        doc-ref: spec/09-x86-hvm.md#HVM-023
        -req: [HVM-023]
      - id: value
        type: uint64(is_be)
        valid:
          expr: _.hi != 0 or _.lo != 0
        -wanted: not 0
        doc: Its value.
        doc-ref: spec/09-x86-hvm.md#HVM-027
        -req: [HVM-027]
    instances:
      name:
        value: "index.hi == 0 ? index.lo : 0xffffffff"
        enum: hvm_param_name
        doc: Name of the parameter.
enums:
  hvm_param_name:
    0:
      id: callback_irq
      doc: How events reach the guest.
    1:
      id: store_pfn
      doc: Frame of the xenstore ring.
    2:
      id: store_evtchn
      doc: Event channel of the xenstore ring.
    4:
      id: pae_enabled
      doc: Obsolete; a restorer leaves it out.
    5:
      id: ioreq_pfn
      doc: Frame of I/O requests.
    6:
      id: bufioreq_pfn
      doc: Frame of buffered I/O requests.
    9:
      id: viridian
      doc: Enlightenments for Windows.
    10:
      id: timer_mode
      doc: How missed timer interrupts are made up for.
    11:
      id: hpet_enabled
      doc: The guest has an event timer.
    12:
      id: ident_pt
      doc: Page table that maps memory onto itself.
    13:
      id: dm_domain
      doc: Dead.
    14:
      id: acpi_s_state
      doc: Sleep state.
    15:
      id: vm86_tss
      doc: Task state for real mode, before Xen 4.9.
    16:
      id: vpt_align
      doc: Timers are aligned.
    17:
      id: console_pfn
      doc: Frame of the console ring.
    18:
      id: console_evtchn
      doc: Event channel of the console ring.
    19:
      id: acpi_ioports_location
      doc: Layout of the ACPI ports, 0 or 1.
    20:
      id: memory_event_cr0
      doc: Dead.
    21:
      id: memory_event_cr3
      doc: Dead.
    22:
      id: memory_event_cr4
      doc: Dead.
    23:
      id: memory_event_int3
      doc: Dead.
    24:
      id: nestedhvm
      doc: Dead.
    25:
      id: memory_event_single_step
      doc: Dead.
    26:
      id: bufioreq_evtchn
      doc: Dead.
    27:
      id: paging_ring_pfn
      doc: Frame of the paging ring.
    28:
      id: monitor_ring_pfn
      doc: Frame of the monitor ring.
    29:
      id: sharing_ring_pfn
      doc: Frame of the sharing ring.
    30:
      id: memory_event_msr
      doc: Dead.
    31:
      id: triple_fault_reason
      doc: What a triple fault means.
    32:
      id: ioreq_server_pfn
      doc: First frame for I/O request servers.
    33:
      id: nr_ioreq_server_pages
      doc: Number of those frames.
    34:
      id: vm_generation_id_addr
      doc: Address of the generation identifier.
    35:
      id: altp2m
      doc: Alternate views of memory; not migrated.
    36:
      id: x87_fip_width
      doc: "Width of the x87 instruction pointer: 0, 4 or 8."
    37:
      id: vm86_tss_sized
      doc: Task state for real mode, address and size, from Xen 4.9.
    38:
      id: mca_cap
      doc: Machine-check capabilities.
