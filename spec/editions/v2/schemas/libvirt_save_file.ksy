meta:
  id: libvirt_save_file
  title: libvirt save file
  application: libvirt (libxl driver)
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - libvirt_header
    - libxl_stream
doc: |
  What libvirt's driver for Xen writes: a header, the domain's XML, and a libxl
  stream. The stream begins where the XML ends, aligned or not.
doc-ref: spec/13-libvirt-save-file.md
seq:
  - id: header
    type: libvirt_header
    doc: Header and XML.
  - id: stream
    type: libxl_stream
    doc: The libxl stream.
