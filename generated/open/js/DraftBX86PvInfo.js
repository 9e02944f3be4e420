// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.DraftBX86PvInfo || (root.DraftBX86PvInfo = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBX86PvInfo_, KaitaiStream) {
/**
 * Register width and depth of the page tables of the guest.
 * @see spec/16-draft-b.md
 */

var DraftBX86PvInfo = (function() {
  function DraftBX86PvInfo(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  DraftBX86PvInfo.prototype._read = function() {
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
  DraftBX86PvInfo.prototype._readLE = function() {
    this._debug.guestWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.guestWidth = this._io.readU1();
    this._debug.guestWidth.end = this._io.pos;
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2le();
    this._debug.options.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
  }
  DraftBX86PvInfo.prototype._readBE = function() {
    this._debug.guestWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.guestWidth = this._io.readU1();
    this._debug.guestWidth.end = this._io.pos;
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2be();
    this._debug.options.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
  }

  /**
   * Octets in a register: 4 or 8.
   * @see spec/16-draft-b.md#DB-047
   */

  /**
   * Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest.
   * @see spec/16-draft-b.md#DB-047
   */

  /**
   * Bit 0 says that the guest has asked for extended CR3 (VMASST_pae_extended_cr3).
   * Bits 1 to 15 are reserved and written as zero.
   * @see spec/16-draft-b.md#DB-049
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-049
   */

  /**
   * Byte order of the image.
   */

  return DraftBX86PvInfo;
})();
DraftBX86PvInfo_.DraftBX86PvInfo = DraftBX86PvInfo;
});
