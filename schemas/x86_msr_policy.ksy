meta:
  id: x86_msr_policy
  title: Domain save image, X86_MSR_POLICY record body
  license: Apache-2.0
  -in: [v3, v4-draft]
  ks-version: "0.11"
  imports:
    - uint64
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  Model-specific registers that describe the processor to the guest.
doc-ref: spec/08-x86-common.md
-req: [X86-015]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: A policy without registers is left out, never written empty.
    -wanted: at least one register
    -check: true
    doc-ref: spec/08-x86-common.md#X86-015
    -req: [X86-015]
  - id: msrs
    type: msr(is_be)
    repeat: eos
    doc: The registers, up to the end of the body.
    doc-ref: spec/08-x86-common.md#X86-015
    -req: [X86-015]
types:
  msr:
    doc: One register of the policy.
    -said:
      - "An array of entries of {} octets. The registers"
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: index
        type: u4
        enum: policy_msr
        valid:
          in-enum: true
        doc: Number of the register.
        doc-ref: spec/08-x86-common.md#X86-017
        -req: [X86-017]
      - id: flags
        type: u4
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/08-x86-common.md#X86-019
        -req: [X86-019]
      - id: value
        type: uint64(is_be)
        doc: Contents of the register.
enums:
  policy_msr:
    0xce:
      id: platform_info
      doc: MSR_INTEL_PLATFORM_INFO.
    0x10a:
      id: arch_capabilities
      doc: MSR_ARCH_CAPABILITIES.
