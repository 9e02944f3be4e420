meta:
  id: hvm_context
  title: Domain save image, HVM_CONTEXT record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
    - x86_fxsave_area
    - x86_xsave_area
  endian: le
  bit-endian: le
doc: |
  What the hypervisor knows of an HVM guest: a chain of entries, one for each
  device and each vCPU's part, closed by an entry END.

  The chain is the hypervisor's own, so it stays in the byte order of the guest's
  architecture, little-endian, whatever the byte order of the image.

  The state of some entries has grown over the releases. Xen takes a shorter one
  for CPU, LAPIC, RTC, VMCE_VCPU and the two VIRIDIAN entries and continues it with
  zeros; fields beyond the end are absent here.
doc-ref: spec/09-x86-hvm.md
-req: [HVM-011]
seq:
  - id: entries
    type: entry(_index)
    repeat: until
    repeat-until: _.typecode == typecode::end or _io.eof
    doc: The chain, END included.
    doc-ref: spec/09-x86-hvm.md#HVM-001
    -req: [HVM-001, HVM-003]
  - id: chain_closed
    size: 0
    valid:
      expr: entries.last.typecode == typecode::end
    doc: The chain ends with an entry END.
    -wanted: an entry END inside the body
    -check: true
    doc-ref: spec/09-x86-hvm.md#HVM-003
    -req: [HVM-003]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after the entry END
    -check: true
    doc-ref: spec/09-x86-hvm.md#HVM-005
    -req: [HVM-005]
