// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.ArmIdPolicy || (root.ArmIdPolicy = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (ArmIdPolicy_, KaitaiStream, Uint64_) {
/**
 * Identification registers that describe the processor to the guest.
 * @see spec/22-v4-arm.md
 */

var ArmIdPolicy = (function() {
  function ArmIdPolicy(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  ArmIdPolicy.prototype._read = function() {
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
  ArmIdPolicy.prototype._readLE = function() {
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.registers.arr = [];
    this.registers = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.registers.arr[this.registers.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_registers = new IdRegister(this._io, this, this._root, this._is_le, this.isBe);
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
  ArmIdPolicy.prototype._readBE = function() {
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.registers.arr = [];
    this.registers = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.registers.arr[this.registers.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_registers = new IdRegister(this._io, this, this._root, this._is_le, this.isBe);
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
   * One register of the policy.
   */

  var IdRegister = ArmIdPolicy.IdRegister = (function() {
    function IdRegister(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    IdRegister.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    IdRegister.prototype._readLE = function() {
      this._debug.encoding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.encoding = this._io.readU4le();
      this._debug.encoding.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = this._io.readU4le();
      this._debug.flags.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }
    IdRegister.prototype._readBE = function() {
      this._debug.encoding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.encoding = this._io.readU4be();
      this._debug.encoding.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = this._io.readU4be();
      this._debug.flags.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }

    /**
     * Which register.
     * @see spec/22-v4-arm.md#ARM-021
     */

    /**
     * Zero; any other value is refused.
     * @see spec/22-v4-arm.md#ARM-021
     */

    /**
     * What the guest reads.
     */

    /**
     * Byte order of the image.
     */

    return IdRegister;
  })();

  /**
   * The registers, ascending, up to the end of the body.
   */

  /**
   * Byte order of the image.
   */

  return ArmIdPolicy;
})();
ArmIdPolicy_.ArmIdPolicy = ArmIdPolicy;
});
