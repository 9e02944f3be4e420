// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.ArmVcpu || (root.ArmVcpu = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (ArmVcpu_, KaitaiStream) {
/**
 * The registers of one vCPU, each of which says what it is and how large.
 * @see spec/22-v4-arm.md
 */

var ArmVcpu = (function() {
  function ArmVcpu(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  ArmVcpu.prototype._read = function() {
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
  ArmVcpu.prototype._readLE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4le();
    this._debug.vcpuId.end = this._io.pos;
    if (!(this.vcpuId <= 8191)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(8191, this.vcpuId, this._io, "/seq/0");
      this._debug.vcpuId.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.registers.arr = [];
    this.registers = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.registers.arr[this.registers.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_registers = new Register(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_registers._read();
      } finally {
        this.registers.push(_t_registers);
      }
      this._debug.registers.arr[this.registers.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.registers.end = this._io.pos;
  }
  ArmVcpu.prototype._readBE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4be();
    this._debug.vcpuId.end = this._io.pos;
    if (!(this.vcpuId <= 8191)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(8191, this.vcpuId, this._io, "/seq/0");
      this._debug.vcpuId.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.registers.arr = [];
    this.registers = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.registers.arr[this.registers.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_registers = new Register(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_registers._read();
      } finally {
        this.registers.push(_t_registers);
      }
      this._debug.registers.arr[this.registers.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.registers.end = this._io.pos;
  }

  /**
   * One register.
   */

  var Register = ArmVcpu.Register = (function() {
    function Register(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Register.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Register.prototype._readLE = function() {
      this._debug.set = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.set = this._io.readU1();
      this._debug.set.end = this._io.pos;
      if (!(this.set <= 3)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(3, this.set, this._io, "/types/register/seq/0");
        this._debug.set.validationError = _err;
        throw _err;
      }
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU1();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/types/register/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
      this._debug.size = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.size = this._io.readU2le();
      this._debug.size.end = this._io.pos;
      if (!(this.size >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.size, this._io, "/types/register/seq/2");
        this._debug.size.validationError = _err;
        throw _err;
      }
      if (!(this.size <= 256)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(256, this.size, this._io, "/types/register/seq/2");
        this._debug.size.validationError = _err;
        throw _err;
      }
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.index = this._io.readU4le();
      this._debug.index.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.size);
      this._debug.value.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.padding.arr = [];
      this.padding = [];
      for (var i = 0; i < KaitaiStream.mod(8 - KaitaiStream.mod(this.size, 8), 8); i++) {
        this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.padding.push(this._io.readU1());
        this._debug.padding.arr[i].end = this._io.pos;
        if (!(this.padding[i] == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.padding[i], this._io, "/types/register/seq/5");
          this._debug.padding.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.padding.end = this._io.pos;
    }
    Register.prototype._readBE = function() {
      this._debug.set = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.set = this._io.readU1();
      this._debug.set.end = this._io.pos;
      if (!(this.set <= 3)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(3, this.set, this._io, "/types/register/seq/0");
        this._debug.set.validationError = _err;
        throw _err;
      }
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU1();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/types/register/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
      this._debug.size = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.size = this._io.readU2be();
      this._debug.size.end = this._io.pos;
      if (!(this.size >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.size, this._io, "/types/register/seq/2");
        this._debug.size.validationError = _err;
        throw _err;
      }
      if (!(this.size <= 256)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(256, this.size, this._io, "/types/register/seq/2");
        this._debug.size.validationError = _err;
        throw _err;
      }
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.index = this._io.readU4be();
      this._debug.index.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.size);
      this._debug.value.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.padding.arr = [];
      this.padding = [];
      for (var i = 0; i < KaitaiStream.mod(8 - KaitaiStream.mod(this.size, 8), 8); i++) {
        this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.padding.push(this._io.readU1());
        this._debug.padding.arr[i].end = this._io.pos;
        if (!(this.padding[i] == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.padding[i], this._io, "/types/register/seq/5");
          this._debug.padding.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.padding.end = this._io.pos;
    }

    /**
     * Which set it belongs to.
     * @see spec/22-v4-arm.md#ARM-027
     */

    /**
     * Zero; any other value is refused.
     * @see spec/22-v4-arm.md#ARM-025
     */

    /**
     * Octets of the value.
     * @see spec/22-v4-arm.md#ARM-027
     */

    /**
     * Which register of the set.
     */

    /**
     * The value, little-endian.
     */

    /**
     * Zero octets up to a multiple of eight; any others are refused.
     * @see spec/22-v4-arm.md#ARM-025
     */

    /**
     * Byte order of the image.
     */

    return Register;
  })();

  /**
   * Number of the vCPU.
   * @see spec/22-v4-arm.md#ARM-023
   */

  /**
   * Zero; any other value is refused.
   * @see spec/22-v4-arm.md#ARM-025
   */

  /**
   * The registers, ascending, up to the end of the body.
   */

  /**
   * Byte order of the image.
   */

  return ArmVcpu;
})();
ArmVcpu_.ArmVcpu = ArmVcpu;
});
