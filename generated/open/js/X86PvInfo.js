// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.X86PvInfo || (root.X86PvInfo = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvInfo_, KaitaiStream) {
/**
 * Register width and depth of the page tables of a PV guest. The two go together:
 * 32-bit guests have 3 levels, 64-bit guests have 4. All fields are single octets,
 * so the byte order of the image is without effect.
 * @see spec/07-x86-pv.md
 */

var X86PvInfo = (function() {
  function X86PvInfo(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86PvInfo.prototype._read = function() {
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
  X86PvInfo.prototype._readLE = function() {
    this._debug.guestWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.guestWidth = this._io.readU1();
    this._debug.guestWidth.end = this._io.pos;
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.reserved.arr = [];
    this.reserved = [];
    for (var i = 0; i < 6; i++) {
      this._debug.reserved.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved.push(this._io.readU1());
      this._debug.reserved.arr[i].end = this._io.pos;
    }
    this._debug.reserved.end = this._io.pos;
  }
  X86PvInfo.prototype._readBE = function() {
    this._debug.guestWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.guestWidth = this._io.readU1();
    this._debug.guestWidth.end = this._io.pos;
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.reserved.arr = [];
    this.reserved = [];
    for (var i = 0; i < 6; i++) {
      this._debug.reserved.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved.push(this._io.readU1());
      this._debug.reserved.arr[i].end = this._io.pos;
    }
    this._debug.reserved.end = this._io.pos;
  }

  /**
   * Octets in a register: 4 or 8.
   * @see spec/07-x86-pv.md#PV-004
   */

  /**
   * Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest.
   * @see spec/07-x86-pv.md#PV-004
   */

  /**
   * Written as zero.
   * @see spec/07-x86-pv.md#PV-006
   */

  /**
   * Byte order of the image.
   */

  return X86PvInfo;
})();
X86PvInfo_.X86PvInfo = X86PvInfo;
});
