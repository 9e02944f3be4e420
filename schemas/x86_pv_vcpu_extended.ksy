meta:
  id: x86_pv_vcpu_extended
  title: Domain save image, X86_PV_VCPU_EXTENDED record body
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
  Entry points for system calls and the machine-check state of one PV vCPU, in the
  guest's byte order. The context names the vCPU again and carries its own size.
doc-ref: spec/07-x86-pv.md
-req: [PV-042]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
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
  - id: context
    type: extended_context(vcpu_id)
    size-eos: true
    if: not _io.eof
    doc: The state.
    doc-ref: spec/07-x86-pv.md#PV-042
    -req: [PV-042]
types:
  extended_context:
    meta:
      endian: le
    doc: |
      The hypervisor's `xen_domctl_ext_vcpucontext`. 64 octets today; at least
      the first 32, at most 128.
    params:
      - id: outer_vcpu_id
        type: u4
        doc: The vCPU that the record names.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size >= 32 and _io.size <= 128
        doc: The context is neither too short nor too long.
        -wanted: 32 to 128 octets
        -check: true
        doc-ref: spec/07-x86-pv.md#PV-042
        -req: [PV-042]
      - id: vcpu
        type: u4
        valid: outer_vcpu_id
        doc: Number of the vCPU, again.
        doc-ref: spec/07-x86-pv.md#PV-044
        -req: [PV-044]
      - id: size
        type: u4
        valid:
          max: _io.size
        doc: Octets of this structure that are in use, by its own account.
        doc-ref: spec/07-x86-pv.md#PV-046
        -req: [PV-046]
      - id: syscall32_callback_eip
        type: uint64(false)
        doc: Where a 32-bit SYSCALL enters the guest.
      - id: sysenter_callback_eip
        type: uint64(false)
        doc: Where SYSENTER enters the guest.
      - id: syscall32_callback_cs
        type: u2
        doc: Code segment of that entry.
      - id: sysenter_callback_cs
        type: u2
        doc: Code segment of that entry.
      - id: syscall32_disables_events
        type: u1
        doc: 1 when the entry masks events.
      - id: sysenter_disables_events
        type: u1
        doc: 1 when the entry masks events.
      - id: pad
        type: u2
        doc: Unused.
      - id: vmce
        type: vmce
        if: _io.size - _io.pos >= 32
        doc: Machine-check state; absent in a context of 32 octets.
      - id: remainder
        size-eos: true
        doc: Room for what a later hypervisor appends.
  vmce:
    meta:
      endian: le
    doc: Virtual machine-check registers.
    seq:
      - id: caps
        type: uint64(false)
        doc: MCG_CAP.
      - id: mci_ctl2_bank0
        type: uint64(false)
        doc: MCi_CTL2 of bank 0.
      - id: mci_ctl2_bank1
        type: uint64(false)
        doc: MCi_CTL2 of bank 1.
      - id: mcg_ext_ctl
        type: uint64(false)
        doc: MCG_EXT_CTL.