types:
  entry:
    doc: |
      One entry: a descriptor of eight octets and the state that it describes.
      There is no padding between entries.
    params:
      - id: index
        type: s4
        doc: Number of entries before this one.
    seq:
      - id: typecode
        type: u2
        enum: typecode
        valid:
          expr: _.to_i <= 20 and (index != 0 or _ == typecode::header)
        doc: |
          What the entry holds. The chain starts with the header, and no code
          above 20 is known to Xen.
        -wanted: a known code, and the header first
        doc-ref: spec/09-x86-hvm.md#HVM-001
        -req: [HVM-001, HVM-009]
      - id: instance
        type: u2
        valid:
          expr: |
            _ == 0 or typecode == typecode::end or (typecode == typecode::pic and _ == 1)
            or _ < 128 and (
              typecode == typecode::cpu or typecode == typecode::lapic
              or typecode == typecode::lapic_regs or typecode == typecode::mtrr
              or typecode == typecode::cpu_xsave or typecode == typecode::viridian_vcpu
              or typecode == typecode::vmce_vcpu or typecode == typecode::tsc_adjust
              or typecode == typecode::cpu_msr
            )
        doc: Number of the vCPU, or of the device where there are several.
        -wanted: 0, unless the state is a vCPU's or a PIC's
        doc-ref: spec/09-x86-hvm.md#HVM-013
        -req: [HVM-013]
      - id: length
        type: u4
        doc: Octets of the state, the descriptor not counted.
        doc-ref: spec/09-x86-hvm.md#HVM-007
        -req: [HVM-007, HVM-011]
      - id: body
        size: length
        type:
          switch-on: typecode
          cases:
            typecode::end: end
            typecode::header: header
            typecode::cpu: cpu
            typecode::pic: pic
            typecode::ioapic: ioapic
            typecode::lapic: lapic
            typecode::lapic_regs: lapic_regs
            typecode::pci_irq: pci_irq
            typecode::isa_irq: isa_irq
            typecode::pci_link: pci_link
            typecode::pit: pit
            typecode::rtc: rtc
            typecode::hpet: hpet
            typecode::pmtimer: pmtimer
            typecode::mtrr: mtrr
            typecode::viridian_domain: viridian_domain
            typecode::cpu_xsave: cpu_xsave
            typecode::viridian_vcpu: viridian_vcpu
            typecode::vmce_vcpu: vmce_vcpu
            typecode::tsc_adjust: tsc_adjust
            typecode::cpu_msr: cpu_msr
        doc: The state.
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  end:
    doc: |
      Nothing: the descriptor says it all.
    seq:
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-005
        -req: [HVM-005]
  header:
    doc: |
      The Xen that wrote the chain, 24 octets.
    seq:
      - id: magic
        type: u4
        valid: 0x54381286
        doc: Marks the chain.
        doc-ref: spec/09-x86-hvm.md#HVM-001
        -req: [HVM-001]
      - id: version
        type: u4
        valid: 1
        doc: Version of the chain.
        doc-ref: spec/09-x86-hvm.md#HVM-001
        -req: [HVM-001]
      - id: changeset
        type: uint64(false)
        doc: Source revision of that Xen; all ones when unknown.
      - id: cpuid
        type: u4
        doc: EAX of CPUID leaf 1 on the host.
      - id: gtsc_khz
        type: u4
        doc: |
          Frequency of the guest's time-stamp counter; unless 0 it overrides
          that of X86_TSC_INFO.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  cpu:
    doc: |
      Registers of one vCPU: 1032 octets today, 1024 before Xen 4.7, 1016 (without
      `tsc_aux`, what follows it moved down) before Xen 3.4. Xen takes any shorter
      entry and continues it with zeros.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 1032
        doc: A longer entry is refused.
        -wanted: at most 1032 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: fpu
        type: x86_fxsave_area
        if: _io.size >= 512
        size: 512
        doc: Floating-point registers.
      - id: gprs
        type: general_registers
        if: _io.size >= 640
        doc: General registers.
      - id: rip
        type: uint64(false)
        if: _io.size >= 648
        doc: RIP.
      - id: rflags
        type: uint64(false)
        if: _io.size >= 656
        doc: RFLAGS.
      - id: control
        type: control_registers
        if: _io.size >= 688
        doc: Control registers.
      - id: debug
        type: debug_registers
        if: _io.size >= 736
        doc: Debug registers.
      - id: selectors
        type: u4
        if: _io.size >= 768
        repeat: expr
        repeat-expr: 8
        doc: Selectors of cs, ds, es, fs, gs, ss, tr and ldtr.
      - id: limits
        type: u4
        if: _io.size >= 808
        repeat: expr
        repeat-expr: 10
        doc: Limits of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr.
      - id: bases
        type: uint64(false)
        if: _io.size >= 888
        repeat: expr
        repeat-expr: 10
        doc: Bases of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr.
      - id: arbytes
        type: u4
        if: _io.size >= 920
        repeat: expr
        repeat-expr: 8
        doc: Access rights of cs, ds, es, fs, gs, ss, tr and ldtr.
      - id: sysenter
        type: sysenter_registers
        if: _io.size >= 944
        doc: Where SYSENTER enters the kernel.
      - id: msrs
        type: syscall_registers
        if: _io.size >= 1000
        doc: Registers of SYSCALL and of the long mode.
      - id: tsc_aux
        type: uint64(false)
        if: _io.size >= 1008 and _io.size != 1016
        doc: MSR_TSC_AUX.
      - id: tsc
        type: uint64(false)
        if: _io.size >= 1016
        doc: The guest's time-stamp counter.
      - id: pending_event
        type: pending_event
        if: _io.size >= 1020 or _io.size == 1016
        doc: An event on its way into the guest.
      - id: error_code
        type: u4
        if: _io.size >= 1024 or _io.size == 1016
        doc: Error code of that event.
      - id: flags
        type: u4
        valid:
          max: 1
        if: _io.size >= 1028
        doc: |
          Bit 0 is set when the floating-point state is in use. Taken as set
          where the field is missing.
      - id: pad0
        type: u4
        valid: 0
        if: _io.size >= 1032
        doc: Always zero; any other value is refused.
        doc-ref: spec/09-x86-hvm.md#HVM-015
        -req: [HVM-015]
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  general_registers:
    doc: |
      General registers, in the order of the processor.
    seq:
      - id: rax
        type: uint64(false)
        doc: RAX.
      - id: rbx
        type: uint64(false)
        doc: RBX.
      - id: rcx
        type: uint64(false)
        doc: RCX.
      - id: rdx
        type: uint64(false)
        doc: RDX.
      - id: rbp
        type: uint64(false)
        doc: RBP.
      - id: rsi
        type: uint64(false)
        doc: RSI.
      - id: rdi
        type: uint64(false)
        doc: RDI.
      - id: rsp
        type: uint64(false)
        doc: RSP.
      - id: r8
        type: uint64(false)
        doc: R8.
      - id: r9
        type: uint64(false)
        doc: R9.
      - id: r10
        type: uint64(false)
        doc: R10.
      - id: r11
        type: uint64(false)
        doc: R11.
      - id: r12
        type: uint64(false)
        doc: R12.
      - id: r13
        type: uint64(false)
        doc: R13.
      - id: r14
        type: uint64(false)
        doc: R14.
      - id: r15
        type: uint64(false)
        doc: R15.
  control_registers:
    doc: |
      Control registers.
    seq:
      - id: cr0
        type: uint64(false)
        doc: CR0.
      - id: cr2
        type: uint64(false)
        doc: CR2.
      - id: cr3
        type: uint64(false)
        doc: CR3.
      - id: cr4
        type: uint64(false)
        doc: CR4.
  debug_registers:
    doc: |
      Debug registers.
    seq:
      - id: dr0
        type: uint64(false)
        doc: DR0.
      - id: dr1
        type: uint64(false)
        doc: DR1.
      - id: dr2
        type: uint64(false)
        doc: DR2.
      - id: dr3
        type: uint64(false)
        doc: DR3.
      - id: dr6
        type: uint64(false)
        doc: DR6.
      - id: dr7
        type: uint64(false)
        doc: DR7.
  sysenter_registers:
    doc: |
      Where SYSENTER enters the kernel.
    seq:
      - id: cs
        type: uint64(false)
        doc: CS.
      - id: esp
        type: uint64(false)
        doc: ESP.
      - id: eip
        type: uint64(false)
        doc: EIP.
  syscall_registers:
    doc: |
      Registers of SYSCALL and of the long mode.
    seq:
      - id: shadow_gs
        type: uint64(false)
        doc: Base of gs that SWAPGS brings in.
      - id: flags
        type: uint64(false)
        doc: Obsolete.
      - id: lstar
        type: uint64(false)
        doc: Where a 64-bit SYSCALL enters.
      - id: star
        type: uint64(false)
        doc: Segments of SYSCALL.
      - id: cstar
        type: uint64(false)
        doc: Where a 32-bit SYSCALL enters.
      - id: syscall_mask
        type: uint64(false)
        doc: Flags that SYSCALL clears.
      - id: efer
        type: uint64(false)
        doc: Extended features enabled.
  pending_event:
    doc: |
      An event on its way into the guest, as the processor encodes it.
    seq:
      - id: vector
        type: b8
        doc: Vector.
      - id: type
        type: b3
        doc: Kind of event.
      - id: error_valid
        type: b1
        doc: The event has an error code.
      - id: reserved
        type: b19
        doc: Reserved.
      - id: valid
        type: b1
        doc: There is an event.
  pic:
    doc: |
      One 8259A, 8 octets. Instance 0 is the master, 1 the slave.
    seq:
      - id: irr
        type: u1
        doc: Requested interrupts.
      - id: imr
        type: u1
        doc: Masked interrupts.
      - id: isr
        type: u1
        doc: Interrupts in service.
      - id: irq_base
        type: u1
        doc: Vector of the first interrupt.
      - id: init_state
        type: b4
        doc: Step of the initialisation.
      - id: priority_add
        type: b4
        doc: Interrupt with the highest priority.
      - id: readsel_isr
        type: b1
        doc: Reads return `isr`.
      - id: poll
        type: b1
        doc: Poll command given.
      - id: auto_eoi
        type: b1
        doc: Interrupts end by themselves.
      - id: rotate_on_auto_eoi
        type: b1
        doc: Priorities rotate when they do.
      - id: special_fully_nested_mode
        type: b1
        doc: Interrupts nest, those from a slave too.
      - id: special_mask_mode
        type: b1
        doc: Masked interrupts in service let lower ones through.
      - id: is_master
        type: b1
        doc: This is the master.
      - id: pad
        type: b1
        doc: Unused.
      - id: elcr
        type: u1
        doc: Level-triggered interrupts.
      - id: int_output
        type: u1
        valid:
          max: 1
        doc: Level of the output.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  ioapic:
    doc: |
      I/O interrupt controller, 400 octets.
    seq:
      - id: base_address
        type: uint64(false)
        doc: Where it is mapped.
      - id: ioregsel
        type: u4
        doc: Register selected.
      - id: id
        type: u4
        doc: Identity.
      - id: redirtbl
        type: uint64(false)
        repeat: expr
        repeat-expr: 48
        doc: Redirection table.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  lapic:
    doc: |
      Local interrupt controller: 32 octets today, 24 as Xen up to 4.17 wrote it. Xen
      takes any shorter entry and continues it with zeros.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 32
        doc: A longer entry is refused.
        -wanted: at most 32 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: apic_base_msr
        type: uint64(false)
        if: _io.size >= 8
        doc: MSR_IA32_APICBASE.
      - id: disabled
        type: u4
        if: _io.size >= 12
        doc: Not zero when disabled by hardware or software.
      - id: timer_divisor
        type: u4
        if: _io.size >= 16
        doc: Divisor of the timer.
      - id: tdt_msr
        type: uint64(false)
        if: _io.size >= 24
        doc: MSR_IA32_TSC_DEADLINE.
      - id: pending_esr
        type: u4
        if: _io.size >= 28
        doc: Errors not yet in the status register.
      - id: pad
        type: u4
        if: _io.size >= 32
        doc: Unused.
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  lapic_regs:
    doc: |
      Register page of the local interrupt controller, 1024 octets: 64
      registers, one in 16 octets.
    seq:
      - id: registers
        type: lapic_register
        repeat: expr
        repeat-expr: 64
        doc: The registers, by their number in the x2APIC scheme.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  lapic_register:
    doc: |
      A 32-bit register in its 16-octet slot.
    seq:
      - id: value
        type: u4
        doc: Contents.
      - id: unused
        size: 12
        doc: Unused.
  pci_irq:
    doc: |
      Levels of the PCI interrupt wires, 16 octets.
    seq:
      - id: levels
        size: 16
        doc: One bit for each wire; bit 4 x device + pin.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  isa_irq:
    doc: |
      Levels of the ISA interrupt wires, 8 octets.
    seq:
      - id: levels
        type: u2
        doc: One bit for each wire.
      - id: unused
        size: 6
        doc: Unused.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  pci_link:
    doc: |
      Which ISA interrupt each PCI link is routed to, 8 octets.
    seq:
      - id: route
        type: u1
        repeat: expr
        repeat-expr: 4
        valid:
          max: 15
        doc: ISA interrupt of each link; 0 when disabled.
      - id: pad0
        type: u1
        repeat: expr
        repeat-expr: 4
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/09-x86-hvm.md#HVM-015
        -req: [HVM-015]
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  pit:
    doc: |
      Interval timer of the PC, 56 octets.
    seq:
      - id: channels
        type: pit_channel
        repeat: expr
        repeat-expr: 3
        doc: The three channels.
      - id: speaker_data_on
        type: u4
        valid:
          max: 1
        doc: 1 while the speaker is fed.
      - id: pad0
        type: u4
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/09-x86-hvm.md#HVM-015
        -req: [HVM-015]
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  pit_channel:
    doc: |
      One channel of the timer.
    seq:
      - id: count
        type: u4
        valid:
          max: 0x10000
        doc: Reload value, at most 0x10000.
      - id: latched_count
        type: u2
        doc: Count kept for the next read.
      - id: count_latched
        type: u1
        doc: Not zero when a count is kept; how much of it is to be read.
      - id: status_latched
        type: u1
        doc: Not zero when the status is kept.
      - id: status
        type: u1
        doc: Status kept for the next read.
      - id: read_state
        type: u1
        doc: Which half the next read returns.
      - id: write_state
        type: u1
        doc: Which half the next write sets.
      - id: write_latch
        type: u1
        doc: Low half of a count that is being written.
      - id: rw_mode
        type: u1
        doc: How halves are read and written.
      - id: mode
        type: u1
        doc: Mode of the channel; 0xff before it is set, as Xen before 4.19 wrote it.
      - id: bcd
        type: u1
        doc: Counts in decimal.
      - id: gate
        type: u1
        doc: Level of the gate.
  rtc:
    doc: |
      Real-time clock, 24 octets. Xen takes any shorter entry and continues it with
      zeros; images of older releases have one.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 24
        doc: A longer entry is refused.
        -wanted: at most 24 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: cmos
        if: _io.size >= 14
        size: 14
        doc: The registers.
      - id: cmos_index
        type: u1
        if: _io.size >= 15
        doc: Register selected.
      - id: pad0
        type: u1
        if: _io.size >= 16
        doc: Unused.
      - id: rtc_offset
        type: uint64(false)
        if: _io.size >= 24
        -signed: true
        doc: Seconds between guest and host time, signed.
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  hpet:
    doc: |
      High-precision event timer, 1048 octets.
    seq:
      - id: capability
        type: uint64(false)
        doc: Capabilities.
      - id: reserved0
        type: uint64(false)
        doc: Reserved.
      - id: config
        type: uint64(false)
        doc: Configuration.
      - id: reserved1
        type: uint64(false)
        doc: Reserved.
      - id: isr
        type: uint64(false)
        doc: Interrupt status.
      - id: reserved2
        type: uint64(false)
        repeat: expr
        repeat-expr: 25
        doc: Reserved.
      - id: mc64
        type: uint64(false)
        doc: Main counter.
      - id: reserved3
        type: uint64(false)
        doc: Reserved.
      - id: timers
        type: hpet_timer
        repeat: expr
        repeat-expr: 3
        doc: The timers.
      - id: reserved5
        type: uint64(false)
        repeat: expr
        repeat-expr: 84
        doc: Room for 21 more.
      - id: period
        type: uint64(false)
        repeat: expr
        repeat-expr: 3
        doc: Last value written to each comparator.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  hpet_timer:
    doc: |
      One timer.
    seq:
      - id: config
        type: uint64(false)
        doc: Configuration.
      - id: cmp
        type: uint64(false)
        doc: Comparator.
      - id: fsb
        type: uint64(false)
        doc: Message route.
      - id: reserved4
        type: uint64(false)
        doc: Reserved.
  pmtimer:
    doc: |
      Power-management timer, 8 octets.
    seq:
      - id: tmr_val
        type: u4
        doc: Counter.
      - id: pm1a_sts
        type: u2
        doc: Status.
      - id: pm1a_en
        type: u2
        doc: Enabled events.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  mtrr:
    doc: |
      Memory types of one vCPU, 240 octets.
    seq:
      - id: msr_pat_cr
        type: uint64(false)
        doc: MSR_IA32_CR_PAT.
      - id: msr_mtrr_var
        type: uint64(false)
        repeat: expr
        repeat-expr: 16
        doc: Variable ranges, base and mask by turns.
      - id: msr_mtrr_fixed
        type: uint64(false)
        repeat: expr
        repeat-expr: 11
        doc: Fixed ranges.
      - id: msr_mtrr_cap
        type: uint64(false)
        valid:
          expr: (_.lo & 0xff) <= 8
        doc: Capabilities; the low octet, the number of variable ranges, is at most 8.
        -wanted: at most 8 variable ranges
      - id: msr_mtrr_def_type
        type: uint64(false)
        doc: Default type.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  viridian_domain:
    doc: |
      Enlightenments for Windows, domain-wide: 32 octets, or fewer, which Xen continues
      with zeros.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 32
        doc: A longer entry is refused.
        -wanted: at most 32 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: hypercall_gpa
        type: uint64(false)
        if: _io.size >= 8
        doc: Hypercall page.
      - id: guest_os_id
        type: uint64(false)
        if: _io.size >= 16
        doc: Identity of the guest's system.
      - id: time_ref_count
        type: uint64(false)
        if: _io.size >= 24
        doc: Reference time.
      - id: reference_tsc
        type: uint64(false)
        if: _io.size >= 32
        doc: Reference page.
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  viridian_vcpu:
    doc: |
      Enlightenments for Windows, one vCPU: 216 octets, or fewer, which Xen continues
      with zeros.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 216
        doc: A longer entry is refused.
        -wanted: at most 216 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: vp_assist_msr
        type: uint64(false)
        if: _io.size >= 8
        doc: Assist page.
      - id: apic_assist_pending
        type: u1
        if: _io.size >= 9
        doc: Not zero while an end of interrupt is left to the guest.
      - id: pad
        type: u1
        if: _io.size >= 16
        repeat: expr
        repeat-expr: 7
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/09-x86-hvm.md#HVM-015
        -req: [HVM-015]
      - id: simp_msr
        type: uint64(false)
        if: _io.size >= 24
        doc: Message page.
      - id: sint_msr
        type: uint64(false)
        if: _io.size >= 152
        repeat: expr
        repeat-expr: 16
        doc: Synthetic interrupt sources.
      - id: stimer_config_msr
        type: uint64(false)
        if: _io.size >= 184
        repeat: expr
        repeat-expr: 4
        doc: Configuration of the synthetic timers.
      - id: stimer_count_msr
        type: uint64(false)
        if: _io.size >= 216
        repeat: expr
        repeat-expr: 4
        doc: Counts of the synthetic timers.
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  vmce_vcpu:
    doc: |
      Virtual machine-check registers: 32 octets, or fewer, which Xen continues with
      zeros.
    seq:
      - id: length_fits
        size: 0
        valid:
          expr: _io.size <= 32
        doc: A longer entry is refused.
        -wanted: at most 32 octets
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
      - id: caps
        type: uint64(false)
        if: _io.size >= 8
        doc: MCG_CAP.
      - id: mci_ctl2_bank0
        type: uint64(false)
        if: _io.size >= 16
        doc: MCi_CTL2 of bank 0.
      - id: mci_ctl2_bank1
        type: uint64(false)
        if: _io.size >= 24
        doc: MCi_CTL2 of bank 1.
      - id: mcg_ext_ctl
        type: uint64(false)
        if: _io.size >= 32
        doc: MCG_EXT_CTL.
      - id: remainder
        size-eos: true
        doc: Octets of a field that the entry ends inside; empty in every image known.
  cpu_xsave:
    doc: |
      Extended processor state of one vCPU. Octets after the components that
      `xcr0_accum` names are zero; Xen up to 4.3 wrote such.
    seq:
      - id: xfeature_mask
        type: uint64(false)
        doc: Components that the host had; not used.
      - id: xcr0
        type: uint64(false)
        doc: Components enabled now.
      - id: xcr0_accum
        type: uint64(false)
        valid:
          expr: (xcr0.hi & (_.hi ^ 0xffffffff)) == 0 and (xcr0.lo & (_.lo ^ 0xffffffff)) == 0
        doc: Components enabled at any time since the vCPU started.
        -wanted: every component of xcr0
      - id: area
        type: x86_xsave_area(xcr0_accum.hi, xcr0_accum.lo)
        size-eos: true
        doc: The components.
  tsc_adjust:
    doc: |
      MSR_IA32_TSC_ADJUST, 8 octets.
    seq:
      - id: value
        type: uint64(false)
        doc: What the guest added to its counter.
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-011
        -req: [HVM-011]
  cpu_msr:
    doc: |
      Further model-specific registers of one vCPU.
    seq:
      - id: count
        type: u4
        valid:
          min: 1
        doc: Number of registers.
        doc-ref: spec/09-x86-hvm.md#HVM-019
        -req: [HVM-019]
      - id: pad
        type: u4
        doc: Unused.
      - id: msrs
        type: msr
        repeat: expr
        repeat-expr: count
        doc: The registers.
        doc-ref: spec/09-x86-hvm.md#HVM-019
        -req: [HVM-019]
      - id: body_end
        size: 0
        valid:
          expr: _io.eof
        doc: The body ends here.
        -wanted: no octet after this
        -check: true
        doc-ref: spec/09-x86-hvm.md#HVM-019
        -req: [HVM-019]
  msr:
    doc: |
      One register.
    seq:
      - id: index
        type: u4
        doc: Number of the register.
      - id: reserved
        type: u4
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/09-x86-hvm.md#HVM-015
        -req: [HVM-015]
      - id: value
        type: uint64(false)
        doc: Contents of the register.
