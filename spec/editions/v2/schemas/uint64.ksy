meta:
  id: uint64
  title: Unsigned 64-bit integer, as two 32-bit halves
  license: Apache-2.0
  ks-version: "0.11"
  endian:
    switch-on: is_be
    cases:
      "true": be
      "false": le
doc: |
  A 64-bit integer that stays exact in every target language.

  Runtimes whose only number is a double (JavaScript, Lua) round a `u8` above
  2^53, so no file of this set uses that type: the two halves are read apart
  and a caller joins them, `hi << 32 | lo`, in whatever wide integer it has.
params:
  - id: is_be
    type: bool
    doc: True when the most significant half comes first.
seq:
  - id: first
    type: u4
    doc: The half at the lower address.
  - id: second
    type: u4
    doc: The half at the higher address.
instances:
  hi:
    value: "is_be ? first : second"
    doc: Bits 63 to 32.
  lo:
    value: "is_be ? second : first"
    doc: Bits 31 to 0.
