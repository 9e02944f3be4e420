meta:
  id: libxc_stream
  title: Domain save image, libxc stream
  application: Xen (libxc)
  license: Apache-2.0
  -in:
    - v2
    - v3
    - v4-draft
  ks-version: "0.11"
  imports:
    - image_header
    - image_header_v4
    - domain_header
    - libxc_record
    - record_header
doc: |
  An image: the image header, the domain header, and records up to END. A stream
  with checkpoints may lack END, since it ends where the connection broke.

  What this description cannot say: which records must be there, how often and in
  which order; that the type of the domain allows a record; anything about the
  contents of several pages. The specification's requirements do.
doc-ref: https://xenbits.xenproject.org/docs/unstable/specs/libxc-migration-stream.html
params:
  - id: in_libxl
    type: bool
    doc: |
      True when the stream lies inside a libxl stream, whose records complete
      each checkpoint.
  - id: libxl_is_be
    type: bool
    doc: Byte order of that libxl stream.
seq:
  - id: image_header
    type: image_header
    doc: Identity, edition and byte order.
  - id: domain_header
    type: domain_header(image_header.is_be)
    doc: The domain.
  - id: records
    type: |
      libxc_record(
        image_header.is_be, page_size,
        _index == 0 ? 0 : records[_index - 1].guest_width_after,
        in_libxl, libxl_is_be, len_trailer
      )
    repeat: until
    repeat-until: _.header.type == record_header::record_type::end or _io.eof
    doc: The records, END included.
instances:
  len_trailer:
    value: "image_header.version == 4 ? image_header_v4.len_trailer : 0"
    doc: Octets of the trailer behind the headers and behind each record.
    -face: number
  page_size:
    value: 1 << domain_header.page_shift
    doc: Octets in a page.
    -face: number
