meta:
  id: xenopsd_part_header
  title: xenopsd suspend image, header of a part
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  Sixteen octets before the contents of every part, little-endian.
doc-ref: spec/14-xenopsd-suspend-image.md
-req: [XPD-003]
-said:
  - "Every part has a header of {} octets"
seq:
  - id: type
    type: uint64(false)
    doc: What the contents are.
    doc-ref: spec/14-xenopsd-suspend-image.md#XPD-005
    -req: [XPD-005]
  - id: length
    type: uint64(false)
    doc: Octets of the contents; 0 for Libxc, whose length nobody knows beforehand, and for End_of_image.
    doc-ref: spec/14-xenopsd-suspend-image.md#XPD-007
    -req: [XPD-007, XPD-009, XPD-011]
instances:
  is_libxc:
    value: type.hi == 0 and type.lo == 0xf0
    doc: True when an image follows.
    -face: boolean
  is_end:
    value: type.hi == 0 and type.lo == 0xffff
    doc: True for the last part.
    -face: boolean
  has_contents:
    value: not is_libxc and not is_end
    doc: True when contents of the length given follow.
    -face: boolean
