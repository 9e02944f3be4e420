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
    if (!( ((this.guestWidth == 4) || (this.guestWidth == 8)) )) {
      var _err = new KaitaiStream.ValidationNotAnyOfError(this.guestWidth, this._io, "/seq/0");
      this._debug.guestWidth.validationError = _err;
      throw _err;
    }
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    var _ = this.ptLevels;
    if (!(_ == (this.guestWidth == 4 ? 3 : 4))) {
      var _err = new KaitaiStream.ValidationExprError(this.ptLevels, this._io, "/seq/1");
      this._debug.ptLevels.validationError = _err;
      throw _err;
    }
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2le();
    this._debug.options.end = this._io.pos;
    if (!(this.options <= 1)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(1, this.options, this._io, "/seq/2");
      this._debug.options.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/3");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/4");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  DraftBX86PvInfo.prototype._readBE = function() {
    this._debug.guestWidth = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.guestWidth = this._io.readU1();
    this._debug.guestWidth.end = this._io.pos;
    if (!( ((this.guestWidth == 4) || (this.guestWidth == 8)) )) {
      var _err = new KaitaiStream.ValidationNotAnyOfError(this.guestWidth, this._io, "/seq/0");
      this._debug.guestWidth.validationError = _err;
      throw _err;
    }
    this._debug.ptLevels = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptLevels = this._io.readU1();
    this._debug.ptLevels.end = this._io.pos;
    var _ = this.ptLevels;
    if (!(_ == (this.guestWidth == 4 ? 3 : 4))) {
      var _err = new KaitaiStream.ValidationExprError(this.ptLevels, this._io, "/seq/1");
      this._debug.ptLevels.validationError = _err;
      throw _err;
    }
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2be();
    this._debug.options.end = this._io.pos;
    if (!(this.options <= 1)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(1, this.options, this._io, "/seq/2");
      this._debug.options.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/3");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/4");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
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
   * The body ends here.
   * @see spec/16-draft-b.md#DB-045
   */

  /**
   * Byte order of the image.
   */

  return DraftBX86PvInfo;
})();
DraftBX86PvInfo_.DraftBX86PvInfo = DraftBX86PvInfo;
});
