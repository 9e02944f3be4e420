meta:
  id: domain_save_image
  title: Domain save image
  file-extension:
    - xl
    - img
  license: Apache-2.0
  -in:
    - v2
    - v3
    - v4-draft
  ks-version: "0.11"
  imports:
    - libxc_stream
    - libvirt_save_file
    - libxl_stream
    - xenopsd_suspend_image
    - xl_save_file
  endian: be
doc: |
  A running virtual machine of Xen, saved to a file or sent to another host,
  in whatever wrapping it comes: the file of `xl save` or of libvirt, the suspend
  image of xenopsd, the stream of libxl, or the bare stream of libxc. Start here when the wrapping is not known; images of Xen
  before 4.6 (the legacy format) are not described.
doc-ref: https://xenbits.xenproject.org/docs/unstable/specs/libxc-migration-stream.html
seq:
  - id: outermost
    type:
      switch-on: lead
      cases:
        "1281974904": libxl_stream
        "1483042336": xl_save_file
        "1483042387": xenopsd_suspend_image
        "1818845814": libvirt_save_file
        "4294967295": libxc_stream(false, false)
        _: unrecognised
    doc: The outermost layer, told by its first four octets.
instances:
  lead:
    pos: 0
    type: u4
    valid:
      any-of:
        - 4294967295
        - 1281974904
        - 1483042336
        - 1818845814
        - 1483042387
    doc: The first four octets.
    -wanted: octets that open an image, a libxl stream, a save file or a suspend image
types:
  unrecognised:
    doc: Octets that begin with nothing known here.
    seq:
      - id: octets
        size-eos: true
        doc: All of them.
