meta:
  id: domain_save_image
  title: Domain save image
  file-extension:
    - xl
    - img
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - libxc_stream
    - libxl_stream
    - xl_save_file
  endian: be
doc: |
  A running virtual machine of Xen, saved to a file or sent to another host,
  in whatever wrapping it comes: the file of `xl save`, the stream of libxl, or
  the bare stream of libxc. Start here when the wrapping is not known; images of Xen
  before 4.6 (the legacy format) are not described.
doc-ref: https://xenbits.xenproject.org/docs/unstable/specs/libxc-migration-stream.html
seq:
  - id: outermost
    type:
      switch-on: lead
      cases:
        0xffffffff: libxc_stream(false, false)
        0x4c696278: libxl_stream
        0x58656e20: xl_save_file
        _: unrecognised
    doc: The outermost layer, told by its first four octets.
instances:
  lead:
    pos: 0
    type: u4
    valid:
      any-of: [0xffffffff, 0x4c696278, 0x58656e20]
    doc: The first four octets.
    -wanted: octets that open an image, a libxl stream or an xl save file
types:
  unrecognised:
    doc: Octets that begin with nothing known here.
    seq:
      - id: octets
        size-eos: true
        doc: All of them.
