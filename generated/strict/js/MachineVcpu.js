// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.MachineVcpu || (root.MachineVcpu = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (MachineVcpu_, KaitaiStream) {
/**
 * The registers of one vCPU of a machine.
 * @see spec/23-v4-machine.md
 */

var MachineVcpu = (function() {
  function MachineVcpu(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  MachineVcpu.prototype._read = function() {
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
  MachineVcpu.prototype._readLE = function() {
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
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.registers = this._io.readBytes(1032);
    this._debug.registers.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/3");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  MachineVcpu.prototype._readBE = function() {
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
    this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.registers = this._io.readBytes(1032);
    this._debug.registers.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/3");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * Number of the vCPU.
   * @see spec/23-v4-machine.md#MACH-031
   */

  /**
   * Zero; any other value is refused.
   * @see spec/23-v4-machine.md#MACH-033
   */

  /**
   * Laid out like a CPU entry of the HVM context.
   * @see spec/23-v4-machine.md#MACH-029
   */

  /**
   * The body ends here.
   * @see spec/23-v4-machine.md#MACH-029
   */

  /**
   * Byte order of the image.
   */

  return MachineVcpu;
})();
MachineVcpu_.MachineVcpu = MachineVcpu;
});
