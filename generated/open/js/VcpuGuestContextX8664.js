// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64', './X86FxsaveArea'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'), require('./X86FxsaveArea'));
  } else {
    factory(root.VcpuGuestContextX8664 || (root.VcpuGuestContextX8664 = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}), root.X86FxsaveArea || (root.X86FxsaveArea = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (VcpuGuestContextX8664_, KaitaiStream, Uint64_, X86FxsaveArea_) {
/**
 * The hypervisor's `vcpu_guest_context` of a 64-bit PV guest, 5168 octets, in the
 * guest's byte order. In a saved image `gdt_frames`, `ctrlreg[3]`, `ctrlreg[1]` and, on
 * vCPU 0, the register that points at start_info (rdx) hold pseudo-physical
 * frame numbers.
 * @see spec/07-x86-pv.md
 */

var VcpuGuestContextX8664 = (function() {
  function VcpuGuestContextX8664(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  VcpuGuestContextX8664.prototype._read = function() {
    this._debug.fpu = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_fpu = this._io.readBytes(512);
    var _io__raw_fpu = new KaitaiStream(this._raw_fpu);
    this.fpu = new X86FxsaveArea_.X86FxsaveArea(_io__raw_fpu, null, null);
    this.fpu._read();
    this._debug.fpu.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = new Uint64_.Uint64(this._io, null, null, false);
    this.flags._read();
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
    this.ldtBase = new Uint64_.Uint64(this._io, null, null, false);
    this.ldtBase._read();
    this._debug.ldtBase.end = this._io.pos;
    this._debug.ldtEnts = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ldtEnts = new Uint64_.Uint64(this._io, null, null, false);
    this.ldtEnts._read();
    this._debug.ldtEnts.end = this._io.pos;
    this._debug.gdtFrames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.gdtFrames.arr = [];
    this.gdtFrames = [];
    for (var i = 0; i < 16; i++) {
      this._debug.gdtFrames.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_gdtFrames = new Uint64_.Uint64(this._io, null, null, false);
      try {
        _t_gdtFrames._read();
      } finally {
        this.gdtFrames.push(_t_gdtFrames);
      }
      this._debug.gdtFrames.arr[i].end = this._io.pos;
    }
    this._debug.gdtFrames.end = this._io.pos;
    this._debug.gdtEnts = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.gdtEnts = new Uint64_.Uint64(this._io, null, null, false);
    this.gdtEnts._read();
    this._debug.gdtEnts.end = this._io.pos;
    this._debug.kernelSs = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.kernelSs = new Uint64_.Uint64(this._io, null, null, false);
    this.kernelSs._read();
    this._debug.kernelSs.end = this._io.pos;
    this._debug.kernelSp = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.kernelSp = new Uint64_.Uint64(this._io, null, null, false);
    this.kernelSp._read();
    this._debug.kernelSp.end = this._io.pos;
    this._debug.ctrlreg = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.ctrlreg.arr = [];
    this.ctrlreg = [];
    for (var i = 0; i < 8; i++) {
      this._debug.ctrlreg.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_ctrlreg = new Uint64_.Uint64(this._io, null, null, false);
      try {
        _t_ctrlreg._read();
      } finally {
        this.ctrlreg.push(_t_ctrlreg);
      }
      this._debug.ctrlreg.arr[i].end = this._io.pos;
    }
    this._debug.ctrlreg.end = this._io.pos;
    this._debug.debugreg = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.debugreg.arr = [];
    this.debugreg = [];
    for (var i = 0; i < 8; i++) {
      this._debug.debugreg.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_debugreg = new Uint64_.Uint64(this._io, null, null, false);
      try {
        _t_debugreg._read();
      } finally {
        this.debugreg.push(_t_debugreg);
      }
      this._debug.debugreg.arr[i].end = this._io.pos;
    }
    this._debug.debugreg.end = this._io.pos;
    this._debug.eventCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.eventCallbackEip = new Uint64_.Uint64(this._io, null, null, false);
    this.eventCallbackEip._read();
    this._debug.eventCallbackEip.end = this._io.pos;
    this._debug.failsafeCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.failsafeCallbackEip = new Uint64_.Uint64(this._io, null, null, false);
    this.failsafeCallbackEip._read();
    this._debug.failsafeCallbackEip.end = this._io.pos;
    this._debug.syscallCallbackEip = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.syscallCallbackEip = new Uint64_.Uint64(this._io, null, null, false);
    this.syscallCallbackEip._read();
    this._debug.syscallCallbackEip.end = this._io.pos;
    this._debug.vmAssist = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vmAssist = new Uint64_.Uint64(this._io, null, null, false);
    this.vmAssist._read();
    this._debug.vmAssist.end = this._io.pos;
    this._debug.fsBase = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.fsBase = new Uint64_.Uint64(this._io, null, null, false);
    this.fsBase._read();
    this._debug.fsBase.end = this._io.pos;
    this._debug.gsBaseKernel = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.gsBaseKernel = new Uint64_.Uint64(this._io, null, null, false);
    this.gsBaseKernel._read();
    this._debug.gsBaseKernel.end = this._io.pos;
    this._debug.gsBaseUser = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.gsBaseUser = new Uint64_.Uint64(this._io, null, null, false);
    this.gsBaseUser._read();
    this._debug.gsBaseUser.end = this._io.pos;
  }

  /**
   * One gate of the interrupt descriptor table.
   */

  var TrapInfo = VcpuGuestContextX8664.TrapInfo = (function() {
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
      this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad = this._io.readU4le();
      this._debug.pad.end = this._io.pos;
      this._debug.address = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.address = new Uint64_.Uint64(this._io, null, null, false);
      this.address._read();
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
     * Unused.
     */

    /**
     * Entry point of the handler.
     */

    return TrapInfo;
  })();

  /**
   * General registers, 200 octets.
   */

  var UserRegs = VcpuGuestContextX8664.UserRegs = (function() {
    function UserRegs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    UserRegs.prototype._read = function() {
      this._debug.r15 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r15 = new Uint64_.Uint64(this._io, null, null, false);
      this.r15._read();
      this._debug.r15.end = this._io.pos;
      this._debug.r14 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r14 = new Uint64_.Uint64(this._io, null, null, false);
      this.r14._read();
      this._debug.r14.end = this._io.pos;
      this._debug.r13 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r13 = new Uint64_.Uint64(this._io, null, null, false);
      this.r13._read();
      this._debug.r13.end = this._io.pos;
      this._debug.r12 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r12 = new Uint64_.Uint64(this._io, null, null, false);
      this.r12._read();
      this._debug.r12.end = this._io.pos;
      this._debug.rbp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rbp = new Uint64_.Uint64(this._io, null, null, false);
      this.rbp._read();
      this._debug.rbp.end = this._io.pos;
      this._debug.rbx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rbx = new Uint64_.Uint64(this._io, null, null, false);
      this.rbx._read();
      this._debug.rbx.end = this._io.pos;
      this._debug.r11 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r11 = new Uint64_.Uint64(this._io, null, null, false);
      this.r11._read();
      this._debug.r11.end = this._io.pos;
      this._debug.r10 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r10 = new Uint64_.Uint64(this._io, null, null, false);
      this.r10._read();
      this._debug.r10.end = this._io.pos;
      this._debug.r9 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r9 = new Uint64_.Uint64(this._io, null, null, false);
      this.r9._read();
      this._debug.r9.end = this._io.pos;
      this._debug.r8 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r8 = new Uint64_.Uint64(this._io, null, null, false);
      this.r8._read();
      this._debug.r8.end = this._io.pos;
      this._debug.rax = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rax = new Uint64_.Uint64(this._io, null, null, false);
      this.rax._read();
      this._debug.rax.end = this._io.pos;
      this._debug.rcx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rcx = new Uint64_.Uint64(this._io, null, null, false);
      this.rcx._read();
      this._debug.rcx.end = this._io.pos;
      this._debug.rdx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rdx = new Uint64_.Uint64(this._io, null, null, false);
      this.rdx._read();
      this._debug.rdx.end = this._io.pos;
      this._debug.rsi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rsi = new Uint64_.Uint64(this._io, null, null, false);
      this.rsi._read();
      this._debug.rsi.end = this._io.pos;
      this._debug.rdi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rdi = new Uint64_.Uint64(this._io, null, null, false);
      this.rdi._read();
      this._debug.rdi.end = this._io.pos;
      this._debug.errorCode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.errorCode = this._io.readU4le();
      this._debug.errorCode.end = this._io.pos;
      this._debug.entryVector = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.entryVector = this._io.readU4le();
      this._debug.entryVector.end = this._io.pos;
      this._debug.rip = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rip = new Uint64_.Uint64(this._io, null, null, false);
      this.rip._read();
      this._debug.rip.end = this._io.pos;
      this._debug.cs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cs = this._io.readU2le();
      this._debug.cs.end = this._io.pos;
      this._debug.csPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.csPad = this._io.readBytes(2);
      this._debug.csPad.end = this._io.pos;
      this._debug.savedUpcallMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.savedUpcallMask = this._io.readU1();
      this._debug.savedUpcallMask.end = this._io.pos;
      this._debug.savedUpcallMaskPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.savedUpcallMaskPad = this._io.readBytes(3);
      this._debug.savedUpcallMaskPad.end = this._io.pos;
      this._debug.rflags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rflags = new Uint64_.Uint64(this._io, null, null, false);
      this.rflags._read();
      this._debug.rflags.end = this._io.pos;
      this._debug.rsp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rsp = new Uint64_.Uint64(this._io, null, null, false);
      this.rsp._read();
      this._debug.rsp.end = this._io.pos;
      this._debug.ss = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ss = this._io.readU2le();
      this._debug.ss.end = this._io.pos;
      this._debug.ssPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ssPad = this._io.readBytes(6);
      this._debug.ssPad.end = this._io.pos;
      this._debug.es = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.es = this._io.readU2le();
      this._debug.es.end = this._io.pos;
      this._debug.esPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.esPad = this._io.readBytes(6);
      this._debug.esPad.end = this._io.pos;
      this._debug.ds = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ds = this._io.readU2le();
      this._debug.ds.end = this._io.pos;
      this._debug.dsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dsPad = this._io.readBytes(6);
      this._debug.dsPad.end = this._io.pos;
      this._debug.fs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fs = this._io.readU2le();
      this._debug.fs.end = this._io.pos;
      this._debug.fsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fsPad = this._io.readBytes(6);
      this._debug.fsPad.end = this._io.pos;
      this._debug.gs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gs = this._io.readU2le();
      this._debug.gs.end = this._io.pos;
      this._debug.gsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gsPad = this._io.readBytes(6);
      this._debug.gsPad.end = this._io.pos;
    }

    /**
     * R15.
     */

    /**
     * R14.
     */

    /**
     * R13.
     */

    /**
     * R12.
     */

    /**
     * RBP.
     */

    /**
     * RBX.
     */

    /**
     * R11.
     */

    /**
     * R10.
     */

    /**
     * R9.
     */

    /**
     * R8.
     */

    /**
     * RAX.
     */

    /**
     * RCX.
     */

    /**
     * RDX.
     * @see spec/07-x86-pv.md#PV-038
     */

    /**
     * RSI.
     */

    /**
     * RDI.
     */

    /**
     * Private to the hypervisor.
     */

    /**
     * Private to the hypervisor.
     */

    /**
     * RIP.
     */

    /**
     * CS.
     */

    /**
     * Unused.
     */

    /**
     * Event mask at the time of the last entry.
     */

    /**
     * Unused.
     */

    /**
     * RFLAGS.
     */

    /**
     * RSP.
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
  Object.defineProperty(VcpuGuestContextX8664.prototype, 'failsafeDisablesEvents', {
    get: function() {
      if (this._m_failsafeDisablesEvents !== undefined)
        return this._m_failsafeDisablesEvents;
      this._debug._m_failsafeDisablesEvents = {  };
      this._m_failsafeDisablesEvents = (this.flags.lo & 8) != 0;
      return this._m_failsafeDisablesEvents;
    }
  });

  /**
   * Bit 0 of `flags`. The floating-point state is in use.
   */
  Object.defineProperty(VcpuGuestContextX8664.prototype, 'i387Valid', {
    get: function() {
      if (this._m_i387Valid !== undefined)
        return this._m_i387Valid;
      this._debug._m_i387Valid = {  };
      this._m_i387Valid = (this.flags.lo & 1) != 0;
      return this._m_i387Valid;
    }
  });

  /**
   * Bit 2 of `flags`. The vCPU was in its kernel.
   */
  Object.defineProperty(VcpuGuestContextX8664.prototype, 'inKernel', {
    get: function() {
      if (this._m_inKernel !== undefined)
        return this._m_inKernel;
      this._debug._m_inKernel = {  };
      this._m_inKernel = (this.flags.lo & 4) != 0;
      return this._m_inKernel;
    }
  });

  /**
   * Bit 5 of `flags`. The vCPU is online.
   */
  Object.defineProperty(VcpuGuestContextX8664.prototype, 'online', {
    get: function() {
      if (this._m_online !== undefined)
        return this._m_online;
      this._debug._m_online = {  };
      this._m_online = (this.flags.lo & 32) != 0;
      return this._m_online;
    }
  });

  /**
   * Bit 4 of `flags`. The system-call entry masks events.
   */
  Object.defineProperty(VcpuGuestContextX8664.prototype, 'syscallDisablesEvents', {
    get: function() {
      if (this._m_syscallDisablesEvents !== undefined)
        return this._m_syscallDisablesEvents;
      this._debug._m_syscallDisablesEvents = {  };
      this._m_syscallDisablesEvents = (this.flags.lo & 16) != 0;
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
   * CR0 to CR7. CR3 is a frame number shifted left by 12; CR1 is 0, or the
   * user page table shifted left by 12 with bit 0 set.
   * @see spec/07-x86-pv.md#PV-032
   */

  /**
   * DR0 to DR7.
   */

  /**
   * Where events enter the guest.
   */

  /**
   * Where a failed return enters the guest.
   */

  /**
   * Where system calls enter the guest.
   */

  /**
   * Assists that the guest has enabled.
   */

  /**
   * Base of fs.
   */

  /**
   * Base of gs in the guest kernel.
   */

  /**
   * Base of gs in user mode.
   */

  return VcpuGuestContextX8664;
})();
VcpuGuestContextX8664_.VcpuGuestContextX8664 = VcpuGuestContextX8664;
});
