// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './X86FxsaveArea'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./X86FxsaveArea'));
  } else {
    factory(root.VcpuGuestContextX8632 || (root.VcpuGuestContextX8632 = {}), root.KaitaiStream, root.X86FxsaveArea || (root.X86FxsaveArea = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (VcpuGuestContextX8632_, KaitaiStream, X86FxsaveArea_) {
/**
 * The hypervisor's `vcpu_guest_context` of a 32-bit PV guest, 2800 octets, in the
 * guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]` and, on
 * vCPU 0, the register that points at start_info (edx) hold pseudo-physical
 * frame numbers.
 * @see spec/07-x86-pv.md
 */

var VcpuGuestContextX8632 = (function() {
  function VcpuGuestContextX8632(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  VcpuGuestContextX8632.prototype._read = function() {
    this._debug.fpu = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_fpu = this._io.readBytes(512);
    var _io__raw_fpu = new KaitaiStream(this._raw_fpu);
    this.fpu = new X86FxsaveArea_.X86FxsaveArea(_io__raw_fpu, null, null);
    this.fpu._read();
    this._debug.fpu.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = this._io.readU4le();
    this._debug.flags.end = this._io.pos;
    this._debug.userRegs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.userRegs = new UserRegs(this._io, this, this._root);
    this.userRegs._read();
    this._debug.userRegs.end = this._io.pos;
    this._debug.trapCtxt = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.trapCtxt.arr = [];
    this.trapCtxt = [];
    for (var i = 0; i < 256; i++) {
      this._debug.trapCtxt.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_trapCtxt = new TrapInfo(this._io, this, this._root);
      try {
        _t_trapCtxt._read();
      } finally {
        this.trapCtxt.push(_t_trapCtxt);
      }
      this._debug.trapCtxt.arr[i].end = this._io.pos;
    }
    this._debug.trapCtxt.end = this._io.pos;
    this._debug.ldtBase = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ldtBase = this._io.readU4le();
    this._debug.ldtBase.end = this._io.pos;
    this._debug.ldtEnts = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ldtEnts = this._io.readU4le();
    this._debug.ldtEnts.end = this._io.pos;
    this._debug.gdtFrames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.gdtFrames.arr = [];
    this.gdtFrames = [];
    for (var i = 0; i < 16; i++) {
      this._debug.gdtFrames.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gdtFrames.push(this._io.readU4le());
      this._debug.gdtFrames.arr[i].end = this._io.pos;
    }
    this._debug.gdtFrames.end = this._io.pos;
    this._debug.gdtEnts = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.gdtEnts = this._io.readU4le();
    this._debug.gdtEnts.end = this._io.pos;
    if (!(this.gdtEnts <= 7168)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(7168, this.gdtEnts, this._io, "/seq/7");
      this._debug.gdtEnts.validationError = _err;
      throw _err;
    }
    this._debug.kernelSs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.kernelSs = this._io.readU4le();
    this._debug.kernelSs.end = this._io.pos;
    this._debug.kernelSp = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.kernelSp = this._io.readU4le();
    this._debug.kernelSp.end = this._io.pos;
    this._debug.ctrlreg = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.ctrlreg.arr = [];
    this.ctrlreg = [];
    for (var i = 0; i < 8; i++) {
      this._debug.ctrlreg.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ctrlreg.push(this._io.readU4le());
      this._debug.ctrlreg.arr[i].end = this._io.pos;
    }
    this._debug.ctrlreg.end = this._io.pos;
    this._debug.debugreg = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.debugreg.arr = [];
    this.debugreg = [];
    for (var i = 0; i < 8; i++) {
      this._debug.debugreg.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.debugreg.push(this._io.readU4le());
      this._debug.debugreg.arr[i].end = this._io.pos;
    }
    this._debug.debugreg.end = this._io.pos;
    this._debug.eventCallbackCs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.eventCallbackCs = this._io.readU4le();
    this._debug.eventCallbackCs.end = this._io.pos;
    this._debug.eventCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.eventCallbackEip = this._io.readU4le();
    this._debug.eventCallbackEip.end = this._io.pos;
    this._debug.failsafeCallbackCs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.failsafeCallbackCs = this._io.readU4le();
    this._debug.failsafeCallbackCs.end = this._io.pos;
    this._debug.failsafeCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.failsafeCallbackEip = this._io.readU4le();
    this._debug.failsafeCallbackEip.end = this._io.pos;
    this._debug.vmAssist = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vmAssist = this._io.readU4le();
    this._debug.vmAssist.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/17");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * One gate of the interrupt descriptor table.
   */

  var TrapInfo = VcpuGuestContextX8632.TrapInfo = (function() {
    function TrapInfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    TrapInfo.prototype._read = function() {
      this._debug.vector = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.vector = this._io.readU1();
      this._debug.vector.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = this._io.readU1();
      this._debug.flags.end = this._io.pos;
      this._debug.cs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cs = this._io.readU2le();
      this._debug.cs.end = this._io.pos;
      this._debug.address = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.address = this._io.readU4le();
      this._debug.address.end = this._io.pos;
    }

    /**
     * Number of the exception.
     */

    /**
     * Privilege level in bits 0 and 1; bit 2 masks events.
     */

    /**
     * Code segment of the handler.
     */

    /**
     * Entry point of the handler.
     */

    return TrapInfo;
  })();

  /**
   * General registers, 68 octets.
   */

  var UserRegs = VcpuGuestContextX8632.UserRegs = (function() {
    function UserRegs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    UserRegs.prototype._read = function() {
      this._debug.ebx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ebx = this._io.readU4le();
      this._debug.ebx.end = this._io.pos;
      this._debug.ecx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ecx = this._io.readU4le();
      this._debug.ecx.end = this._io.pos;
      this._debug.edx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.edx = this._io.readU4le();
      this._debug.edx.end = this._io.pos;
      this._debug.esi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.esi = this._io.readU4le();
      this._debug.esi.end = this._io.pos;
      this._debug.edi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.edi = this._io.readU4le();
      this._debug.edi.end = this._io.pos;
      this._debug.ebp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ebp = this._io.readU4le();
      this._debug.ebp.end = this._io.pos;
      this._debug.eax = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eax = this._io.readU4le();
      this._debug.eax.end = this._io.pos;
      this._debug.errorCode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.errorCode = this._io.readU2le();
      this._debug.errorCode.end = this._io.pos;
      this._debug.entryVector = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.entryVector = this._io.readU2le();
      this._debug.entryVector.end = this._io.pos;
      this._debug.eip = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eip = this._io.readU4le();
      this._debug.eip.end = this._io.pos;
      this._debug.cs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cs = this._io.readU2le();
      this._debug.cs.end = this._io.pos;
      this._debug.savedUpcallMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.savedUpcallMask = this._io.readU1();
      this._debug.savedUpcallMask.end = this._io.pos;
      this._debug.savedUpcallMaskPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.savedUpcallMaskPad = this._io.readU1();
      this._debug.savedUpcallMaskPad.end = this._io.pos;
      this._debug.eflags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eflags = this._io.readU4le();
      this._debug.eflags.end = this._io.pos;
      this._debug.esp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.esp = this._io.readU4le();
      this._debug.esp.end = this._io.pos;
      this._debug.ss = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ss = this._io.readU2le();
      this._debug.ss.end = this._io.pos;
      this._debug.ssPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ssPad = this._io.readU2le();
      this._debug.ssPad.end = this._io.pos;
      this._debug.es = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.es = this._io.readU2le();
      this._debug.es.end = this._io.pos;
      this._debug.esPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.esPad = this._io.readU2le();
      this._debug.esPad.end = this._io.pos;
      this._debug.ds = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ds = this._io.readU2le();
      this._debug.ds.end = this._io.pos;
      this._debug.dsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dsPad = this._io.readU2le();
      this._debug.dsPad.end = this._io.pos;
      this._debug.fs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fs = this._io.readU2le();
      this._debug.fs.end = this._io.pos;
      this._debug.fsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fsPad = this._io.readU2le();
      this._debug.fsPad.end = this._io.pos;
      this._debug.gs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gs = this._io.readU2le();
      this._debug.gs.end = this._io.pos;
      this._debug.gsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gsPad = this._io.readU2le();
      this._debug.gsPad.end = this._io.pos;
    }

    /**
     * EBX.
     */

    /**
     * ECX.
     */

    /**
     * EDX.
     * @see spec/07-x86-pv.md#PV-038
     */

    /**
     * ESI.
     */

    /**
     * EDI.
     */

    /**
     * EBP.
     */

    /**
     * EAX.
     */

    /**
     * Private to the hypervisor.
     */

    /**
     * Private to the hypervisor.
     */

    /**
     * EIP.
     */

    /**
     * CS.
     */

    /**
     * Event mask at the time of the last entry.
     */

    /**
     * Unused.
     */

    /**
     * EFLAGS.
     */

    /**
     * ESP.
     */

    /**
     * SS.
     */

    /**
     * Unused.
     */

    /**
     * ES.
     */

    /**
     * Unused.
     */

    /**
     * DS.
     */

    /**
     * Unused.
     */

    /**
     * FS.
     */

    /**
     * Unused.
     */

    /**
     * GS.
     */

    /**
     * Unused.
     */

    return UserRegs;
  })();

  /**
   * Bit 3 of `flags`. The failsafe callback masks events.
   */
  Object.defineProperty(VcpuGuestContextX8632.prototype, 'failsafeDisablesEvents', {
    get: function() {
      if (this._m_failsafeDisablesEvents !== undefined)
        return this._m_failsafeDisablesEvents;
      this._debug._m_failsafeDisablesEvents = {  };
      this._m_failsafeDisablesEvents = (this.flags & 8) != 0;
      return this._m_failsafeDisablesEvents;
    }
  });

  /**
   * Bit 0 of `flags`. The floating-point state is in use.
   */
  Object.defineProperty(VcpuGuestContextX8632.prototype, 'i387Valid', {
    get: function() {
      if (this._m_i387Valid !== undefined)
        return this._m_i387Valid;
      this._debug._m_i387Valid = {  };
      this._m_i387Valid = (this.flags & 1) != 0;
      return this._m_i387Valid;
    }
  });

  /**
   * Bit 2 of `flags`. The vCPU was in its kernel.
   */
  Object.defineProperty(VcpuGuestContextX8632.prototype, 'inKernel', {
    get: function() {
      if (this._m_inKernel !== undefined)
        return this._m_inKernel;
      this._debug._m_inKernel = {  };
      this._m_inKernel = (this.flags & 4) != 0;
      return this._m_inKernel;
    }
  });

  /**
   * Bit 5 of `flags`. The vCPU is online.
   */
  Object.defineProperty(VcpuGuestContextX8632.prototype, 'online', {
    get: function() {
      if (this._m_online !== undefined)
        return this._m_online;
      this._debug._m_online = {  };
      this._m_online = (this.flags & 32) != 0;
      return this._m_online;
    }
  });

  /**
   * Bit 4 of `flags`. The system-call entry masks events.
   */
  Object.defineProperty(VcpuGuestContextX8632.prototype, 'syscallDisablesEvents', {
    get: function() {
      if (this._m_syscallDisablesEvents !== undefined)
        return this._m_syscallDisablesEvents;
      this._debug._m_syscallDisablesEvents = {  };
      this._m_syscallDisablesEvents = (this.flags & 16) != 0;
      return this._m_syscallDisablesEvents;
    }
  });

  /**
   * Floating-point registers.
   */

  /**
   * What of the context is in use.
   */

  /**
   * General registers.
   */

  /**
   * The interrupt descriptor table that the guest registered.
   */

  /**
   * Linear address of the local descriptor table.
   */

  /**
   * Entries of that table.
   */

  /**
   * Frames that hold the global descriptor table; as many are in use as
   * `gdt_ents` needs.
   * @see spec/07-x86-pv.md#PV-030
   */

  /**
   * Entries of that table, at most 7168.
   * @see spec/07-x86-pv.md#PV-028
   */

  /**
   * Stack segment of the guest kernel.
   */

  /**
   * Stack pointer of the guest kernel.
   */

  /**
   * CR0 to CR7. CR3 is a frame number rotated left by 12 within 32 bits.
   * @see spec/07-x86-pv.md#PV-032
   */

  /**
   * DR0 to DR7.
   */

  /**
   * Code segment of the next.
   */

  /**
   * Where events enter the guest.
   */

  /**
   * Code segment of the next.
   */

  /**
   * Where a failed return enters the guest.
   */

  /**
   * Assists that the guest has enabled.
   */

  /**
   * The body ends here.
   * @see spec/07-x86-pv.md#PV-026
   */

  return VcpuGuestContextX8632;
})();
VcpuGuestContextX8632_.VcpuGuestContextX8632 = VcpuGuestContextX8632;
});
