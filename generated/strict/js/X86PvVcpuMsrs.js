// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86PvVcpuMsrs || (root.X86PvVcpuMsrs = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvVcpuMsrs_, KaitaiStream, Uint64_) {
/**
 * Model-specific registers of one PV vCPU; those that are zero are left out. The registers are in the guest's byte
 * order, little-endian, in every image.
 * @see spec/07-x86-pv.md
 */

var X86PvVcpuMsrs = (function() {
  X86PvVcpuMsrs.VcpuMsr = Object.freeze({
    SPEC_CTRL: 72,
    MISC_FEATURES_ENABLES: 320,
    TSC_AUX: 3221225731,
    DR1_ADDRESS_MASK: 3221295129,
    DR2_ADDRESS_MASK: 3221295130,
    DR3_ADDRESS_MASK: 3221295131,
    DR0_ADDRESS_MASK: 3221295143,

    72: "SPEC_CTRL",
    320: "MISC_FEATURES_ENABLES",
    3221225731: "TSC_AUX",
    3221295129: "DR1_ADDRESS_MASK",
    3221295130: "DR2_ADDRESS_MASK",
    3221295131: "DR3_ADDRESS_MASK",
    3221295143: "DR0_ADDRESS_MASK",
  });

  function X86PvVcpuMsrs(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86PvVcpuMsrs.prototype._read = function() {
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
  X86PvVcpuMsrs.prototype._readLE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4le();
    this._debug.vcpuId.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.msrs.arr = [];
    this.msrs = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.msrs.arr[this.msrs.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_msrs = new Msr(this._io, this, this._root);
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
  X86PvVcpuMsrs.prototype._readBE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4be();
    this._debug.vcpuId.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.msrs.arr = [];
    this.msrs = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.msrs.arr[this.msrs.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_msrs = new Msr(this._io, this, this._root);
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
   * One register.
   */

  var Msr = X86PvVcpuMsrs.Msr = (function() {
    function Msr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Msr.prototype._read = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "X86PvVcpuMsrs.VcpuMsr" };
      this.index = this._io.readU4le();
      this._debug.index.end = this._io.pos;
      if (!Object.prototype.hasOwnProperty.call(X86PvVcpuMsrs.VcpuMsr, this.index)) {
        var _err = new KaitaiStream.ValidationNotInEnumError(this.index, this._io, "/types/msr/seq/0");
        this._debug.index.validationError = _err;
        throw _err;
      }
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU4le();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/types/msr/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, false);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }

    /**
     * Number of the register.
     * @see spec/07-x86-pv.md#PV-054
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/07-x86-pv.md#PV-056
     */

    /**
     * Contents of the register.
     */

    return Msr;
  })();

  /**
   * Number of the vCPU.
   * @see spec/07-x86-pv.md#PV-022
   */

  /**
   * Written as zero.
   * @see spec/07-x86-pv.md#PV-024
   */

  /**
   * The registers, up to the end of the body.
   * @see spec/07-x86-pv.md#PV-052
   */

  /**
   * Byte order of the image.
   */

  return X86PvVcpuMsrs;
})();
X86PvVcpuMsrs_.X86PvVcpuMsrs = X86PvVcpuMsrs;
});
