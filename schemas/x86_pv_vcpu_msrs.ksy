meta:
  id: x86_pv_vcpu_msrs
  title: Domain save image, X86_PV_VCPU_MSRS record body
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
  Model-specific registers of one PV vCPU; those that are zero are left out. The registers are in the guest's byte
  order, little-endian, in every image.
doc-ref: spec/07-x86-pv.md
-req: [PV-052]
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: vcpu_id
    type: u4
    doc: Number of the vCPU.
    doc-ref: spec/07-x86-pv.md#PV-022
    -req: [PV-022]
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
    doc-ref: spec/07-x86-pv.md#PV-024
    -req: [PV-024]
  - id: msrs
    type: msr
    repeat: eos
    doc: The registers, up to the end of the body.
    doc-ref: spec/07-x86-pv.md#PV-052
    -req: [PV-052]
types:
  msr:
    doc: One register.
    meta:
      endian: le
    seq:
      - id: index
        type: u4
        enum: vcpu_msr
        valid:
          in-enum: true
        doc: Number of the register.
        doc-ref: spec/07-x86-pv.md#PV-054
        -req: [PV-054]
      - id: reserved
        type: u4
        valid: 0
        doc: Always zero; any other value is refused.
        doc-ref: spec/07-x86-pv.md#PV-056
        -req: [PV-056]
      - id: value
        type: uint64(false)
        doc: Contents of the register.
enums:
  vcpu_msr:
    0x48:
      id: spec_ctrl
      doc: MSR_SPEC_CTRL.
    0x140:
      id: misc_features_enables
      doc: MSR_INTEL_MISC_FEATURES_ENABLES.
    0xc0000103:
      id: tsc_aux
      doc: MSR_TSC_AUX.
    0xc0011019:
      id: dr1_address_mask
      doc: MSR_AMD64_DR1_ADDRESS_MASK.
    0xc001101a:
      id: dr2_address_mask
      doc: MSR_AMD64_DR2_ADDRESS_MASK.
    0xc001101b:
      id: dr3_address_mask
      doc: MSR_AMD64_DR3_ADDRESS_MASK.
    0xc0011027:
      id: dr0_address_mask
      doc: MSR_AMD64_DR0_ADDRESS_MASK.
