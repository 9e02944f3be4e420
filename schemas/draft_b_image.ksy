meta:
  id: draft_b_image
  title: Domain save image of the 2014 proposal, image
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - draft_b_image_header
    - draft_b_domain_header
    - draft_b_record
doc: |
  An image of version 1: the image header, the domain header, and records up to
  END. No container is known to hold one.

  What this description cannot say: checksums; which records must be there, how
  often and in which order; anything about the contents of several pages. The
  specification's requirements do.
doc-ref: spec/16-draft-b.md
-req: [DB-051]
seq:
  - id: image_header
    type: draft_b_image_header
    doc: Identity, edition and byte order.
  - id: domain_header
    type: draft_b_domain_header(image_header.is_be)
    doc: The domain.
  - id: records
    type: |
      draft_b_record(
        image_header.is_be, page_size,
        _index == 0 ? 0 : records[_index - 1].guest_width_after
      )
    repeat: until
    repeat-until: _.type == draft_b_record::record_type::end or _io.eof
    doc: The records, END included.
instances:
  page_size:
    value: 1 << domain_header.page_shift
    doc: Octets in a page.
    -face: number
