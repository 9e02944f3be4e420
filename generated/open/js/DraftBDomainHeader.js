// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.DraftBDomainHeader || (root.DraftBDomainHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBDomainHeader_, KaitaiStream) {
/**
 * Eight octets after the image header: the architecture and kind of domain, and
 * the size of its pages.
 * @see spec/16-draft-b.md
 */

var DraftBDomainHeader = (function() {
  function DraftBDomainHeader(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  DraftBDomainHeader.prototype._read = function() {
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
  DraftBDomainHeader.prototype._readLE = function() {
    this._debug.arch = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.arch = this._io.readU2le();
    this._debug.arch.end = this._io.pos;
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.type = this._io.readU2le();
    this._debug.type.end = this._io.pos;
    this._debug.pageShift = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pageShift = this._io.readU2le();
    this._debug.pageShift.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU2le();
    this._debug.reserved.end = this._io.pos;
  }
  DraftBDomainHeader.prototype._readBE = function() {
    this._debug.arch = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.arch = this._io.readU2be();
    this._debug.arch.end = this._io.pos;
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.type = this._io.readU2be();
    this._debug.type.end = this._io.pos;
    this._debug.pageShift = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pageShift = this._io.readU2be();
    this._debug.pageShift.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU2be();
    this._debug.reserved.end = this._io.pos;
  }

  /**
   * Architecture; 1 is x86. 2 was meant for ARM and never filled in.
   * @see spec/16-draft-b.md#DB-014
   */

  /**
   * Kind of domain of that architecture; 1 is x86 PV.
   * @see spec/16-draft-b.md#DB-016
   */

  /**
   * Base-2 logarithm of the page size in octets.
   * @see spec/16-draft-b.md#DB-018
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-020
   */

  /**
   * Byte order of the image.
   */

  return DraftBDomainHeader;
})();
DraftBDomainHeader_.DraftBDomainHeader = DraftBDomainHeader;
});
