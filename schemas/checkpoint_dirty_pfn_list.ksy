meta:
  id: checkpoint_dirty_pfn_list
  title: Domain save image, CHECKPOINT_DIRTY_PFN_LIST record body
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Pages that a COLO secondary has written since the last checkpoint. Sent from the
  secondary to the primary, on the back channel only.
doc-ref: spec/10-checkpoints.md
-req: [CKPT-017]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: pfns
    type: uint64(is_be)
    repeat: eos
    doc: Page frame numbers, up to the end of the body.
    doc-ref: spec/10-checkpoints.md#CKPT-017
    -req: [CKPT-017]
