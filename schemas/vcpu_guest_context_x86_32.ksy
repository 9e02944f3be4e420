meta:
  id: vcpu_guest_context_x86_32
  title: Register context of a 32-bit PV vCPU
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - x86_fxsave_area
  endian: le
doc: |
  The hypervisor's `vcpu_guest_context` of a 32-bit PV guest, 2800 octets, in the
  guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]` and, on
  vCPU 0, the register that points at start_info (edx) hold pseudo-physical
  frame numbers.
doc-ref: spec/07-x86-pv.md
-req: [PV-026]
-said:
  - "octets long for guest_width 8, and {} for guest_width 4"
seq:
  - id: fpu
    type: x86_fxsave_area
    size: 512
    doc: Floating-point registers.
  - id: flags
    type: u4
    doc: What of the context is in use.
  - id: user_regs
    type: user_regs
    doc: General registers.
  - id: trap_ctxt
    type: trap_info
    repeat: expr
    repeat-expr: 256
    doc: The interrupt descriptor table that the guest registered.
  - id: ldt_base
    type: u4
    doc: Linear address of the local descriptor table.
  - id: ldt_ents
    type: u4
    doc: Entries of that table.
  - id: gdt_frames
    type: u4
    repeat: expr
    repeat-expr: 16
    doc: |
      Frames that hold the global descriptor table; as many are in use as
      `gdt_ents` needs.
    doc-ref: spec/07-x86-pv.md#PV-030
    -req: [PV-030]
  - id: gdt_ents
    type: u4
    valid:
      max: 7168
    doc: Entries of that table, at most 7168.
    doc-ref: spec/07-x86-pv.md#PV-028
    -req: [PV-028]
  - id: kernel_ss
    type: u4
    doc: Stack segment of the guest kernel.
  - id: kernel_sp
    type: u4
    doc: Stack pointer of the guest kernel.
  - id: ctrlreg
    type: u4
    repeat: expr
    repeat-expr: 8
    doc: CR0 to CR7. CR3 is a frame number rotated left by 12 within 32 bits.
    doc-ref: spec/07-x86-pv.md#PV-032
    -req: [PV-032]
  - id: debugreg
    type: u4
    repeat: expr
    repeat-expr: 8
    doc: DR0 to DR7.
  - id: event_callback_cs
    type: u4
    doc: Code segment of the next.
  - id: event_callback_eip
    type: u4
    doc: Where events enter the guest.
  - id: failsafe_callback_cs
    type: u4
    doc: Code segment of the next.
  - id: failsafe_callback_eip
    type: u4
    doc: Where a failed return enters the guest.
  - id: vm_assist
    type: u4
    doc: Assists that the guest has enabled.
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-026
    -req: [PV-026]
instances:
  i387_valid:
    value: (flags & 1) != 0
    doc: Bit 0 of `flags`. The floating-point state is in use.
    -face: boolean
  in_kernel:
    value: (flags & 4) != 0
    doc: Bit 2 of `flags`. The vCPU was in its kernel.
    -face: boolean
  failsafe_disables_events:
    value: (flags & 8) != 0
    doc: Bit 3 of `flags`. The failsafe callback masks events.
    -face: boolean
  syscall_disables_events:
    value: (flags & 16) != 0
    doc: Bit 4 of `flags`. The system-call entry masks events.
    -face: boolean
  online:
    value: (flags & 32) != 0
    doc: Bit 5 of `flags`. The vCPU is online.
    -face: boolean
types:
  user_regs:
    doc: General registers, 68 octets.
    seq:
      - id: ebx
        type: u4
        doc: EBX.
      - id: ecx
        type: u4
        doc: ECX.
      - id: edx
        type: u4
        doc: EDX.
        doc-ref: spec/07-x86-pv.md#PV-038
        -req: [PV-038]
      - id: esi
        type: u4
        doc: ESI.
      - id: edi
        type: u4
        doc: EDI.
      - id: ebp
        type: u4
        doc: EBP.
      - id: eax
        type: u4
        doc: EAX.
      - id: error_code
        type: u2
        doc: Private to the hypervisor.
      - id: entry_vector
        type: u2
        doc: Private to the hypervisor.
      - id: eip
        type: u4
        doc: EIP.
      - id: cs
        type: u2
        doc: CS.
      - id: saved_upcall_mask
        type: u1
        doc: Event mask at the time of the last entry.
      - id: saved_upcall_mask_pad
        type: u1
        doc: Unused.
      - id: eflags
        type: u4
        doc: EFLAGS.
      - id: esp
        type: u4
        doc: ESP.
      - id: ss
        type: u2
        doc: SS.
      - id: ss_pad
        type: u2
        doc: Unused.
      - id: es
        type: u2
        doc: ES.
      - id: es_pad
        type: u2
        doc: Unused.
      - id: ds
        type: u2
        doc: DS.
      - id: ds_pad
        type: u2
        doc: Unused.
      - id: fs
        type: u2
        doc: FS.
      - id: fs_pad
        type: u2
        doc: Unused.
      - id: gs
        type: u2
        doc: GS.
      - id: gs_pad
        type: u2
        doc: Unused.
  trap_info:
    doc: One gate of the interrupt descriptor table.
    seq:
      - id: vector
        type: u1
        doc: Number of the exception.
      - id: flags
        type: u1
        doc: Privilege level in bits 0 and 1; bit 2 masks events.
      - id: cs
        type: u2
        doc: Code segment of the handler.
      - id: address
        type: u4
        doc: Entry point of the handler.
