meta:
  id: start_info_x86_32
  title: Start-of-day page of a 32-bit PV guest
  license: Apache-2.0
  ks-version: "0.11"
  endian: le
doc: |
  The start-of-day page of a 32-bit PV guest, 1112 octets. It is no record: it lies in
  the guest's memory, in the page that the edx register of vCPU 0 names, and the
  restorer rewrites the frame numbers and event channels in it.
doc-ref: spec/07-x86-pv.md
-req: [PV-040]
seq:
  - id: magic
    type: str
    size: 32
    encoding: ASCII
    terminator: 0
    doc: Interface version and width, as in "xen-3.0-x86_32p".
  - id: nr_pages
    type: u4
    doc: Pages of the guest.
  - id: shared_info
    type: u4
    doc: Machine address of the shared page.
  - id: flags
    type: u4
    doc: Privileges of the domain.
  - id: store_mfn
    type: u4
    doc: Frame of the ring to xenstore.
    doc-ref: spec/07-x86-pv.md#PV-040
    -req: [PV-040]
  - id: store_evtchn
    type: u4
    doc: Event channel of that ring.
  - id: console_mfn
    type: u4
    doc: Frame of the console ring.
    doc-ref: spec/07-x86-pv.md#PV-040
    -req: [PV-040]
  - id: console_evtchn
    type: u4
    doc: Event channel of that ring.
  - id: pt_base
    type: u4
    doc: Linear address of the page directory at start.
  - id: nr_pt_frames
    type: u4
    doc: Frames of page tables at start.
  - id: mfn_list
    type: u4
    doc: Linear address of the frame list at start.
  - id: mod_start
    type: u4
    doc: Linear address of the first module.
  - id: mod_len
    type: u4
    doc: Octets of that module.
  - id: cmd_line
    type: strz
    size: 1024
    encoding: ASCII
    doc: Command line of the kernel.
  - id: first_p2m_pfn
    type: u4
    doc: First frame of the table at start.
  - id: nr_p2m_frames
    type: u4
    doc: Number of those frames.
