meta:
  id: xl_header
  title: xl save file, header and optional data
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  The 48 octets that `xl save` puts first, and the optional data after them: the
  configuration of the domain. Integers are in the byte order of the machine
  that wrote the file, which the word `byteorder` shows.
doc-ref: spec/12-xl-save-file.md
-req: [XL-011]
params:
  - id: is_be
    type: bool
    doc: Byte order of the writer; octet 32, the first of `byteorder`, is then 1.
seq:
  - id: magic
    contents: ["Xen saved domain, xl format", 10, 32, 0, 32, 13]
    doc: Identity; the odd octets at the end show damage by a transfer as text.
    doc-ref: spec/12-xl-save-file.md#XL-001
    -req: [XL-001]
  - id: byteorder
    type: u4
    valid: 0x01020304
    doc: 0x01020304 in the writer's byte order.
    doc-ref: spec/12-xl-save-file.md#XL-003
    -req: [XL-003]
  - id: mandatory_flags
    type: u4
    valid:
      max: 3
    doc: |
      What a reader has to know: bit 0, the configuration is JSON; bit 1, a
      libxl stream follows. A reader refuses a file with any other bit.
    doc-ref: spec/12-xl-save-file.md#XL-005
    -req: [XL-005]
  - id: optional_flags
    type: u4
    doc: What a reader may ignore; no bit has a meaning so far.
    doc-ref: spec/12-xl-save-file.md#XL-007
    -req: [XL-007]
  - id: optional_data_len
    type: u4
    doc: Octets of the optional data.
    doc-ref: spec/12-xl-save-file.md#XL-013
    -req: [XL-013]
  - id: optional_data
    size: optional_data_len
    type: optional_data
    if: optional_data_len != 0
    doc: The configuration.
    doc-ref: spec/12-xl-save-file.md#XL-013
    -req: [XL-013]
instances:
  has_json:
    value: (mandatory_flags & 1) != 0
    doc: True when the configuration is JSON.
    -face: boolean
  is_stream_v2:
    value: (mandatory_flags & 2) != 0
    doc: True when a libxl stream follows.
    -face: boolean
types:
  optional_data:
    doc: The configuration of the domain, and room for more.
    seq:
      - id: config_len
        type: u4
        doc: Octets of the configuration, its closing zero octet counted.
        doc-ref: spec/12-xl-save-file.md#XL-013
        -req: [XL-013]
      - id: config
        size: config_len
        type: config
        if: config_len != 0
        doc: The configuration.
        doc-ref: spec/12-xl-save-file.md#XL-015
        -req: [XL-015]
      - id: rest
        size-eos: true
        doc: Octets that no reader has a use for yet; skipped.
  config:
    doc: The configuration as text, JSON in files of Xen 4.5 and newer.
    seq:
      - id: text
        type: strz
        encoding: UTF-8
        doc: The text; JSON is closed by a zero octet.
        doc-ref: spec/12-xl-save-file.md#XL-019
        -req: [XL-019]
