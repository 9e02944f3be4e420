meta:
  id: legacy_tsc_info
  title: Legacy stream, TSC_INFO
  license: Apache-2.0
  -in: [legacy]
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  How the guest's time-stamp counter is made, and where it stood.
doc-ref: spec/15-legacy.md
-req: [LEG-048]
seq:
  - id: mode
    type: u4
    doc: How the guest reads the counter.
  - id: nsec
    type: uint64(false)
    doc: Guest time in nanoseconds at the moment of saving.
  - id: khz
    type: u4
    doc: Frequency that the guest was told, in kHz; 0 is the host's own.
  - id: incarnation
    type: u4
    doc: How often the domain was restored before.
