// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './VcpuGuestContextX8664', './VcpuGuestContextX8632'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./VcpuGuestContextX8664'), require('./VcpuGuestContextX8632'));
  } else {
    factory(root.X86PvVcpuBasic || (root.X86PvVcpuBasic = {}), root.KaitaiStream, root.VcpuGuestContextX8664 || (root.VcpuGuestContextX8664 = {}), root.VcpuGuestContextX8632 || (root.VcpuGuestContextX8632 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvVcpuBasic_, KaitaiStream, VcpuGuestContextX8664_, VcpuGuestContextX8632_) {
/**
 * Registers of one PV vCPU: the hypervisor's `vcpu_guest_context` in the guest's
 * width and, whatever the byte order of the image, in the guest's byte order.
 * Frame numbers in it have been turned from machine into pseudo-physical ones.
 * @see spec/07-x86-pv.md
 */

var X86PvVcpuBasic = (function() {
  function X86PvVcpuBasic(_io, _parent, _root, isBe, guestWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.guestWidth = guestWidth;
    this._debug = {};

  }
  X86PvVcpuBasic.prototype._read = function() {
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
  X86PvVcpuBasic.prototype._readLE = function() {
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
    this._debug.contentPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.contentPresent = this._io.readBytes(0);
    this._debug.contentPresent.end = this._io.pos;
    var _ = this.contentPresent;
    if (!(!(this._io.isEof()))) {
      var _err = new KaitaiStream.ValidationExprError(this.contentPresent, this._io, "/seq/2");
      this._debug.contentPresent.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
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
  }
  X86PvVcpuBasic.prototype._readBE = function() {
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
    this._debug.contentPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.contentPresent = this._io.readBytes(0);
    this._debug.contentPresent.end = this._io.pos;
    var _ = this.contentPresent;
    if (!(!(this._io.isEof()))) {
      var _err = new KaitaiStream.ValidationExprError(this.contentPresent, this._io, "/seq/2");
      this._debug.contentPresent.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
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
  }

  /**
   * Number of the vCPU.
   * @see spec/07-x86-pv.md#PV-022
   */

  /**
   * Written as zero.
   * @see spec/07-x86-pv.md#PV-024
   */

  /**
   * A vCPU without this state has no such record; a Reader takes an empty one
   * for none.
   * @see spec/07-x86-pv.md#PV-026
   */

  /**
   * The registers.
   * @see spec/07-x86-pv.md#PV-026
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the context stays octets.
   */

  return X86PvVcpuBasic;
})();
X86PvVcpuBasic_.X86PvVcpuBasic = X86PvVcpuBasic;
});
