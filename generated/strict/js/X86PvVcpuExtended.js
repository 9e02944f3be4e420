// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86PvVcpuExtended || (root.X86PvVcpuExtended = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvVcpuExtended_, KaitaiStream, Uint64_) {
/**
 * Entry points for system calls and the machine-check state of one PV vCPU, in the
 * guest's byte order. The context names the vCPU again and carries its own size.
 * @see spec/07-x86-pv.md
 */

var X86PvVcpuExtended = (function() {
  function X86PvVcpuExtended(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86PvVcpuExtended.prototype._read = function() {
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
  X86PvVcpuExtended.prototype._readLE = function() {
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
    if (!(this._io.isEof())) {
      this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new ExtendedContext(_io__raw_context, this, this._root, this.vcpuId);
      this.context._read();
      this._debug.context.end = this._io.pos;
    }
  }
  X86PvVcpuExtended.prototype._readBE = function() {
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
    if (!(this._io.isEof())) {
      this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new ExtendedContext(_io__raw_context, this, this._root, this.vcpuId);
      this.context._read();
      this._debug.context.end = this._io.pos;
    }
  }

  /**
   * The hypervisor's `xen_domctl_ext_vcpucontext`. 64 octets today; at least
   * the first 32, at most 128.
   */

  var ExtendedContext = X86PvVcpuExtended.ExtendedContext = (function() {
    function ExtendedContext(_io, _parent, _root, outerVcpuId) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.outerVcpuId = outerVcpuId;
      this._debug = {};

    }
    ExtendedContext.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!( ((this._io.size >= 32) && (this._io.size <= 128)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/extended_context/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      this._debug.vcpu = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.vcpu = this._io.readU4le();
      this._debug.vcpu.end = this._io.pos;
      if (!(this.vcpu == this.outerVcpuId)) {
        var _err = new KaitaiStream.ValidationNotEqualError(this.outerVcpuId, this.vcpu, this._io, "/types/extended_context/seq/1");
        this._debug.vcpu.validationError = _err;
        throw _err;
      }
      this._debug.size = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.size = this._io.readU4le();
      this._debug.size.end = this._io.pos;
      if (!(this.size <= this._io.size)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(this._io.size, this.size, this._io, "/types/extended_context/seq/2");
        this._debug.size.validationError = _err;
        throw _err;
      }
      this._debug.syscall32CallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.syscall32CallbackEip = new Uint64_.Uint64(this._io, null, null, false);
      this.syscall32CallbackEip._read();
      this._debug.syscall32CallbackEip.end = this._io.pos;
      this._debug.sysenterCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.sysenterCallbackEip = new Uint64_.Uint64(this._io, null, null, false);
      this.sysenterCallbackEip._read();
      this._debug.sysenterCallbackEip.end = this._io.pos;
      this._debug.syscall32CallbackCs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.syscall32CallbackCs = this._io.readU2le();
      this._debug.syscall32CallbackCs.end = this._io.pos;
      this._debug.sysenterCallbackCs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.sysenterCallbackCs = this._io.readU2le();
      this._debug.sysenterCallbackCs.end = this._io.pos;
      this._debug.syscall32DisablesEvents = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.syscall32DisablesEvents = this._io.readU1();
      this._debug.syscall32DisablesEvents.end = this._io.pos;
      this._debug.sysenterDisablesEvents = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.sysenterDisablesEvents = this._io.readU1();
      this._debug.sysenterDisablesEvents.end = this._io.pos;
      this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad = this._io.readU2le();
      this._debug.pad.end = this._io.pos;
      if (this._io.size - this._io.pos >= 32) {
        this._debug.vmce = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.vmce = new Vmce(this._io, this, this._root);
        this.vmce._read();
        this._debug.vmce.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * The context is neither too short nor too long.
     * @see spec/07-x86-pv.md#PV-042
     */

    /**
     * Number of the vCPU, again.
     * @see spec/07-x86-pv.md#PV-044
     */

    /**
     * Octets of this structure that are in use, by its own account.
     * @see spec/07-x86-pv.md#PV-046
     */

    /**
     * Where a 32-bit SYSCALL enters the guest.
     */

    /**
     * Where SYSENTER enters the guest.
     */

    /**
     * Code segment of that entry.
     */

    /**
     * Code segment of that entry.
     */

    /**
     * 1 when the entry masks events.
     */

    /**
     * 1 when the entry masks events.
     */

    /**
     * Unused.
     */

    /**
     * Machine-check state; absent in a context of 32 octets.
     */

    /**
     * Room for what a later hypervisor appends.
     */

    /**
     * The vCPU that the record names.
     */

    return ExtendedContext;
  })();

  /**
   * Virtual machine-check registers.
   */

  var Vmce = X86PvVcpuExtended.Vmce = (function() {
    function Vmce(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Vmce.prototype._read = function() {
      this._debug.caps = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.caps = new Uint64_.Uint64(this._io, null, null, false);
      this.caps._read();
      this._debug.caps.end = this._io.pos;
      this._debug.mciCtl2Bank0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mciCtl2Bank0 = new Uint64_.Uint64(this._io, null, null, false);
      this.mciCtl2Bank0._read();
      this._debug.mciCtl2Bank0.end = this._io.pos;
      this._debug.mciCtl2Bank1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mciCtl2Bank1 = new Uint64_.Uint64(this._io, null, null, false);
      this.mciCtl2Bank1._read();
      this._debug.mciCtl2Bank1.end = this._io.pos;
      this._debug.mcgExtCtl = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mcgExtCtl = new Uint64_.Uint64(this._io, null, null, false);
      this.mcgExtCtl._read();
      this._debug.mcgExtCtl.end = this._io.pos;
    }

    /**
     * MCG_CAP.
     */

    /**
     * MCi_CTL2 of bank 0.
     */

    /**
     * MCi_CTL2 of bank 1.
     */

    /**
     * MCG_EXT_CTL.
     */

    return Vmce;
  })();

  /**
   * Number of the vCPU.
   * @see spec/07-x86-pv.md#PV-022
   */

  /**
   * Written as zero.
   * @see spec/07-x86-pv.md#PV-024
   */

  /**
   * The state.
   * @see spec/07-x86-pv.md#PV-042
   */

  /**
   * Byte order of the image.
   */

  return X86PvVcpuExtended;
})();
X86PvVcpuExtended_.X86PvVcpuExtended = X86PvVcpuExtended;
});
