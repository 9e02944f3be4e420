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
  Model-specific registers of one PV vCPU; those that are zero are left out.
params:
  - id: is_be
    type: bool
    doc: Byte order of the image.
seq:
  - id: vcpu_id
    type: u4
    doc: Number of the vCPU.
  - id: reserved
    type: u4
    valid: 0
    doc: Written as zero.
  - id: content_present
    size: 0
    valid:
      expr: not _io.eof
    doc: A vCPU without this state has no such record; a Reader takes an empty one for none.
    -wanted: at least one register
    -check: true
  - id: msrs
    type: msr(is_be)
    repeat: eos
    doc: The registers, up to the end of the body.
types:
  msr:
    doc: One register.
    params:
      - id: is_be
        type: bool
        doc: Byte order of the image.
    seq:
      - id: index
        type: u4
        enum: vcpu_msr
        valid:
          in-enum: true
        doc: Number of the register.
      - id: reserved
        type: u4
        valid: 0
        doc: Always zero; any other value is refused.
      - id: value
        type: uint64(is_be)
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
