meta:
  id: memory_layout
  title: Domain save image, MEMORY_LAYOUT record body
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
  Where the memory of the domain lies.
doc-ref: spec/22-v4-arm.md
-req: [ARM-003]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: A domain has memory.
    -wanted: at least one region
    -check: true
    doc-ref: spec/22-v4-arm.md#ARM-003
    -req: [ARM-003]
  - id: regions
    type: region(is_be)
    repeat: eos
    doc: The regions, ascending, up to the end of the body.
    doc-ref: spec/22-v4-arm.md#ARM-005
    -req: [ARM-005]
types:
  region:
    doc: Pages that follow each other.
    -said:
      - "Regions of {} octets"
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: first_pfn
        type: uint64(is_be)
        doc: Page frame number of the first page.
        doc-ref: spec/22-v4-arm.md#ARM-005
        -req: [ARM-005]
      - id: pages
        type: uint64(is_be)
        doc: Number of pages, at least 1.
        doc-ref: spec/22-v4-arm.md#ARM-005
        -req: [ARM-005]
      - id: flags
        type: uint64(is_be)
        valid:
          expr: _.lo == 0 and _.hi == 0
        -wanted: zero
        doc: Zero; any other value is refused.
        doc-ref: spec/22-v4-arm.md#ARM-007
        -req: [ARM-007]
