meta:
  id: x86_pv_p2m_frames
  title: Domain save image, X86_PV_P2M_FRAMES record body
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
  The page frames that hold the guest's own table from pseudo-physical to machine
  frame numbers, which the restorer has to fill in again.
doc-ref: spec/07-x86-pv.md
-req: [PV-010]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
  - id: guest_width
    type: u1
    doc: Octets in a register of the guest, from X86_PV_INFO; 0 when it is not known.
seq:
  - id: start_pfn
    type: u4
    valid: 0
    doc: First page frame number that the table covers. Every Writer starts at 0.
    doc-ref: spec/07-x86-pv.md#PV-012
    -req: [PV-012]
  - id: end_pfn
    type: u4
    valid:
      expr: _ >= start_pfn and _ > 0
    doc: Last page frame number that the table covers, itself included.
    -wanted: at least start_pfn, and not 0
    doc-ref: spec/07-x86-pv.md#PV-008
    -req: [PV-008, PV-014]
  - id: frames
    type: uint64(is_be)
    repeat: eos
    doc: Page frame numbers of the frames that hold the table.
    doc-ref: spec/07-x86-pv.md#PV-016
    -req: [PV-016, PV-018]
  - id: frames_complete
    size: 0
    valid:
      expr: guest_width == 0 or frames.size == end_pfn / pfns_per_frame - start_pfn / pfns_per_frame + 1
    doc: The list has one entry for every frame of the table.
    -wanted: a frame for every 4096 / guest_width pfns from start_pfn to end_pfn
    -check: true
    doc-ref: spec/07-x86-pv.md#PV-010
    -req: [PV-010]
instances:
  pfns_per_frame:
    value: "guest_width == 0 ? 512 : 4096 / guest_width"
    doc: Entries of the table in one frame.
