meta:
  id: libvirt_header
  title: libvirt save file, header and XML
  license: Apache-2.0
  ks-version: "0.11"
  endian: le
doc: |
  The 64 octets that libvirt's driver for Xen puts first, and the configuration
  of the domain after them. Integers are in the byte order of the machine that
  wrote the file; this description is that of an x86 host's.
doc-ref: spec/13-libvirt-save-file.md
-req: [LV-009]
seq:
  - id: magic
    contents: ["libvirt-xml", 10, 32, 0, 32, 13]
    doc: Identity; the odd octets at the end show damage by a transfer as text.
    doc-ref: spec/13-libvirt-save-file.md#LV-001
    -req: [LV-001]
  - id: version
    type: u4
    valid: 2
    doc: 2 where a libxl stream follows the XML, 1 where a legacy stream does.
    doc-ref: spec/13-libvirt-save-file.md#LV-003
    -req: [LV-003]
  - id: xml_len
    type: u4
    valid:
      min: 1
    doc: Octets of the XML, its closing zero octet counted.
    doc-ref: spec/13-libvirt-save-file.md#LV-005
    -req: [LV-005]
  - id: unused
    contents: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    doc: Zero; room for later versions.
    doc-ref: spec/13-libvirt-save-file.md#LV-007
    -req: [LV-007]
  - id: xml
    size: xml_len
    type: configuration
    doc: The domain's XML.
    doc-ref: spec/13-libvirt-save-file.md#LV-011
    -req: [LV-011, LV-013]
types:
  configuration:
    doc: The configuration as text.
    seq:
      - id: text
        type: strz
        encoding: UTF-8
        doc: The XML, closed by a zero octet.
