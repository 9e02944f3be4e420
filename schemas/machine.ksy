meta:
  id: machine
  title: Domain save image, MACHINE record body
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
  Which machine of an emulator the image is of.
doc-ref: spec/23-v4-machine.md
-req: [MACH-009]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: version
    type: u4
    valid: 1
    doc: What the properties mean, and how the state of PLATFORM_STATE is laid out.
    doc-ref: spec/23-v4-machine.md#MACH-011
    -req: [MACH-011]
  - id: vcpus
    type: u4
    valid:
      min: 1
      max: 255
    doc: Number of vCPUs.
    doc-ref: spec/23-v4-machine.md#MACH-013
    -req: [MACH-013]
  - id: ram_pages
    type: uint64(is_be)
    doc: Pages of RAM, over all regions of MEMORY_LAYOUT.
    doc-ref: spec/23-v4-machine.md#MACH-015
    -req: [MACH-015]
  - id: properties
    type: property(is_be)
    repeat: eos
    doc: The properties, ascending by name, up to the end of the body.
    doc-ref: spec/23-v4-machine.md#MACH-017
    -req: [MACH-017, MACH-021]
types:
  property:
    doc: One property.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: name_length
        type: u4
        valid:
          min: 1
          max: 64
        doc: Octets of the name.
        doc-ref: spec/23-v4-machine.md#MACH-017
        -req: [MACH-017]
      - id: value_length
        type: u4
        doc: Octets of the value.
      - id: name
        size: name_length
        doc: The name, of a to z, 0 to 9 and hyphen.
        doc-ref: spec/23-v4-machine.md#MACH-017
        -req: [MACH-017]
      - id: value
        size: value_length
        doc: The value, in UTF-8.
      - id: padding
        type: u1
        repeat: expr
        repeat-expr: (8 - (name_length + value_length) % 8) % 8
        valid: 0
        doc: Zero octets up to a multiple of eight; any others are refused.
        doc-ref: spec/23-v4-machine.md#MACH-019
        -req: [MACH-019]