enums:
  typecode:
    0:
      id: end
      doc: End of the chain.
    1:
      id: header
      doc: What wrote the chain; always first.
    2:
      id: cpu
      doc: Registers of one vCPU.
    3:
      id: pic
      doc: One of the two interrupt controllers of the PC.
    4:
      id: ioapic
      doc: I/O interrupt controller.
    5:
      id: lapic
      doc: Local interrupt controller of one vCPU, state outside its registers.
    6:
      id: lapic_regs
      doc: Register page of that controller.
    7:
      id: pci_irq
      doc: Levels of the PCI interrupt wires.
    8:
      id: isa_irq
      doc: Levels of the ISA interrupt wires.
    9:
      id: pci_link
      doc: Routing of the PCI interrupt links.
    10:
      id: pit
      doc: Interval timer of the PC.
    11:
      id: rtc
      doc: Real-time clock and its memory.
    12:
      id: hpet
      doc: High-precision event timer.
    13:
      id: pmtimer
      doc: Power-management timer.
    14:
      id: mtrr
      doc: Memory types of one vCPU.
    15:
      id: viridian_domain
      doc: Enlightenments for Windows, domain-wide.
    16:
      id: cpu_xsave
      doc: Extended processor state of one vCPU.
    17:
      id: viridian_vcpu
      doc: Enlightenments for Windows, one vCPU.
    18:
      id: vmce_vcpu
      doc: Virtual machine-check registers of one vCPU.
    19:
      id: tsc_adjust
      doc: MSR_IA32_TSC_ADJUST of one vCPU.
    20:
      id: cpu_msr
      doc: Further model-specific registers of one vCPU.
