meta:
  id: xenopsd_suspend_image
  title: xenopsd suspend image
  application: xenopsd (XCP-ng, XenServer)
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - xenopsd_part_header
    - libxc_stream
doc: |
  What xenopsd writes: a signature, and parts, one of which is an image. Nothing
  is padded, and the image's part says nothing of its length: the image ends with
  its own END, and the header of the next part is the next octet.

  What this description cannot say: which parts there must be, how often and in
  which order, and what the Xenops part may say.
doc-ref: spec/14-xenopsd-suspend-image.md
seq:
  - id: signature
    contents:
      - XenSavedDomv2-
      - 10
    doc: Identity.
    doc-ref: spec/14-xenopsd-suspend-image.md#XPD-001
    -req:
      - XPD-001
  - id: parts
    type: part
    repeat: until
    repeat-until: _.header.is_end
    doc: The parts, End_of_image included.
types:
  part:
    doc: A header, and what it announces.
    seq:
      - id: header
        type: xenopsd_part_header
        doc: Type and length.
      - id: image
        type: libxc_stream(false, false)
        if: header.is_libxc
        doc: The image, to its END.
      - id: contents
        size: header.length.lo
        if: header.has_contents
        doc: The contents of any other part.
