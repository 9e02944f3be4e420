// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86FxsaveArea || (root.X86FxsaveArea = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86FxsaveArea_, KaitaiStream, Uint64_) {
/**
 * The 512 octets that the FXSAVE instruction writes in 64-bit mode, and the first
 * part of every XSAVE area. Always little-endian.
 */

var X86FxsaveArea = (function() {
  function X86FxsaveArea(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  X86FxsaveArea.prototype._read = function() {
    this._debug.fcw = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fcw = this._io.readU2le();
    this._debug.fcw.end = this._io.pos;
    this._debug.fsw = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fsw = this._io.readU2le();
    this._debug.fsw.end = this._io.pos;
    this._debug.ftw = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ftw = this._io.readU1();
    this._debug.ftw.end = this._io.pos;
    this._debug.reserved1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved1 = this._io.readU1();
    this._debug.reserved1.end = this._io.pos;
    this._debug.fop = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fop = this._io.readU2le();
    this._debug.fop.end = this._io.pos;
    this._debug.fip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fip = new Uint64_.Uint64(this._io, null, null, false);
    this.fip._read();
    this._debug.fip.end = this._io.pos;
    this._debug.fdp = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fdp = new Uint64_.Uint64(this._io, null, null, false);
    this.fdp._read();
    this._debug.fdp.end = this._io.pos;
    this._debug.mxcsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mxcsr = this._io.readU4le();
    this._debug.mxcsr.end = this._io.pos;
    this._debug.mxcsrMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mxcsrMask = this._io.readU4le();
    this._debug.mxcsrMask.end = this._io.pos;
    this._debug.st = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.st.arr = [];
    this.st = [];
    for (var i = 0; i < 8; i++) {
      this._debug.st.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_st = new X87Register(this._io, this, this._root);
      try {
        _t_st._read();
      } finally {
        this.st.push(_t_st);
      }
      this._debug.st.arr[i].end = this._io.pos;
    }
    this._debug.st.end = this._io.pos;
    this._debug.xmm = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.xmm.arr = [];
    this.xmm = [];
    for (var i = 0; i < 16; i++) {
      this._debug.xmm.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xmm.push(this._io.readBytes(16));
      this._debug.xmm.arr[i].end = this._io.pos;
    }
    this._debug.xmm.end = this._io.pos;
    this._debug.reserved2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved2 = this._io.readBytes(48);
    this._debug.reserved2.end = this._io.pos;
    this._debug.available = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.available = this._io.readBytes(48);
    this._debug.available.end = this._io.pos;
  }

  /**
   * An 80-bit floating-point register in its 16-octet slot.
   */

  var X87Register = X86FxsaveArea.X87Register = (function() {
    function X87Register(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    X87Register.prototype._read = function() {
      this._debug.significand = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.significand = new Uint64_.Uint64(this._io, null, null, false);
      this.significand._read();
      this._debug.significand.end = this._io.pos;
      this._debug.signExponent = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.signExponent = this._io.readU2le();
      this._debug.signExponent.end = this._io.pos;
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readBytes(6);
      this._debug.reserved.end = this._io.pos;
    }

    /**
     * Explicit integer bit and fraction; the whole of an MMX register.
     */

    /**
     * Sign in bit 15, biased exponent below.
     */

    /**
     * Reserved.
     */

    return X87Register;
  })();

  /**
   * x87 control word.
   */

  /**
   * x87 status word.
   */

  /**
   * Abridged x87 tag word.
   */

  /**
   * Reserved.
   */

  /**
   * Last x87 opcode.
   */

  /**
   * Last x87 instruction pointer.
   */

  /**
   * Last x87 data pointer.
   */

  /**
   * SSE control and status.
   */

  /**
   * Bits of `mxcsr` that the processor supports.
   */

  /**
   * Registers ST0 to ST7, or MM0 to MM7.
   */

  /**
   * Registers XMM0 to XMM15.
   */

  /**
   * Reserved.
   */

  /**
   * Octets that the processor leaves to software.
   */

  return X86FxsaveArea;
})();
X86FxsaveArea_.X86FxsaveArea = X86FxsaveArea;
});
