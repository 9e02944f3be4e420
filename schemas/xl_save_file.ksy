meta:
  id: xl_save_file
  title: xl save file
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - libxl_stream
  application: Xen (xl)
doc: |
  What `xl save` writes: a header of 48 octets, the configuration of the domain,
  and a libxl stream. Integers are in the byte order of the machine that wrote the
  file, which the word `byteorder` shows.
seq:
  - id: magic
    contents: ["Xen saved domain, xl format", 10, 32, 0, 32, 13]
    doc: Identity; the odd octets show damage by a transfer as text.
  - id: byteorder
    type: u4le
    valid:
      any-of: [0x01020304, 0x04030201]
    doc: 0x01020304 in the writer's byte order, read here as little-endian.
  - id: header
    type: header(is_be)
    doc: Rest of the header, and the optional data.
  - id: stream
    type: libxl_stream
    if: header.is_stream_v2
    doc: The libxl stream.
  - id: legacy_stream
    size-eos: true
    if: not header.is_stream_v2
    doc: A stream in the format of Xen before 4.6.
instances:
  is_be:
    value: byteorder == 0x04030201
    doc: True when the writer was big-endian.
    -face: boolean
types:
  header:
    meta:
      endian:
        switch-on: is_be
        cases:
          true: be
          false: le
    doc: Rest of the header, and the optional data.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the writer.
    seq:
      - id: mandatory_flags
        type: u4
        valid:
          max: 3
        doc: |
          What a reader has to know: bit 0, the configuration is JSON; bit 1, a
          libxl stream follows. A reader refuses a file with any other bit.
      - id: optional_flags
        type: u4
        valid: 0
        doc: What a reader may ignore; no bit has a meaning so far.
      - id: optional_data_len
        type: u4
        doc: Octets of the optional data.
      - id: optional_data
        size: optional_data_len
        type: optional_data
        if: optional_data_len != 0
        doc: The configuration.
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
          - id: config
            size: config_len
            type: config
            if: config_len != 0
            doc: The configuration.
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
