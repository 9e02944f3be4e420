// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86TscInfo || (root.X86TscInfo = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86TscInfo_, KaitaiStream, Uint64_) {
/**
 * How the guest's time-stamp counter is made, and where it stood when the domain
 * was saved.
 * @see spec/08-x86-common.md
 */

var X86TscInfo = (function() {
  X86TscInfo.TscMode = Object.freeze({
    DEFAULT: 0,
    ALWAYS_EMULATE: 1,
    NEVER_EMULATE: 2,
    PVRDTSCP: 3,

    0: "DEFAULT",
    1: "ALWAYS_EMULATE",
    2: "NEVER_EMULATE",
    3: "PVRDTSCP",
  });

  function X86TscInfo(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86TscInfo.prototype._read = function() {
    switch (this.isBe) {
    case true:
      this._is_le = false;
      break;
    case false:
      this._is_le = true;
      break;
    }

    if (this._is_le === true) {
      this._readLE();
    } else if (this._is_le === false) {
      this._readBE();
    } else {
      throw new KaitaiStream.UndecidedEndiannessError();
    }
  }
  X86TscInfo.prototype._readLE = function() {
    this._debug.mode = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "X86TscInfo.TscMode" };
    this.mode = this._io.readU4le();
    this._debug.mode.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(X86TscInfo.TscMode, this.mode)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.mode, this._io, "/seq/0");
      this._debug.mode.validationError = _err;
      throw _err;
    }
    this._debug.khz = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.khz = this._io.readU4le();
    this._debug.khz.end = this._io.pos;
    this._debug.nsec = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nsec = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.nsec._read();
    this._debug.nsec.end = this._io.pos;
    this._debug.incarnation = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.incarnation = this._io.readU4le();
    this._debug.incarnation.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/4");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/5");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  X86TscInfo.prototype._readBE = function() {
    this._debug.mode = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "X86TscInfo.TscMode" };
    this.mode = this._io.readU4be();
    this._debug.mode.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(X86TscInfo.TscMode, this.mode)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.mode, this._io, "/seq/0");
      this._debug.mode.validationError = _err;
      throw _err;
    }
    this._debug.khz = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.khz = this._io.readU4be();
    this._debug.khz.end = this._io.pos;
    this._debug.nsec = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nsec = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.nsec._read();
    this._debug.nsec.end = this._io.pos;
    this._debug.incarnation = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.incarnation = this._io.readU4be();
    this._debug.incarnation.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/4");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/5");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * How the guest reads the counter. Mode 3 was written up to Xen 4.11 only.
   * @see spec/08-x86-common.md#X86-003
   */

  /**
   * Frequency that the guest was told, in kHz; 0 is the host's own.
   */

  /**
   * Guest time in nanoseconds at the moment of saving.
   */

  /**
   * How often the domain was restored before. The restoring Xen adds one.
   */

  /**
   * Written as zero.
   * @see spec/08-x86-common.md#X86-007
   */

  /**
   * The body ends here.
   * @see spec/08-x86-common.md#X86-001
   */

  /**
   * Byte order of the image.
   */

  return X86TscInfo;
})();
X86TscInfo_.X86TscInfo = X86TscInfo;
});
