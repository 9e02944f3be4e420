// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64', './X86FxsaveArea'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'), require('./X86FxsaveArea'));
  } else {
    factory(root.X86XsaveArea || (root.X86XsaveArea = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}), root.X86FxsaveArea || (root.X86FxsaveArea = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86XsaveArea_, KaitaiStream, Uint64_, X86FxsaveArea_) {
/**
 * An XSAVE area in the standard (not compacted) format. Always little-endian.
 * Which components follow the header, and where each begins, is not in the area:
 * `xstate_bv` tells which were in use, leaf 0xd of the CPUID policy their offsets.
 * @see spec/07-x86-pv.md
 */

var X86XsaveArea = (function() {
  function X86XsaveArea(_io, _parent, _root, accumHi, accumLo) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.accumHi = accumHi;
    this.accumLo = accumLo;
    this._debug = {};

  }
  X86XsaveArea.prototype._read = function() {
    this._debug.legacy = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_legacy = this._io.readBytes(512);
    var _io__raw_legacy = new KaitaiStream(this._raw_legacy);
    this.legacy = new X86FxsaveArea_.X86FxsaveArea(_io__raw_legacy, null, null);
    this.legacy._read();
    this._debug.legacy.end = this._io.pos;
    this._debug.xstateBv = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xstateBv = new Uint64_.Uint64(this._io, null, null, false);
    this.xstateBv._read();
    this._debug.xstateBv.end = this._io.pos;
    var _ = this.xstateBv;
    if (!( (((_.hi & (this.accumHi ^ 4294967295)) == 0) && ((_.lo & (this.accumLo ^ 4294967295)) == 0)) )) {
      var _err = new KaitaiStream.ValidationExprError(this.xstateBv, this._io, "/seq/1");
      this._debug.xstateBv.validationError = _err;
      throw _err;
    }
    this._debug.xcompBv = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xcompBv = new Uint64_.Uint64(this._io, null, null, false);
    this.xcompBv._read();
    this._debug.xcompBv.end = this._io.pos;
    var _ = this.xcompBv;
    if (!( ((_.hi == 0) && (_.lo == 0)) )) {
      var _err = new KaitaiStream.ValidationExprError(this.xcompBv, this._io, "/seq/2");
      this._debug.xcompBv.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.reserved.arr = [];
    this.reserved = [];
    for (var i = 0; i < 6; i++) {
      this._debug.reserved.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_reserved = new Uint64_.Uint64(this._io, null, null, false);
      try {
        _t_reserved._read();
      } finally {
        this.reserved.push(_t_reserved);
      }
      this._debug.reserved.arr[i].end = this._io.pos;
      var _ = this.reserved[i];
      if (!( ((_.hi == 0) && (_.lo == 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.reserved[i], this._io, "/seq/3");
        this._debug.reserved.arr[i].validationError = _err;
        throw _err;
      }
    }
    this._debug.reserved.end = this._io.pos;
    this._debug.components = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.components = this._io.readBytesFull();
    this._debug.components.end = this._io.pos;
  }

  /**
   * x87 and SSE state.
   */

  /**
   * Components of this area that are not in their initial state.
   * @see spec/07-x86-pv.md#PV-050
   */

  /**
   * Zero, the area is not compacted.
   * @see spec/07-x86-pv.md#PV-050
   */

  /**
   * Rest of the 64-octet header, zero.
   * @see spec/07-x86-pv.md#PV-050
   */

  /**
   * Components from AVX upwards, each at the offset that the processor reports
   * for it.
   */

  /**
   * Bits 63 to 32 of xcr0_accum, the components that the vCPU ever enabled.
   */

  /**
   * Bits 31 to 0 of xcr0_accum.
   */

  return X86XsaveArea;
})();
X86XsaveArea_.X86XsaveArea = X86XsaveArea;
});
