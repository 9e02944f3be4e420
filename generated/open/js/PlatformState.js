// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.PlatformState || (root.PlatformState = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (PlatformState_, KaitaiStream) {
/**
 * What only the emulator of a machine understands.
 * @see spec/23-v4-machine.md
 */

var PlatformState = (function() {
  function PlatformState(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  PlatformState.prototype._read = function() {
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
  PlatformState.prototype._readLE = function() {
    this._debug.digest = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.digest = this._io.readBytes(32);
    this._debug.digest.end = this._io.pos;
    this._debug.state = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.state = this._io.readBytesFull();
    this._debug.state.end = this._io.pos;
  }
  PlatformState.prototype._readBE = function() {
    this._debug.digest = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.digest = this._io.readBytes(32);
    this._debug.digest.end = this._io.pos;
    this._debug.state = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.state = this._io.readBytesFull();
    this._debug.state.end = this._io.pos;
  }

  /**
   * SHA-256 of the bodies of MEMORY_LAYOUT and MACHINE and of the state.
   * @see spec/23-v4-machine.md#MACH-041
   */

  /**
   * The state, in the emulator's own form.
   * @see spec/23-v4-machine.md#MACH-041
   */

  /**
   * Byte order of the image.
   */

  return PlatformState;
})();
PlatformState_.PlatformState = PlatformState;
});
