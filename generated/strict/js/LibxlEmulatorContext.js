// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlEmulatorXenstoreData'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlEmulatorXenstoreData'));
  } else {
    factory(root.LibxlEmulatorContext || (root.LibxlEmulatorContext = {}), root.KaitaiStream, root.LibxlEmulatorXenstoreData || (root.LibxlEmulatorXenstoreData = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlEmulatorContext_, KaitaiStream, LibxlEmulatorXenstoreData_) {
/**
 * State of a device model, in that program's own format. QEMU's starts with the
 * octets "QEVM" and a big-endian version.
 * @see spec/11-libxl-stream.md
 */

var LibxlEmulatorContext = (function() {
  function LibxlEmulatorContext(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  LibxlEmulatorContext.prototype._read = function() {
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
  LibxlEmulatorContext.prototype._readLE = function() {
    this._debug.emulatorId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlEmulatorXenstoreData.Emulator" };
    this.emulatorId = this._io.readU4le();
    this._debug.emulatorId.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(LibxlEmulatorXenstoreData_.LibxlEmulatorXenstoreData.Emulator, this.emulatorId)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.emulatorId, this._io, "/seq/0");
      this._debug.emulatorId.validationError = _err;
      throw _err;
    }
    this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.index = this._io.readU4le();
    this._debug.index.end = this._io.pos;
    this._debug.state = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.state = this._io.readBytesFull();
    this._debug.state.end = this._io.pos;
  }
  LibxlEmulatorContext.prototype._readBE = function() {
    this._debug.emulatorId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlEmulatorXenstoreData.Emulator" };
    this.emulatorId = this._io.readU4be();
    this._debug.emulatorId.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(LibxlEmulatorXenstoreData_.LibxlEmulatorXenstoreData.Emulator, this.emulatorId)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.emulatorId, this._io, "/seq/0");
      this._debug.emulatorId.validationError = _err;
      throw _err;
    }
    this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.index = this._io.readU4be();
    this._debug.index.end = this._io.pos;
    this._debug.state = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.state = this._io.readBytesFull();
    this._debug.state.end = this._io.pos;
  }

  /**
   * Which device model. 0 comes from the converter only.
   * @see spec/11-libxl-stream.md#LXL-030
   */

  /**
   * Which of several device models of that kind; 0 so far.
   * @see spec/11-libxl-stream.md#LXL-032
   */

  /**
   * The state; its format is the device model's and carries no lengths of its own.
   */

  /**
   * Byte order of the libxl stream.
   */

  return LibxlEmulatorContext;
})();
LibxlEmulatorContext_.LibxlEmulatorContext = LibxlEmulatorContext;
});
