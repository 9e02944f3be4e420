meta:
  id: x86_cpuid_policy
  title: Domain save image, X86_CPUID_POLICY record body
  license: Apache-2.0
  -in: [v3, v4-draft]
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      true: be
      false: le
doc: |
  The CPUID leaves that the guest sees, one entry for each leaf or subleaf, in
  ascending order.
doc-ref: spec/08-x86-common.md
-req: [X86-009]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: A policy without leaves is left out, never written empty.
    -wanted: at least one leaf
    -check: true
    doc-ref: spec/08-x86-common.md#X86-009
    -req: [X86-009]
  - id: leaves
    type: leaf
    repeat: eos
    doc: The leaves, up to the end of the body.
    doc-ref: spec/08-x86-common.md#X86-009
    -req: [X86-009, X86-013]
types:
  leaf:
    doc: What one execution of the CPUID instruction returns.
    -said:
      - "an array of leaves of {} octets"
    seq:
      - id: leaf
        type: u4
        doc: Input in EAX.
        doc-ref: spec/08-x86-common.md#X86-011
        -req: [X86-011]
      - id: subleaf
        type: u4
        doc: Input in ECX; 0xffffffff where the leaf has no subleaves.
        doc-ref: spec/08-x86-common.md#X86-011
        -req: [X86-011]
      - id: eax
        type: u4
        doc: Output in EAX.
      - id: ebx
        type: u4
        doc: Output in EBX.
      - id: ecx
        type: u4
        doc: Output in ECX.
      - id: edx
        type: u4
        doc: Output in EDX.
