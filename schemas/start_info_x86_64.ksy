meta:
  id: start_info_x86_64
  title: Start-of-day page of a 64-bit PV guest
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  The start-of-day page of a 64-bit PV guest, 1168 octets. It is no record: it lies in
  the guest's memory, in the page that the rdx register of vCPU 0 names, and the
  restorer rewrites the frame numbers and event channels in it.
doc-ref: spec/07-x86-pv.md
-req: [PV-040]
seq:
  - id: magic
    type: str
    size: 32
    encoding: ASCII
    terminator: 0
    doc: Interface version and width, as in "xen-3.0-x86_64".
  - id: nr_pages
    type: uint64(false)
    doc: Pages of the guest.
  - id: shared_info
    type: uint64(false)
    doc: Machine address of the shared page.
  - id: flags
    type: u4
    doc: Privileges of the domain.
  - id: flags_pad
    type: u4
    doc: Unused.
  - id: store_mfn
    type: uint64(false)
    doc: Frame of the ring to xenstore.
    doc-ref: spec/07-x86-pv.md#PV-040
    -req: [PV-040]
  - id: store_evtchn
    type: u4
    doc: Event channel of that ring.
  - id: store_evtchn_pad
    type: u4
    doc: Unused.
  - id: console_mfn
    type: uint64(false)
    doc: Frame of the console ring.
    doc-ref: spec/07-x86-pv.md#PV-040
    -req: [PV-040]
  - id: console_evtchn
    type: u4
    doc: Event channel of that ring.
  - id: console_evtchn_pad
    type: u4
    doc: Unused.
  - id: pt_base
    type: uint64(false)
    doc: Linear address of the page directory at start.
  - id: nr_pt_frames
    type: uint64(false)
    doc: Frames of page tables at start.
  - id: mfn_list
    type: uint64(false)
    doc: Linear address of the frame list at start.
  - id: mod_start
    type: uint64(false)
    doc: Linear address of the first module.
  - id: mod_len
    type: uint64(false)
    doc: Octets of that module.
  - id: cmd_line
    type: strz
    size: 1024
    encoding: ASCII
    doc: Command line of the kernel.
  - id: first_p2m_pfn
    type: uint64(false)
    doc: First frame of the table at start.
  - id: nr_p2m_frames
    type: uint64(false)
    doc: Number of those frames.
