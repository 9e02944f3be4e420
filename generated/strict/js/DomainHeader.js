// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.DomainHeader || (root.DomainHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (DomainHeader_, KaitaiStream) {
/**
 * Sixteen octets after the image header: what kind of domain was saved, the
 * size of its pages, and which Xen saved it.
 * @see spec/03-domain-header.md
 */

var DomainHeader = (function() {
  DomainHeader.DomainType = Object.freeze({
    X86_PV: 1,
    X86_HVM: 2,
    ARM: 5,
    V86_MACHINE: 6,
    QEMU_MACHINE: 7,

    1: "X86_PV",
    2: "X86_HVM",
    5: "ARM",
    6: "V86_MACHINE",
    7: "QEMU_MACHINE",
  });

  function DomainHeader(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  DomainHeader.prototype._read = function() {
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
  DomainHeader.prototype._readLE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "DomainHeader.DomainType" };
    this.type = this._io.readU4le();
    this._debug.type.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(DomainHeader.DomainType, this.type)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.type, this._io, "/seq/0");
      this._debug.type.validationError = _err;
      throw _err;
    }
    this._debug.pageShift = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pageShift = this._io.readU2le();
    this._debug.pageShift.end = this._io.pos;
    var _ = this.pageShift;
    if (!( ((_ == 12) || ( ((this.type == DomainHeader.DomainType.ARM) && ( ((_ == 14) || (_ == 16)) )) )) )) {
      var _err = new KaitaiStream.ValidationExprError(this.pageShift, this._io, "/seq/1");
      this._debug.pageShift.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU2le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/2");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.xenMajor = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xenMajor = this._io.readU4le();
    this._debug.xenMajor.end = this._io.pos;
    this._debug.xenMinor = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xenMinor = this._io.readU4le();
    this._debug.xenMinor.end = this._io.pos;
  }
  DomainHeader.prototype._readBE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "DomainHeader.DomainType" };
    this.type = this._io.readU4be();
    this._debug.type.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(DomainHeader.DomainType, this.type)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.type, this._io, "/seq/0");
      this._debug.type.validationError = _err;
      throw _err;
    }
    this._debug.pageShift = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pageShift = this._io.readU2be();
    this._debug.pageShift.end = this._io.pos;
    var _ = this.pageShift;
    if (!( ((_ == 12) || ( ((this.type == DomainHeader.DomainType.ARM) && ( ((_ == 14) || (_ == 16)) )) )) )) {
      var _err = new KaitaiStream.ValidationExprError(this.pageShift, this._io, "/seq/1");
      this._debug.pageShift.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU2be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/2");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.xenMajor = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xenMajor = this._io.readU4be();
    this._debug.xenMajor.end = this._io.pos;
    this._debug.xenMinor = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xenMinor = this._io.readU4be();
    this._debug.xenMinor.end = this._io.pos;
  }

  /**
   * Kind of domain.
   * @see spec/03-domain-header.md#DOM-001
   */

  /**
   * Base-2 logarithm of the page size in octets. 12 on x86.
   * @see spec/03-domain-header.md#DOM-004
   */

  /**
   * Written as zero, ignored by a Reader.
   * @see spec/03-domain-header.md#DOM-006
   */

  /**
   * Major version of the Xen that saved the domain. Zero when the image was
   * converted from the legacy format.
   * @see spec/03-domain-header.md#DOM-008
   */

  /**
   * Minor version of the Xen that saved the domain; the converter's own
   * version when `xen_major` is zero.
   */

  /**
   * Byte order of the image, bit 0 of the image header's options.
   */

  return DomainHeader;
})();
DomainHeader_.DomainHeader = DomainHeader;
});
