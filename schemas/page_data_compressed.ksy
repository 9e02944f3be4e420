meta:
  id: page_data_compressed
  title: Domain save image, PAGE_DATA_COMPRESSED record body
  license: Apache-2.0
  -in: [v4-draft]
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  A batch of guest pages whose contents are under a codec: in one frame, or in
  one for each page.
doc-ref: spec/19-v4-compression.md
-req: [ZIP-003]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: count
    type: u4
    valid:
      min: 1
    doc: Number of entries.
    doc-ref: spec/19-v4-compression.md#ZIP-001
    -req: [ZIP-001]
  - id: codec
    type: u2
    enum: codec
    valid:
      in-enum: true
    doc: What the frames are.
    doc-ref: spec/19-v4-compression.md#ZIP-014
    -req: [ZIP-014]
  - id: flags
    type: u2
    valid:
      max: 1
    doc: Bit 0 is set where each page has a frame of its own; the others are zero.
    doc-ref: spec/19-v4-compression.md#ZIP-005
    -req: [ZIP-005]
  - id: raw_length
    type: uint64(is_be)
    doc: Octets of contents that come out of all frames.
    doc-ref: spec/19-v4-compression.md#ZIP-016
    -req: [ZIP-016]
  - id: pfns
    type: "pfn_entry(is_be, _index == 0 ? 0 : pfns[_index - 1].pages_through)"
    repeat: expr
    repeat-expr: count
    doc: The page frames of the batch.
  - id: frame_lengths
    type: u4
    repeat: expr
    repeat-expr: num_lengths
    doc: Octets of each frame, where each page has one.
    doc-ref: spec/19-v4-compression.md#ZIP-003
    -req: [ZIP-003]
  - id: padding
    type: u1
    repeat: expr
    repeat-expr: len_padding
    valid: 0
    doc: Zero octets up to a multiple of eight; any others are refused.
    doc-ref: spec/19-v4-compression.md#ZIP-012
    -req: [ZIP-012]
  - id: frames
    size-eos: true
    doc: The frames, one after the other.
    doc-ref: spec/19-v4-compression.md#ZIP-018
    -req: [ZIP-018, ZIP-020]
instances:
  num_frames:
    value: "count == 0 ? 0 : pfns[count - 1].pages_through"
    doc: Number of entries whose contents are in a frame.
    -face: number
  num_lengths:
    value: "(flags & 1) != 0 ? num_frames : 0"
    doc: Number of lengths before the frames.
    -face: number
  len_padding:
    value: (num_lengths & 1) * 4
    doc: Octets between the lengths and the frames.
    -face: number
types:
  pfn_entry:
    doc: |
      One 64-bit word: the page frame number in bits 0 to 51, bit 52 for a page
      of zeros, bits 53 to 59 zero, and the type of the page in bits 60 to 63.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
      - id: pages_before
        type: s4
        doc: Number of earlier entries of the batch whose contents are in a frame.
    seq:
      - id: raw
        type: uint64(is_be)
        valid:
          expr: ((_.hi >> 28) < 5 or (_.hi >> 28) > 8) and ((_.hi >> 21) & 0x7f) == 0 and ((_.hi >> 28) < 13 or ((_.hi >> 20) & 1) == 0)
        -wanted: a type other than 5 to 8, bits 53 to 59 zero, and bit 52 only where the type has contents
        doc: The whole word.
        doc-ref: spec/19-v4-compression.md#ZIP-007
        -req: [PAGE-016, ZIP-007, ZIP-009]
    instances:
      type:
        value: (raw.hi >> 28) & 0xf
        doc: What the page is, by the numbers of PAGE_DATA.
        -face: number
      is_zero:
        value: ((raw.hi >> 20) & 1) != 0
        doc: True when the page is full of zeros and has no contents in a frame.
        -face: boolean
      pfn_hi:
        value: raw.hi & 0xfffff
        doc: Bits 51 to 32 of the page frame number.
      pfn_lo:
        value: raw.lo
        doc: Bits 31 to 0 of the page frame number.
      has_data:
        value: ((raw.hi >> 28) < 5 or ((raw.hi >> 28) > 8 and (raw.hi >> 28) < 13)) and not is_zero
        doc: True when the contents of this page are in a frame.
        -face: boolean
      pages_through:
        value: "pages_before + (has_data ? 1 : 0)"
        doc: Number of entries up to and including this one whose contents are in a frame.
enums:
  codec:
    0:
      id: none
      doc: The octets themselves.
    1:
      id: word_delta
      doc: Changed words of 4 octets.
    2:
      id: gzip
      doc: RFC 1952.
    3:
      id: zstd
      doc: RFC 8878.
    4:
      id: lz4
      doc: LZ4 frame format.
