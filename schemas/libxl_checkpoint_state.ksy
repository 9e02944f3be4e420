meta:
  id: libxl_checkpoint_state
  title: libxl migration stream, CHECKPOINT_STATE record body
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  A message between the two hosts of a COLO pair. Stock writers send four octets;
  the older text of the format shows eight.
doc-ref: spec/11-libxl-stream.md
-req: [LXL-048]
params:
  - id: is_be
    type: bool
    doc: Byte order of the libxl stream.
seq:
  - id: control_id
    type: u4
    enum: control
    valid:
      in-enum: true
    doc: The message.
    doc-ref: spec/11-libxl-stream.md#LXL-048
    -req: [LXL-048]
  - id: reserved
    type: u4
    valid: 0
    if: not _io.eof
    doc: Zero, where it is sent.
    doc-ref: spec/11-libxl-stream.md#LXL-048
    -req: [LXL-048]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/11-libxl-stream.md#LXL-048
    -req: [LXL-048]
enums:
  control:
    0:
      id: new_checkpoint
      doc: From the primary, a new checkpoint begins.
    1:
      id: svm_suspended
      doc: From the secondary, its guest is paused.
    2:
      id: svm_ready
      doc: From the secondary, the checkpoint is loaded.
    3:
      id: svm_resumed
      doc: From the secondary, its guest runs again.
