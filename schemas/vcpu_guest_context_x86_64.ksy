meta:
  id: vcpu_guest_context_x86_64
  title: Register context of a 64-bit PV vCPU
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
    - x86_fxsave_area
  endian: le
doc: |
  The hypervisor's `vcpu_guest_context` of a 64-bit PV guest, 5168 octets, in the
  guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]`, `ctrlreg[1]` and, on
  vCPU 0, the register that points at start_info (rdx) hold pseudo-physical
  frame numbers.
doc-ref: spec/07-x86-pv.md
-req: [PV-026]
-said:
  - "MUST be {} octets long for guest_width 8"
  - "block `vcpu` MUST be {} or"
seq:
  - id: fpu
    type: x86_fxsave_area
    size: 512
    doc: Floating-point registers.
  - id: flags
    type: uint64(false)
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
    type: uint64(false)
    doc: Linear address of the local descriptor table.
  - id: ldt_ents
    type: uint64(false)
    doc: Entries of that table.
  - id: gdt_frames
    type: uint64(false)
    repeat: expr
    repeat-expr: 16
    doc: |
      Frames that hold the global descriptor table; as many are in use as
      `gdt_ents` needs.
    doc-ref: spec/07-x86-pv.md#PV-030
    -req: [PV-030]
  - id: gdt_ents
    type: uint64(false)
    valid:
      expr: _.hi == 0 and _.lo <= 7168
    doc: Entries of that table, at most 7168.
    -wanted: at most 7168
    doc-ref: spec/07-x86-pv.md#PV-028
    -req: [PV-028]
  - id: kernel_ss
    type: uint64(false)
    doc: Stack segment of the guest kernel.
  - id: kernel_sp
    type: uint64(false)
    doc: Stack pointer of the guest kernel.
  - id: ctrlreg
    type: uint64(false)
    repeat: expr
    repeat-expr: 8
    doc: |
      CR0 to CR7. CR3 is a frame number shifted left by 12; CR1 is 0, or the
      user page table shifted left by 12 with bit 0 set.
    doc-ref: spec/07-x86-pv.md#PV-032
    -req: [PV-032, PV-034, PV-036]
  - id: debugreg
    type: uint64(false)
    repeat: expr
    repeat-expr: 8
    doc: DR0 to DR7.
  - id: event_callback_eip
    type: uint64(false)
    doc: Where events enter the guest.
  - id: failsafe_callback_eip
    type: uint64(false)
    doc: Where a failed return enters the guest.
  - id: syscall_callback_eip
    type: uint64(false)
    doc: Where system calls enter the guest.
  - id: vm_assist
    type: uint64(false)
    doc: Assists that the guest has enabled.
  - id: fs_base
    type: uint64(false)
    doc: Base of fs.
  - id: gs_base_kernel
    type: uint64(false)
    doc: Base of gs in the guest kernel.
  - id: gs_base_user
    type: uint64(false)
    doc: Base of gs in user mode.
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
    value: (flags.lo & 1) != 0
    doc: Bit 0 of `flags`. The floating-point state is in use.
    -face: boolean
  in_kernel:
    value: (flags.lo & 4) != 0
    doc: Bit 2 of `flags`. The vCPU was in its kernel.
    -face: boolean
  failsafe_disables_events:
    value: (flags.lo & 8) != 0
    doc: Bit 3 of `flags`. The failsafe callback masks events.
    -face: boolean
  syscall_disables_events:
    value: (flags.lo & 16) != 0
    doc: Bit 4 of `flags`. The system-call entry masks events.
    -face: boolean
  online:
    value: (flags.lo & 32) != 0
    doc: Bit 5 of `flags`. The vCPU is online.
    -face: boolean
types:
  user_regs:
    doc: General registers, 200 octets.
    seq:
      - id: r15
        type: uint64(false)
        doc: R15.
      - id: r14
        type: uint64(false)
        doc: R14.
      - id: r13
        type: uint64(false)
        doc: R13.
      - id: r12
        type: uint64(false)
        doc: R12.
      - id: rbp
        type: uint64(false)
        doc: RBP.
      - id: rbx
        type: uint64(false)
        doc: RBX.
      - id: r11
        type: uint64(false)
        doc: R11.
      - id: r10
        type: uint64(false)
        doc: R10.
      - id: r9
        type: uint64(false)
        doc: R9.
      - id: r8
        type: uint64(false)
        doc: R8.
      - id: rax
        type: uint64(false)
        doc: RAX.
      - id: rcx
        type: uint64(false)
        doc: RCX.
      - id: rdx
        type: uint64(false)
        doc: RDX.
        doc-ref: spec/07-x86-pv.md#PV-038
        -req: [PV-038]
      - id: rsi
        type: uint64(false)
        doc: RSI.
      - id: rdi
        type: uint64(false)
        doc: RDI.
      - id: error_code
        type: u4
        doc: Private to the hypervisor.
      - id: entry_vector
        type: u4
        doc: Private to the hypervisor.
      - id: rip
        type: uint64(false)
        doc: RIP.
      - id: cs
        type: u2
        doc: CS.
      - id: cs_pad
        size: 2
        doc: Unused.
      - id: saved_upcall_mask
        type: u1
        doc: Event mask at the time of the last entry.
      - id: saved_upcall_mask_pad
        size: 3
        doc: Unused.
      - id: rflags
        type: uint64(false)
        doc: RFLAGS.
      - id: rsp
        type: uint64(false)
        doc: RSP.
      - id: ss
        type: u2
        doc: SS.
      - id: ss_pad
        size: 6
        doc: Unused.
      - id: es
        type: u2
        doc: ES.
      - id: es_pad
        size: 6
        doc: Unused.
      - id: ds
        type: u2
        doc: DS.
      - id: ds_pad
        size: 6
        doc: Unused.
      - id: fs
        type: u2
        doc: FS.
      - id: fs_pad
        size: 6
        doc: Unused.
      - id: gs
        type: u2
        doc: GS.
      - id: gs_pad
        size: 6
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
      - id: pad
        type: u4
        doc: Unused.
      - id: address
        type: uint64(false)
        doc: Entry point of the handler.
