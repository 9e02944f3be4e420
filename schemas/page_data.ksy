meta:
  id: page_data
  title: Domain save image, PAGE_DATA record body
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
  A batch of guest pages. Every entry names a page frame and says what it is;
  the contents follow for those entries whose type carries data, in the order
  of the entries.
doc-ref: spec/06-page-data.md
-req: [PAGE-003]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
  - id: page_size
    type: u4
    doc: Octets in a page, 1 << page_shift of the domain header.
seq:
  - id: count
    type: u4
    valid:
      min: 1
    doc: Number of entries.
    doc-ref: spec/06-page-data.md#PAGE-001
    -req: [PAGE-001]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/06-page-data.md#PAGE-005
    -req: [PAGE-005]
  - id: pfns
    type: "pfn_entry(is_be, _index == 0 ? 0 : pfns[_index - 1].pages_through)"
    repeat: expr
    repeat-expr: count
    doc: The page frames of the batch.
  - id: pages
    size: page_size
    repeat: expr
    repeat-expr: num_pages
    doc: Contents, one page for each entry that carries data.
    doc-ref: spec/06-page-data.md#PAGE-003
    -req: [PAGE-003]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: Nothing follows the last page.
    -wanted: no octet after the last page
    -check: true
    doc-ref: spec/06-page-data.md#PAGE-003
    -req: [PAGE-003]
instances:
  num_pages:
    value: "count == 0 ? 0 : pfns[count - 1].pages_through"
    doc: Number of entries that carry data.
    -face: number
types:
  pfn_entry:
    doc: |
      One 64-bit word: the page frame number in bits 0 to 51, reserved bits 52
      to 59, and the type of the page in bits 60 to 63.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
      - id: pages_before
        type: s4
        doc: Number of earlier entries of the batch that carry data.
    seq:
      - id: raw
        type: uint64(is_be)
        valid:
          expr: ((_.hi >> 28) < 5 or (_.hi >> 28) > 8) and ((_.hi >> 20) & 0xff) == 0
        -wanted: a type other than 5 to 8, and bits 52 to 59 zero
        doc: The whole word. Types 5 to 8 do not exist, bits 52 to 59 are zero.
        doc-ref: spec/06-page-data.md#PAGE-016
        -req: [PAGE-016, PAGE-009]
    instances:
      type:
        value: (raw.hi >> 28) & 0xf
        enum: page_type
        doc: What the page is.
      reserved:
        value: (raw.hi >> 20) & 0xff
        doc: Bits 52 to 59, written as zero.
        -face: number
      pfn_hi:
        value: raw.hi & 0xfffff
        doc: Bits 51 to 32 of the page frame number.
      pfn_lo:
        value: raw.lo
        doc: Bits 31 to 0 of the page frame number.
      has_data:
        value: (raw.hi >> 28) < 5 or ((raw.hi >> 28) > 8 and (raw.hi >> 28) < 13)
        doc: True when the record carries the contents of this page.
        -face: boolean
      pages_through:
        value: "pages_before + (has_data ? 1 : 0)"
        doc: Number of entries up to and including this one that carry data.
enums:
  page_type:
    0x0:
      id: notab
      doc: Ordinary page.
    0x1:
      id: l1
      doc: Level 1 page table.
    0x2:
      id: l2
      doc: Level 2 page table.
    0x3:
      id: l3
      doc: Level 3 page table.
    0x4:
      id: l4
      doc: Level 4 page table.
    0x9:
      id: l1pin
      doc: Level 1 page table, pinned.
    0xa:
      id: l2pin
      doc: Level 2 page table, pinned.
    0xb:
      id: l3pin
      doc: Level 3 page table, pinned.
    0xc:
      id: l4pin
      doc: Level 4 page table, pinned.
    0xd:
      id: broken
      doc: Page lost to a memory error; no contents.
    0xe:
      id: xalloc
      doc: Allocated page whose contents do not matter; none are sent.
    0xf:
      id: xtab
      doc: No page here; no contents.
