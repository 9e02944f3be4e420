// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './VcpuGuestContextX8664', './VcpuGuestContextX8632'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./VcpuGuestContextX8664'), require('./VcpuGuestContextX8632'));
  } else {
    factory(root.DraftBVcpuContext || (root.DraftBVcpuContext = {}), root.KaitaiStream, root.VcpuGuestContextX8664 || (root.VcpuGuestContextX8664 = {}), root.VcpuGuestContextX8632 || (root.VcpuGuestContextX8632 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBVcpuContext_, KaitaiStream, VcpuGuestContextX8664_, VcpuGuestContextX8632_) {
/**
 * Registers of one vCPU: `vcpu_guest_context` in the guest's width and, whatever
 * the byte order of the image, in the guest's byte order.
 * @see spec/16-draft-b.md
 */

var DraftBVcpuContext = (function() {
  function DraftBVcpuContext(_io, _parent, _root, isBe, guestWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.guestWidth = guestWidth;
    this._debug = {};

  }
  DraftBVcpuContext.prototype._read = function() {
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
  DraftBVcpuContext.prototype._readLE = function() {
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
    this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.guestWidth) {
    case 4:
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new VcpuGuestContextX8632_.VcpuGuestContextX8632(_io__raw_context, null, null);
      this.context._read();
      break;
    case 8:
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new VcpuGuestContextX8664_.VcpuGuestContextX8664(_io__raw_context, null, null);
      this.context._read();
      break;
    default:
      this.context = this._io.readBytesFull();
      break;
    }
    this._debug.context.end = this._io.pos;
  }
  DraftBVcpuContext.prototype._readBE = function() {
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
    this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.guestWidth) {
    case 4:
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new VcpuGuestContextX8632_.VcpuGuestContextX8632(_io__raw_context, null, null);
      this.context._read();
      break;
    case 8:
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new VcpuGuestContextX8664_.VcpuGuestContextX8664(_io__raw_context, null, null);
      this.context._read();
      break;
    default:
      this.context = this._io.readBytesFull();
      break;
    }
    this._debug.context.end = this._io.pos;
  }

  /**
   * Number of the vCPU.
   * @see spec/16-draft-b.md#DB-067
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-071
   */

  /**
   * The registers.
   * @see spec/16-draft-b.md#DB-065
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the context stays octets.
   */

  return DraftBVcpuContext;
})();
DraftBVcpuContext_.DraftBVcpuContext = DraftBVcpuContext;
});
