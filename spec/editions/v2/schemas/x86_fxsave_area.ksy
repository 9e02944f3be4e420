meta:
  id: x86_fxsave_area
  title: x87, MMX and SSE registers as FXSAVE stores them
  license: Apache-2.0
  ks-version: "0.11"
  imports:
    - uint64
  endian: le
doc: |
  The 512 octets that the FXSAVE instruction writes in 64-bit mode, and the first
  part of every XSAVE area. Always little-endian.
seq:
  - id: fcw
    type: u2
    doc: x87 control word.
  - id: fsw
    type: u2
    doc: x87 status word.
  - id: ftw
    type: u1
    doc: Abridged x87 tag word.
  - id: reserved1
    type: u1
    doc: Reserved.
  - id: fop
    type: u2
    doc: Last x87 opcode.
  - id: fip
    type: uint64(false)
    doc: Last x87 instruction pointer.
  - id: fdp
    type: uint64(false)
    doc: Last x87 data pointer.
  - id: mxcsr
    type: u4
    doc: SSE control and status.
  - id: mxcsr_mask
    type: u4
    doc: Bits of `mxcsr` that the processor supports.
  - id: st
    type: x87_register
    repeat: expr
    repeat-expr: 8
    doc: Registers ST0 to ST7, or MM0 to MM7.
  - id: xmm
    size: 16
    repeat: expr
    repeat-expr: 16
    doc: Registers XMM0 to XMM15.
  - id: reserved2
    size: 48
    doc: Reserved.
  - id: available
    size: 48
    doc: Octets that the processor leaves to software.
types:
  x87_register:
    doc: An 80-bit floating-point register in its 16-octet slot.
    seq:
      - id: significand
        type: uint64(false)
        doc: Explicit integer bit and fraction; the whole of an MMX register.
      - id: sign_exponent
        type: u2
        doc: Sign in bit 15, biased exponent below.
      - id: reserved
        size: 6
        doc: Reserved.
