meta:
  id: shared_info_x86_64
  title: Domain save image, SHARED_INFO record body of a 64-bit guest
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
    - vcpu_time_info
  endian: le
doc: |
  The page that a 64-bit PV guest shares with Xen: the record carries it whole, as
  it stood. Only `vcpu_info` and `arch` are restored. Always little-endian.
doc-ref: spec/07-x86-pv.md
-said:
  - "The body_length of SHARED_INFO MUST be {}."
seq:
  - id: vcpu_info
    type: vcpu_info
    repeat: expr
    repeat-expr: 32
    doc: One for each of the first 32 vCPUs.
  - id: evtchn_pending
    type: uint64(false)
    repeat: expr
    repeat-expr: 64
    doc: |
      One bit for each event channel: an event is pending.
  - id: evtchn_mask
    type: uint64(false)
    repeat: expr
    repeat-expr: 64
    doc: |
      One bit for each event channel: events are masked.
  - id: wc_version
    type: u4
    doc: Odd while Xen is changing the wallclock.
  - id: wc_sec
    type: u4
    doc: Seconds from 1970 to the start of the host, low half.
  - id: wc_nsec
    type: u4
    doc: Nanoseconds beyond them.
  - id: wc_sec_hi
    type: u4
    doc: High half of the seconds.
  - id: arch
    type: arch_shared_info
    doc: What belongs to the architecture.
  - id: unused
    size: 960
    doc: Rest of the page.
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-058
    -req: [PV-058]
types:
  vcpu_info:
    doc: Events and time of one vCPU, 64 octets.
    seq:
      - id: evtchn_upcall_pending
        type: u1
        doc: Not zero when the vCPU has a pending event.
      - id: pad0
        type: u1
        doc: Unused.
      - id: evtchn_upcall_mask
        type: u1
        doc: Not zero when events are masked.
      - id: pad1
        size: 5
        doc: Unused.
      - id: evtchn_pending_sel
        type: uint64(false)
        doc: One bit for each word of `evtchn_pending` that is not zero.
      - id: cr2
        type: uint64(false)
        doc: Address of the last page fault.
      - id: pad2
        type: uint64(false)
        doc: Unused.
      - id: time
        type: vcpu_time_info
        size: 32
        doc: Time of the vCPU.
  arch_shared_info:
    doc: The x86 part, 48 octets.
    seq:
      - id: max_pfn
        type: uint64(false)
        doc: Number of page frames that the table covers, despite its name.
      - id: pfn_to_mfn_frame_list_list
        type: uint64(false)
        doc: Machine frame of the root of the three-level table. A restorer zeroes it.
      - id: nmi_reason
        type: uint64(false)
        doc: Why the last non-maskable interrupt came.
      - id: p2m_cr3
        type: uint64(false)
        doc: Page table in which `p2m_vaddr` is mapped.
      - id: p2m_vaddr
        type: uint64(false)
        doc: Linear address of the flat table; 0 when the guest has none.
      - id: p2m_generation
        type: uint64(false)
        doc: Counts changes of the flat table.
