meta:
  id: vcpu_time_info
  title: Time of one vCPU, as Xen tells it
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  The 32 octets from which a guest computes its time. Always little-endian.
seq:
  - id: version
    type: u4
    doc: Odd while Xen is changing the rest.
  - id: pad0
    type: u4
    doc: Unused.
  - id: tsc_timestamp
    type: uint64(false)
    doc: Time-stamp counter at the last change.
  - id: system_time
    type: uint64(false)
    doc: Nanoseconds since the host started, at the last change.
  - id: tsc_to_system_mul
    type: u4
    doc: Nanoseconds in a tick of the shifted counter, times 2^32.
  - id: tsc_shift
    type: s1
    doc: How far to shift the counter left before multiplying.
  - id: flags
    type: u1
    doc: Bit 0 is set when the counters of all vCPUs agree.
  - id: pad1
    type: u2
    doc: Unused.
