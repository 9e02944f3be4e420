// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86MsrPolicy || (root.X86MsrPolicy = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86MsrPolicy_, KaitaiStream, Uint64_) {
/**
 * Model-specific registers that describe the processor to the guest.
 * @see spec/08-x86-common.md
 */

var X86MsrPolicy = (function() {
  X86MsrPolicy.PolicyMsr = Object.freeze({
    PLATFORM_INFO: 206,
    ARCH_CAPABILITIES: 266,

    206: "PLATFORM_INFO",
    266: "ARCH_CAPABILITIES",
  });

  function X86MsrPolicy(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86MsrPolicy.prototype._read = function() {
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
  X86MsrPolicy.prototype._readLE = function() {
    this._debug.contentPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.contentPresent = this._io.readBytes(0);
    this._debug.contentPresent.end = this._io.pos;
    var _ = this.contentPresent;
    if (!(!(this._io.isEof()))) {
      var _err = new KaitaiStream.ValidationExprError(this.contentPresent, this._io, "/seq/0");
      this._debug.contentPresent.validationError = _err;
      throw _err;
    }
    this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.msrs.arr = [];
    this.msrs = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.msrs.arr[this.msrs.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_msrs = new Msr(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_msrs._read();
      } finally {
        this.msrs.push(_t_msrs);
      }
      this._debug.msrs.arr[this.msrs.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.msrs.end = this._io.pos;
  }
  X86MsrPolicy.prototype._readBE = function() {
    this._debug.contentPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.contentPresent = this._io.readBytes(0);
    this._debug.contentPresent.end = this._io.pos;
    var _ = this.contentPresent;
    if (!(!(this._io.isEof()))) {
      var _err = new KaitaiStream.ValidationExprError(this.contentPresent, this._io, "/seq/0");
      this._debug.contentPresent.validationError = _err;
      throw _err;
    }
    this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.msrs.arr = [];
    this.msrs = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.msrs.arr[this.msrs.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_msrs = new Msr(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_msrs._read();
      } finally {
        this.msrs.push(_t_msrs);
      }
      this._debug.msrs.arr[this.msrs.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.msrs.end = this._io.pos;
  }

  /**
   * One register of the policy.
   */

  var Msr = X86MsrPolicy.Msr = (function() {
    function Msr(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Msr.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Msr.prototype._readLE = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "X86MsrPolicy.PolicyMsr" };
      this.index = this._io.readU4le();
      this._debug.index.end = this._io.pos;
      if (!Object.prototype.hasOwnProperty.call(X86MsrPolicy.PolicyMsr, this.index)) {
        var _err = new KaitaiStream.ValidationNotInEnumError(this.index, this._io, "/types/msr/seq/0");
        this._debug.index.validationError = _err;
        throw _err;
      }
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = this._io.readU4le();
      this._debug.flags.end = this._io.pos;
      if (!(this.flags == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.flags, this._io, "/types/msr/seq/1");
        this._debug.flags.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }
    Msr.prototype._readBE = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "X86MsrPolicy.PolicyMsr" };
      this.index = this._io.readU4be();
      this._debug.index.end = this._io.pos;
      if (!Object.prototype.hasOwnProperty.call(X86MsrPolicy.PolicyMsr, this.index)) {
        var _err = new KaitaiStream.ValidationNotInEnumError(this.index, this._io, "/types/msr/seq/0");
        this._debug.index.validationError = _err;
        throw _err;
      }
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = this._io.readU4be();
      this._debug.flags.end = this._io.pos;
      if (!(this.flags == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.flags, this._io, "/types/msr/seq/1");
        this._debug.flags.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }

    /**
     * Number of the register.
     * @see spec/08-x86-common.md#X86-017
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/08-x86-common.md#X86-019
     */

    /**
     * Contents of the register.
     */

    /**
     * Byte order of the image.
     */

    return Msr;
  })();

  /**
   * A policy without registers is left out, never written empty.
   * @see spec/08-x86-common.md#X86-015
   */

  /**
   * The registers, up to the end of the body.
   * @see spec/08-x86-common.md#X86-015
   */

  /**
   * Byte order of the image.
   */

  return X86MsrPolicy;
})();
X86MsrPolicy_.X86MsrPolicy = X86MsrPolicy;
});
