meta:
  id: x86_tsc_info
  title: Domain save image, X86_TSC_INFO record body
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
  How the guest's time-stamp counter is made, and where it stood when the domain
  was saved.
doc-ref: spec/08-x86-common.md
-req: [X86-001]
-said:
  - "The body_length of X86_TSC_INFO MUST be {}."
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: mode
    type: u4
    enum: tsc_mode
    valid:
      in-enum: true
    doc: How the guest reads the counter. Mode 3 was written up to Xen 4.11 only.
    doc-ref: spec/08-x86-common.md#X86-003
    -req: [X86-003, X86-004]
  - id: khz
    type: u4
    doc: Frequency that the guest was told, in kHz; 0 is the host's own.
  - id: nsec
    type: uint64(is_be)
    doc: Guest time in nanoseconds at the moment of saving.
  - id: incarnation
    type: u4
    doc: How often the domain was restored before. The restoring Xen adds one.
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/08-x86-common.md#X86-007
    -req: [X86-007]
  - id: body_end
    size: 0
    valid:
      expr: _io.eof
    doc: The body ends here.
    -wanted: no octet after this
    -check: true
    doc-ref: spec/08-x86-common.md#X86-001
    -req: [X86-001]
enums:
  tsc_mode:
    0:
      id: default
      doc: Native where the host allows, emulated elsewhere.
    1:
      id: always_emulate
      doc: Every read is emulated.
    2:
      id: never_emulate
      doc: Every read is native.
    3:
      id: pvrdtscp
      -in: [v2]
      doc: Native with paravirtual help; removed in Xen 4.12.
