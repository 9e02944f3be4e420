// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './X86XsaveArea', './Uint64', './X86FxsaveArea'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./X86XsaveArea'), require('./Uint64'), require('./X86FxsaveArea'));
  } else {
    factory(root.HvmContext || (root.HvmContext = {}), root.KaitaiStream, root.X86XsaveArea || (root.X86XsaveArea = {}), root.Uint64 || (root.Uint64 = {}), root.X86FxsaveArea || (root.X86FxsaveArea = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (HvmContext_, KaitaiStream, X86XsaveArea_, Uint64_, X86FxsaveArea_) {
/**
 * What the hypervisor knows of an HVM guest: a chain of entries, one for each
 * device and each vCPU's part, closed by an entry END.
 * 
 * The chain is the hypervisor's own, so it stays in the byte order of the guest's
 * architecture, little-endian, whatever the byte order of the image.
 * 
 * The state of some entries has grown over the releases. Xen takes a shorter one
 * for CPU, LAPIC, RTC, VMCE_VCPU and the two VIRIDIAN entries and continues it with
 * zeros; fields beyond the end are absent here.
 * @see spec/09-x86-hvm.md
 */

var HvmContext = (function() {
  HvmContext.Typecode = Object.freeze({
    END: 0,
    HEADER: 1,
    CPU: 2,
    PIC: 3,
    IOAPIC: 4,
    LAPIC: 5,
    LAPIC_REGS: 6,
    PCI_IRQ: 7,
    ISA_IRQ: 8,
    PCI_LINK: 9,
    PIT: 10,
    RTC: 11,
    HPET: 12,
    PMTIMER: 13,
    MTRR: 14,
    VIRIDIAN_DOMAIN: 15,
    CPU_XSAVE: 16,
    VIRIDIAN_VCPU: 17,
    VMCE_VCPU: 18,
    TSC_ADJUST: 19,
    CPU_MSR: 20,

    0: "END",
    1: "HEADER",
    2: "CPU",
    3: "PIC",
    4: "IOAPIC",
    5: "LAPIC",
    6: "LAPIC_REGS",
    7: "PCI_IRQ",
    8: "ISA_IRQ",
    9: "PCI_LINK",
    10: "PIT",
    11: "RTC",
    12: "HPET",
    13: "PMTIMER",
    14: "MTRR",
    15: "VIRIDIAN_DOMAIN",
    16: "CPU_XSAVE",
    17: "VIRIDIAN_VCPU",
    18: "VMCE_VCPU",
    19: "TSC_ADJUST",
    20: "CPU_MSR",
  });

  function HvmContext(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  HvmContext.prototype._read = function() {
    this._debug.entries = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.entries.arr = [];
    this.entries = [];
    var i = 0;
    do {
      this._debug.entries.arr[this.entries.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_entries = new Entry(this._io, this, this._root, i);
      try {
        _t_entries._read();
      } finally {
        var _ = _t_entries;
        this.entries.push(_);
      }
      this._debug.entries.arr[this.entries.length - 1].end = this._io.pos;
      i++;
    } while (!( ((_.typecode == HvmContext.Typecode.END) || (this._io.isEof())) ));
    this._debug.entries.end = this._io.pos;
    this._debug.chainClosed = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.chainClosed = this._io.readBytes(0);
    this._debug.chainClosed.end = this._io.pos;
    var _ = this.chainClosed;
    if (!(this.entries[this.entries.length - 1].typecode == HvmContext.Typecode.END)) {
      var _err = new KaitaiStream.ValidationExprError(this.chainClosed, this._io, "/seq/1");
      this._debug.chainClosed.validationError = _err;
      throw _err;
    }
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/2");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * Control registers.
   */

  var ControlRegisters = HvmContext.ControlRegisters = (function() {
    function ControlRegisters(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ControlRegisters.prototype._read = function() {
      this._debug.cr0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cr0 = new Uint64_.Uint64(this._io, null, null, false);
      this.cr0._read();
      this._debug.cr0.end = this._io.pos;
      this._debug.cr2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cr2 = new Uint64_.Uint64(this._io, null, null, false);
      this.cr2._read();
      this._debug.cr2.end = this._io.pos;
      this._debug.cr3 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cr3 = new Uint64_.Uint64(this._io, null, null, false);
      this.cr3._read();
      this._debug.cr3.end = this._io.pos;
      this._debug.cr4 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cr4 = new Uint64_.Uint64(this._io, null, null, false);
      this.cr4._read();
      this._debug.cr4.end = this._io.pos;
    }

    /**
     * CR0.
     */

    /**
     * CR2.
     */

    /**
     * CR3.
     */

    /**
     * CR4.
     */

    return ControlRegisters;
  })();

  /**
   * Registers of one vCPU: 1032 octets today, 1024 before Xen 4.7, 1016 (without
   * `tsc_aux`, what follows it moved down) before Xen 3.4. Xen takes any shorter
   * entry and continues it with zeros.
   */

  var Cpu = HvmContext.Cpu = (function() {
    function Cpu(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Cpu.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 1032)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/cpu/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 512) {
        this._debug.fpu = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._raw_fpu = this._io.readBytes(512);
        var _io__raw_fpu = new KaitaiStream(this._raw_fpu);
        this.fpu = new X86FxsaveArea_.X86FxsaveArea(_io__raw_fpu, null, null);
        this.fpu._read();
        this._debug.fpu.end = this._io.pos;
      }
      if (this._io.size >= 640) {
        this._debug.gprs = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.gprs = new GeneralRegisters(this._io, this, this._root);
        this.gprs._read();
        this._debug.gprs.end = this._io.pos;
      }
      if (this._io.size >= 648) {
        this._debug.rip = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.rip = new Uint64_.Uint64(this._io, null, null, false);
        this.rip._read();
        this._debug.rip.end = this._io.pos;
      }
      if (this._io.size >= 656) {
        this._debug.rflags = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.rflags = new Uint64_.Uint64(this._io, null, null, false);
        this.rflags._read();
        this._debug.rflags.end = this._io.pos;
      }
      if (this._io.size >= 688) {
        this._debug.control = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.control = new ControlRegisters(this._io, this, this._root);
        this.control._read();
        this._debug.control.end = this._io.pos;
      }
      if (this._io.size >= 736) {
        this._debug.debug = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.debug = new DebugRegisters(this._io, this, this._root);
        this.debug._read();
        this._debug.debug.end = this._io.pos;
      }
      if (this._io.size >= 768) {
        this._debug.selectors = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.selectors.arr = [];
        this.selectors = [];
        for (var i = 0; i < 8; i++) {
          this._debug.selectors.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          this.selectors.push(this._io.readU4le());
          this._debug.selectors.arr[i].end = this._io.pos;
        }
        this._debug.selectors.end = this._io.pos;
      }
      if (this._io.size >= 808) {
        this._debug.limits = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.limits.arr = [];
        this.limits = [];
        for (var i = 0; i < 10; i++) {
          this._debug.limits.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          this.limits.push(this._io.readU4le());
          this._debug.limits.arr[i].end = this._io.pos;
        }
        this._debug.limits.end = this._io.pos;
      }
      if (this._io.size >= 888) {
        this._debug.bases = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.bases.arr = [];
        this.bases = [];
        for (var i = 0; i < 10; i++) {
          this._debug.bases.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          var _t_bases = new Uint64_.Uint64(this._io, null, null, false);
          try {
            _t_bases._read();
          } finally {
            this.bases.push(_t_bases);
          }
          this._debug.bases.arr[i].end = this._io.pos;
        }
        this._debug.bases.end = this._io.pos;
      }
      if (this._io.size >= 920) {
        this._debug.arbytes = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.arbytes.arr = [];
        this.arbytes = [];
        for (var i = 0; i < 8; i++) {
          this._debug.arbytes.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          this.arbytes.push(this._io.readU4le());
          this._debug.arbytes.arr[i].end = this._io.pos;
        }
        this._debug.arbytes.end = this._io.pos;
      }
      if (this._io.size >= 944) {
        this._debug.sysenter = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.sysenter = new SysenterRegisters(this._io, this, this._root);
        this.sysenter._read();
        this._debug.sysenter.end = this._io.pos;
      }
      if (this._io.size >= 1000) {
        this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.msrs = new SyscallRegisters(this._io, this, this._root);
        this.msrs._read();
        this._debug.msrs.end = this._io.pos;
      }
      if ( ((this._io.size >= 1008) && (this._io.size != 1016)) ) {
        this._debug.tscAux = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.tscAux = new Uint64_.Uint64(this._io, null, null, false);
        this.tscAux._read();
        this._debug.tscAux.end = this._io.pos;
      }
      if (this._io.size >= 1016) {
        this._debug.tsc = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.tsc = new Uint64_.Uint64(this._io, null, null, false);
        this.tsc._read();
        this._debug.tsc.end = this._io.pos;
      }
      if ( ((this._io.size >= 1020) || (this._io.size == 1016)) ) {
        this._debug.pendingEvent = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pendingEvent = new PendingEvent(this._io, this, this._root);
        this.pendingEvent._read();
        this._debug.pendingEvent.end = this._io.pos;
      }
      if ( ((this._io.size >= 1024) || (this._io.size == 1016)) ) {
        this._debug.errorCode = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.errorCode = this._io.readU4le();
        this._debug.errorCode.end = this._io.pos;
      }
      if (this._io.size >= 1028) {
        this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.flags = this._io.readU4le();
        this._debug.flags.end = this._io.pos;
        if (!(this.flags <= 1)) {
          var _err = new KaitaiStream.ValidationGreaterThanError(1, this.flags, this._io, "/types/cpu/seq/17");
          this._debug.flags.validationError = _err;
          throw _err;
        }
      }
      if (this._io.size >= 1032) {
        this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pad0 = this._io.readU4le();
        this._debug.pad0.end = this._io.pos;
        if (!(this.pad0 == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.pad0, this._io, "/types/cpu/seq/18");
          this._debug.pad0.validationError = _err;
          throw _err;
        }
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * Floating-point registers.
     */

    /**
     * General registers.
     */

    /**
     * RIP.
     */

    /**
     * RFLAGS.
     */

    /**
     * Control registers.
     */

    /**
     * Debug registers.
     */

    /**
     * Selectors of cs, ds, es, fs, gs, ss, tr and ldtr.
     */

    /**
     * Limits of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr.
     */

    /**
     * Bases of cs, ds, es, fs, gs, ss, tr, ldtr, idtr and gdtr.
     */

    /**
     * Access rights of cs, ds, es, fs, gs, ss, tr and ldtr.
     */

    /**
     * Where SYSENTER enters the kernel.
     */

    /**
     * Registers of SYSCALL and of the long mode.
     */

    /**
     * MSR_TSC_AUX.
     */

    /**
     * The guest's time-stamp counter.
     */

    /**
     * An event on its way into the guest.
     */

    /**
     * Error code of that event.
     */

    /**
     * Bit 0 is set when the floating-point state is in use. Taken as set
     * where the field is missing.
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/09-x86-hvm.md#HVM-015
     */

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return Cpu;
  })();

  /**
   * Further model-specific registers of one vCPU.
   */

  var CpuMsr = HvmContext.CpuMsr = (function() {
    function CpuMsr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    CpuMsr.prototype._read = function() {
      this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.count = this._io.readU4le();
      this._debug.count.end = this._io.pos;
      if (!(this.count >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.count, this._io, "/types/cpu_msr/seq/0");
        this._debug.count.validationError = _err;
        throw _err;
      }
      this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad = this._io.readU4le();
      this._debug.pad.end = this._io.pos;
      this._debug.msrs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.msrs.arr = [];
      this.msrs = [];
      for (var i = 0; i < this.count; i++) {
        this._debug.msrs.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_msrs = new Msr(this._io, this, this._root);
        try {
          _t_msrs._read();
        } finally {
          this.msrs.push(_t_msrs);
        }
        this._debug.msrs.arr[i].end = this._io.pos;
      }
      this._debug.msrs.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/cpu_msr/seq/3");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Number of registers.
     * @see spec/09-x86-hvm.md#HVM-019
     */

    /**
     * Unused.
     */

    /**
     * The registers.
     * @see spec/09-x86-hvm.md#HVM-019
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-019
     */

    return CpuMsr;
  })();

  /**
   * Extended processor state of one vCPU. Octets after the components that
   * `xcr0_accum` names are zero; Xen up to 4.3 wrote such.
   */

  var CpuXsave = HvmContext.CpuXsave = (function() {
    function CpuXsave(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    CpuXsave.prototype._read = function() {
      this._debug.xfeatureMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xfeatureMask = new Uint64_.Uint64(this._io, null, null, false);
      this.xfeatureMask._read();
      this._debug.xfeatureMask.end = this._io.pos;
      this._debug.xcr0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xcr0 = new Uint64_.Uint64(this._io, null, null, false);
      this.xcr0._read();
      this._debug.xcr0.end = this._io.pos;
      this._debug.xcr0Accum = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xcr0Accum = new Uint64_.Uint64(this._io, null, null, false);
      this.xcr0Accum._read();
      this._debug.xcr0Accum.end = this._io.pos;
      var _ = this.xcr0Accum;
      if (!( (((this.xcr0.hi & (_.hi ^ 4294967295)) == 0) && ((this.xcr0.lo & (_.lo ^ 4294967295)) == 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.xcr0Accum, this._io, "/types/cpu_xsave/seq/2");
        this._debug.xcr0Accum.validationError = _err;
        throw _err;
      }
      this._debug.area = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_area = this._io.readBytesFull();
      var _io__raw_area = new KaitaiStream(this._raw_area);
      this.area = new X86XsaveArea_.X86XsaveArea(_io__raw_area, null, null, this.xcr0Accum.hi, this.xcr0Accum.lo);
      this.area._read();
      this._debug.area.end = this._io.pos;
    }

    /**
     * Components that the host had; not used.
     */

    /**
     * Components enabled now.
     */

    /**
     * Components enabled at any time since the vCPU started.
     */

    /**
     * The components.
     */

    return CpuXsave;
  })();

  /**
   * Debug registers.
   */

  var DebugRegisters = HvmContext.DebugRegisters = (function() {
    function DebugRegisters(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    DebugRegisters.prototype._read = function() {
      this._debug.dr0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr0 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr0._read();
      this._debug.dr0.end = this._io.pos;
      this._debug.dr1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr1 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr1._read();
      this._debug.dr1.end = this._io.pos;
      this._debug.dr2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr2 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr2._read();
      this._debug.dr2.end = this._io.pos;
      this._debug.dr3 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr3 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr3._read();
      this._debug.dr3.end = this._io.pos;
      this._debug.dr6 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr6 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr6._read();
      this._debug.dr6.end = this._io.pos;
      this._debug.dr7 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.dr7 = new Uint64_.Uint64(this._io, null, null, false);
      this.dr7._read();
      this._debug.dr7.end = this._io.pos;
    }

    /**
     * DR0.
     */

    /**
     * DR1.
     */

    /**
     * DR2.
     */

    /**
     * DR3.
     */

    /**
     * DR6.
     */

    /**
     * DR7.
     */

    return DebugRegisters;
  })();

  /**
   * Nothing: the descriptor says it all.
   */

  var End = HvmContext.End = (function() {
    function End(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    End.prototype._read = function() {
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/end/seq/0");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-005
     */

    return End;
  })();

  /**
   * One entry: a descriptor of eight octets and the state that it describes.
   * There is no padding between entries.
   */

  var Entry = HvmContext.Entry = (function() {
    function Entry(_io, _parent, _root, index) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.index = index;
      this._debug = {};

    }
    Entry.prototype._read = function() {
      this._debug.typecode = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "HvmContext.Typecode" };
      this.typecode = this._io.readU2le();
      this._debug.typecode.end = this._io.pos;
      var _ = this.typecode;
      if (!( ((_ <= 20) && ( ((this.index != 0) || (_ == HvmContext.Typecode.HEADER)) )) )) {
        var _err = new KaitaiStream.ValidationExprError(this.typecode, this._io, "/types/entry/seq/0");
        this._debug.typecode.validationError = _err;
        throw _err;
      }
      this._debug.instance = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.instance = this._io.readU2le();
      this._debug.instance.end = this._io.pos;
      var _ = this.instance;
      if (!( ((_ == 0) || (this.typecode == HvmContext.Typecode.END) || ( ((this.typecode == HvmContext.Typecode.PIC) && (_ == 1)) ) || ( ((_ < 128) && ( ((this.typecode == HvmContext.Typecode.CPU) || (this.typecode == HvmContext.Typecode.LAPIC) || (this.typecode == HvmContext.Typecode.LAPIC_REGS) || (this.typecode == HvmContext.Typecode.MTRR) || (this.typecode == HvmContext.Typecode.CPU_XSAVE) || (this.typecode == HvmContext.Typecode.VIRIDIAN_VCPU) || (this.typecode == HvmContext.Typecode.VMCE_VCPU) || (this.typecode == HvmContext.Typecode.TSC_ADJUST) || (this.typecode == HvmContext.Typecode.CPU_MSR)) )) )) )) {
        var _err = new KaitaiStream.ValidationExprError(this.instance, this._io, "/types/entry/seq/1");
        this._debug.instance.validationError = _err;
        throw _err;
      }
      this._debug.length = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.length = this._io.readU4le();
      this._debug.length.end = this._io.pos;
      this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
      switch (this.typecode) {
      case HvmContext.Typecode.CPU:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Cpu(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.CPU_MSR:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new CpuMsr(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.CPU_XSAVE:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new CpuXsave(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.END:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new End(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.HEADER:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Header(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.HPET:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Hpet(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.IOAPIC:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Ioapic(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.ISA_IRQ:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new IsaIrq(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.LAPIC:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Lapic(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.LAPIC_REGS:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new LapicRegs(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.MTRR:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Mtrr(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.PCI_IRQ:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new PciIrq(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.PCI_LINK:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new PciLink(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.PIC:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Pic(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.PIT:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Pit(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.PMTIMER:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Pmtimer(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.RTC:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new Rtc(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.TSC_ADJUST:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new TscAdjust(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.VIRIDIAN_DOMAIN:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new ViridianDomain(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.VIRIDIAN_VCPU:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new ViridianVcpu(_io__raw_body, this, this._root);
        this.body._read();
        break;
      case HvmContext.Typecode.VMCE_VCPU:
        this._raw_body = this._io.readBytes(this.length);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new VmceVcpu(_io__raw_body, this, this._root);
        this.body._read();
        break;
      default:
        this.body = this._io.readBytes(this.length);
        break;
      }
      this._debug.body.end = this._io.pos;
    }

    /**
     * What the entry holds. The chain starts with the header, and no code
     * above 20 is known to Xen.
     * @see spec/09-x86-hvm.md#HVM-001
     */

    /**
     * Number of the vCPU, or of the device where there are several.
     * @see spec/09-x86-hvm.md#HVM-013
     */

    /**
     * Octets of the state, the descriptor not counted.
     * @see spec/09-x86-hvm.md#HVM-007
     */

    /**
     * The state.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * Number of entries before this one.
     */

    return Entry;
  })();

  /**
   * General registers, in the order of the processor.
   */

  var GeneralRegisters = HvmContext.GeneralRegisters = (function() {
    function GeneralRegisters(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    GeneralRegisters.prototype._read = function() {
      this._debug.rax = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rax = new Uint64_.Uint64(this._io, null, null, false);
      this.rax._read();
      this._debug.rax.end = this._io.pos;
      this._debug.rbx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rbx = new Uint64_.Uint64(this._io, null, null, false);
      this.rbx._read();
      this._debug.rbx.end = this._io.pos;
      this._debug.rcx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rcx = new Uint64_.Uint64(this._io, null, null, false);
      this.rcx._read();
      this._debug.rcx.end = this._io.pos;
      this._debug.rdx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rdx = new Uint64_.Uint64(this._io, null, null, false);
      this.rdx._read();
      this._debug.rdx.end = this._io.pos;
      this._debug.rbp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rbp = new Uint64_.Uint64(this._io, null, null, false);
      this.rbp._read();
      this._debug.rbp.end = this._io.pos;
      this._debug.rsi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rsi = new Uint64_.Uint64(this._io, null, null, false);
      this.rsi._read();
      this._debug.rsi.end = this._io.pos;
      this._debug.rdi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rdi = new Uint64_.Uint64(this._io, null, null, false);
      this.rdi._read();
      this._debug.rdi.end = this._io.pos;
      this._debug.rsp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rsp = new Uint64_.Uint64(this._io, null, null, false);
      this.rsp._read();
      this._debug.rsp.end = this._io.pos;
      this._debug.r8 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r8 = new Uint64_.Uint64(this._io, null, null, false);
      this.r8._read();
      this._debug.r8.end = this._io.pos;
      this._debug.r9 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r9 = new Uint64_.Uint64(this._io, null, null, false);
      this.r9._read();
      this._debug.r9.end = this._io.pos;
      this._debug.r10 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r10 = new Uint64_.Uint64(this._io, null, null, false);
      this.r10._read();
      this._debug.r10.end = this._io.pos;
      this._debug.r11 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r11 = new Uint64_.Uint64(this._io, null, null, false);
      this.r11._read();
      this._debug.r11.end = this._io.pos;
      this._debug.r12 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r12 = new Uint64_.Uint64(this._io, null, null, false);
      this.r12._read();
      this._debug.r12.end = this._io.pos;
      this._debug.r13 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r13 = new Uint64_.Uint64(this._io, null, null, false);
      this.r13._read();
      this._debug.r13.end = this._io.pos;
      this._debug.r14 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r14 = new Uint64_.Uint64(this._io, null, null, false);
      this.r14._read();
      this._debug.r14.end = this._io.pos;
      this._debug.r15 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.r15 = new Uint64_.Uint64(this._io, null, null, false);
      this.r15._read();
      this._debug.r15.end = this._io.pos;
    }

    /**
     * RAX.
     */

    /**
     * RBX.
     */

    /**
     * RCX.
     */

    /**
     * RDX.
     */

    /**
     * RBP.
     */

    /**
     * RSI.
     */

    /**
     * RDI.
     */

    /**
     * RSP.
     */

    /**
     * R8.
     */

    /**
     * R9.
     */

    /**
     * R10.
     */

    /**
     * R11.
     */

    /**
     * R12.
     */

    /**
     * R13.
     */

    /**
     * R14.
     */

    /**
     * R15.
     */

    return GeneralRegisters;
  })();

  /**
   * The Xen that wrote the chain, 24 octets.
   */

  var Header = HvmContext.Header = (function() {
    function Header(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Header.prototype._read = function() {
      this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.magic = this._io.readU4le();
      this._debug.magic.end = this._io.pos;
      if (!(this.magic == 1412960902)) {
        var _err = new KaitaiStream.ValidationNotEqualError(1412960902, this.magic, this._io, "/types/header/seq/0");
        this._debug.magic.validationError = _err;
        throw _err;
      }
      this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.version = this._io.readU4le();
      this._debug.version.end = this._io.pos;
      if (!(this.version == 1)) {
        var _err = new KaitaiStream.ValidationNotEqualError(1, this.version, this._io, "/types/header/seq/1");
        this._debug.version.validationError = _err;
        throw _err;
      }
      this._debug.changeset = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.changeset = new Uint64_.Uint64(this._io, null, null, false);
      this.changeset._read();
      this._debug.changeset.end = this._io.pos;
      this._debug.cpuid = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cpuid = this._io.readU4le();
      this._debug.cpuid.end = this._io.pos;
      this._debug.gtscKhz = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gtscKhz = this._io.readU4le();
      this._debug.gtscKhz.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/header/seq/5");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Marks the chain.
     * @see spec/09-x86-hvm.md#HVM-001
     */

    /**
     * Version of the chain.
     * @see spec/09-x86-hvm.md#HVM-001
     */

    /**
     * Source revision of that Xen; all ones when unknown.
     */

    /**
     * EAX of CPUID leaf 1 on the host.
     */

    /**
     * Frequency of the guest's time-stamp counter; unless 0 it overrides
     * that of X86_TSC_INFO.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Header;
  })();

  /**
   * High-precision event timer, 1048 octets.
   */

  var Hpet = HvmContext.Hpet = (function() {
    function Hpet(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Hpet.prototype._read = function() {
      this._debug.capability = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.capability = new Uint64_.Uint64(this._io, null, null, false);
      this.capability._read();
      this._debug.capability.end = this._io.pos;
      this._debug.reserved0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved0 = new Uint64_.Uint64(this._io, null, null, false);
      this.reserved0._read();
      this._debug.reserved0.end = this._io.pos;
      this._debug.config = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.config = new Uint64_.Uint64(this._io, null, null, false);
      this.config._read();
      this._debug.config.end = this._io.pos;
      this._debug.reserved1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved1 = new Uint64_.Uint64(this._io, null, null, false);
      this.reserved1._read();
      this._debug.reserved1.end = this._io.pos;
      this._debug.isr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.isr = new Uint64_.Uint64(this._io, null, null, false);
      this.isr._read();
      this._debug.isr.end = this._io.pos;
      this._debug.reserved2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.reserved2.arr = [];
      this.reserved2 = [];
      for (var i = 0; i < 25; i++) {
        this._debug.reserved2.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_reserved2 = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_reserved2._read();
        } finally {
          this.reserved2.push(_t_reserved2);
        }
        this._debug.reserved2.arr[i].end = this._io.pos;
      }
      this._debug.reserved2.end = this._io.pos;
      this._debug.mc64 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mc64 = new Uint64_.Uint64(this._io, null, null, false);
      this.mc64._read();
      this._debug.mc64.end = this._io.pos;
      this._debug.reserved3 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved3 = new Uint64_.Uint64(this._io, null, null, false);
      this.reserved3._read();
      this._debug.reserved3.end = this._io.pos;
      this._debug.timers = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.timers.arr = [];
      this.timers = [];
      for (var i = 0; i < 3; i++) {
        this._debug.timers.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_timers = new HpetTimer(this._io, this, this._root);
        try {
          _t_timers._read();
        } finally {
          this.timers.push(_t_timers);
        }
        this._debug.timers.arr[i].end = this._io.pos;
      }
      this._debug.timers.end = this._io.pos;
      this._debug.reserved5 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.reserved5.arr = [];
      this.reserved5 = [];
      for (var i = 0; i < 84; i++) {
        this._debug.reserved5.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_reserved5 = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_reserved5._read();
        } finally {
          this.reserved5.push(_t_reserved5);
        }
        this._debug.reserved5.arr[i].end = this._io.pos;
      }
      this._debug.reserved5.end = this._io.pos;
      this._debug.period = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.period.arr = [];
      this.period = [];
      for (var i = 0; i < 3; i++) {
        this._debug.period.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_period = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_period._read();
        } finally {
          this.period.push(_t_period);
        }
        this._debug.period.arr[i].end = this._io.pos;
      }
      this._debug.period.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/hpet/seq/11");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Capabilities.
     */

    /**
     * Reserved.
     */

    /**
     * Configuration.
     */

    /**
     * Reserved.
     */

    /**
     * Interrupt status.
     */

    /**
     * Reserved.
     */

    /**
     * Main counter.
     */

    /**
     * Reserved.
     */

    /**
     * The timers.
     */

    /**
     * Room for 21 more.
     */

    /**
     * Last value written to each comparator.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Hpet;
  })();

  /**
   * One timer.
   */

  var HpetTimer = HvmContext.HpetTimer = (function() {
    function HpetTimer(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    HpetTimer.prototype._read = function() {
      this._debug.config = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.config = new Uint64_.Uint64(this._io, null, null, false);
      this.config._read();
      this._debug.config.end = this._io.pos;
      this._debug.cmp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cmp = new Uint64_.Uint64(this._io, null, null, false);
      this.cmp._read();
      this._debug.cmp.end = this._io.pos;
      this._debug.fsb = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.fsb = new Uint64_.Uint64(this._io, null, null, false);
      this.fsb._read();
      this._debug.fsb.end = this._io.pos;
      this._debug.reserved4 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved4 = new Uint64_.Uint64(this._io, null, null, false);
      this.reserved4._read();
      this._debug.reserved4.end = this._io.pos;
    }

    /**
     * Configuration.
     */

    /**
     * Comparator.
     */

    /**
     * Message route.
     */

    /**
     * Reserved.
     */

    return HpetTimer;
  })();

  /**
   * I/O interrupt controller, 400 octets.
   */

  var Ioapic = HvmContext.Ioapic = (function() {
    function Ioapic(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Ioapic.prototype._read = function() {
      this._debug.baseAddress = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.baseAddress = new Uint64_.Uint64(this._io, null, null, false);
      this.baseAddress._read();
      this._debug.baseAddress.end = this._io.pos;
      this._debug.ioregsel = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ioregsel = this._io.readU4le();
      this._debug.ioregsel.end = this._io.pos;
      this._debug.id = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.id = this._io.readU4le();
      this._debug.id.end = this._io.pos;
      this._debug.redirtbl = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.redirtbl.arr = [];
      this.redirtbl = [];
      for (var i = 0; i < 48; i++) {
        this._debug.redirtbl.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_redirtbl = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_redirtbl._read();
        } finally {
          this.redirtbl.push(_t_redirtbl);
        }
        this._debug.redirtbl.arr[i].end = this._io.pos;
      }
      this._debug.redirtbl.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/ioapic/seq/4");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Where it is mapped.
     */

    /**
     * Register selected.
     */

    /**
     * Identity.
     */

    /**
     * Redirection table.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Ioapic;
  })();

  /**
   * Levels of the ISA interrupt wires, 8 octets.
   */

  var IsaIrq = HvmContext.IsaIrq = (function() {
    function IsaIrq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    IsaIrq.prototype._read = function() {
      this._debug.levels = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.levels = this._io.readU2le();
      this._debug.levels.end = this._io.pos;
      this._debug.unused = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.unused = this._io.readBytes(6);
      this._debug.unused.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/isa_irq/seq/2");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * One bit for each wire.
     */

    /**
     * Unused.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return IsaIrq;
  })();

  /**
   * Local interrupt controller: 32 octets today, 24 as Xen up to 4.17 wrote it. Xen
   * takes any shorter entry and continues it with zeros.
   */

  var Lapic = HvmContext.Lapic = (function() {
    function Lapic(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Lapic.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 32)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/lapic/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 8) {
        this._debug.apicBaseMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.apicBaseMsr = new Uint64_.Uint64(this._io, null, null, false);
        this.apicBaseMsr._read();
        this._debug.apicBaseMsr.end = this._io.pos;
      }
      if (this._io.size >= 12) {
        this._debug.disabled = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.disabled = this._io.readU4le();
        this._debug.disabled.end = this._io.pos;
      }
      if (this._io.size >= 16) {
        this._debug.timerDivisor = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.timerDivisor = this._io.readU4le();
        this._debug.timerDivisor.end = this._io.pos;
      }
      if (this._io.size >= 24) {
        this._debug.tdtMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.tdtMsr = new Uint64_.Uint64(this._io, null, null, false);
        this.tdtMsr._read();
        this._debug.tdtMsr.end = this._io.pos;
      }
      if (this._io.size >= 28) {
        this._debug.pendingEsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pendingEsr = this._io.readU4le();
        this._debug.pendingEsr.end = this._io.pos;
      }
      if (this._io.size >= 32) {
        this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pad = this._io.readU4le();
        this._debug.pad.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * MSR_IA32_APICBASE.
     */

    /**
     * Not zero when disabled by hardware or software.
     */

    /**
     * Divisor of the timer.
     */

    /**
     * MSR_IA32_TSC_DEADLINE.
     */

    /**
     * Errors not yet in the status register.
     */

    /**
     * Unused.
     */

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return Lapic;
  })();

  /**
   * A 32-bit register in its 16-octet slot.
   */

  var LapicRegister = HvmContext.LapicRegister = (function() {
    function LapicRegister(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    LapicRegister.prototype._read = function() {
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readU4le();
      this._debug.value.end = this._io.pos;
      this._debug.unused = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.unused = this._io.readBytes(12);
      this._debug.unused.end = this._io.pos;
    }

    /**
     * Contents.
     */

    /**
     * Unused.
     */

    return LapicRegister;
  })();

  /**
   * Register page of the local interrupt controller, 1024 octets: 64
   * registers, one in 16 octets.
   */

  var LapicRegs = HvmContext.LapicRegs = (function() {
    function LapicRegs(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    LapicRegs.prototype._read = function() {
      this._debug.registers = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.registers.arr = [];
      this.registers = [];
      for (var i = 0; i < 64; i++) {
        this._debug.registers.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_registers = new LapicRegister(this._io, this, this._root);
        try {
          _t_registers._read();
        } finally {
          this.registers.push(_t_registers);
        }
        this._debug.registers.arr[i].end = this._io.pos;
      }
      this._debug.registers.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/lapic_regs/seq/1");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * The registers, by their number in the x2APIC scheme.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return LapicRegs;
  })();

  /**
   * One register.
   */

  var Msr = HvmContext.Msr = (function() {
    function Msr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Msr.prototype._read = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.index = this._io.readU4le();
      this._debug.index.end = this._io.pos;
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU4le();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/types/msr/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, false);
      this.value._read();
      this._debug.value.end = this._io.pos;
    }

    /**
     * Number of the register.
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/09-x86-hvm.md#HVM-015
     */

    /**
     * Contents of the register.
     */

    return Msr;
  })();

  /**
   * Memory types of one vCPU, 240 octets.
   */

  var Mtrr = HvmContext.Mtrr = (function() {
    function Mtrr(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Mtrr.prototype._read = function() {
      this._debug.msrPatCr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.msrPatCr = new Uint64_.Uint64(this._io, null, null, false);
      this.msrPatCr._read();
      this._debug.msrPatCr.end = this._io.pos;
      this._debug.msrMtrrVar = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.msrMtrrVar.arr = [];
      this.msrMtrrVar = [];
      for (var i = 0; i < 16; i++) {
        this._debug.msrMtrrVar.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_msrMtrrVar = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_msrMtrrVar._read();
        } finally {
          this.msrMtrrVar.push(_t_msrMtrrVar);
        }
        this._debug.msrMtrrVar.arr[i].end = this._io.pos;
      }
      this._debug.msrMtrrVar.end = this._io.pos;
      this._debug.msrMtrrFixed = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.msrMtrrFixed.arr = [];
      this.msrMtrrFixed = [];
      for (var i = 0; i < 11; i++) {
        this._debug.msrMtrrFixed.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_msrMtrrFixed = new Uint64_.Uint64(this._io, null, null, false);
        try {
          _t_msrMtrrFixed._read();
        } finally {
          this.msrMtrrFixed.push(_t_msrMtrrFixed);
        }
        this._debug.msrMtrrFixed.arr[i].end = this._io.pos;
      }
      this._debug.msrMtrrFixed.end = this._io.pos;
      this._debug.msrMtrrCap = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.msrMtrrCap = new Uint64_.Uint64(this._io, null, null, false);
      this.msrMtrrCap._read();
      this._debug.msrMtrrCap.end = this._io.pos;
      var _ = this.msrMtrrCap;
      if (!((_.lo & 255) <= 8)) {
        var _err = new KaitaiStream.ValidationExprError(this.msrMtrrCap, this._io, "/types/mtrr/seq/3");
        this._debug.msrMtrrCap.validationError = _err;
        throw _err;
      }
      this._debug.msrMtrrDefType = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.msrMtrrDefType = new Uint64_.Uint64(this._io, null, null, false);
      this.msrMtrrDefType._read();
      this._debug.msrMtrrDefType.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/mtrr/seq/5");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * MSR_IA32_CR_PAT.
     */

    /**
     * Variable ranges, base and mask by turns.
     */

    /**
     * Fixed ranges.
     */

    /**
     * Capabilities; the low octet, the number of variable ranges, is at most 8.
     */

    /**
     * Default type.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Mtrr;
  })();

  /**
   * Levels of the PCI interrupt wires, 16 octets.
   */

  var PciIrq = HvmContext.PciIrq = (function() {
    function PciIrq(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    PciIrq.prototype._read = function() {
      this._debug.levels = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.levels = this._io.readBytes(16);
      this._debug.levels.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/pci_irq/seq/1");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * One bit for each wire; bit 4 x device + pin.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return PciIrq;
  })();

  /**
   * Which ISA interrupt each PCI link is routed to, 8 octets.
   */

  var PciLink = HvmContext.PciLink = (function() {
    function PciLink(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    PciLink.prototype._read = function() {
      this._debug.route = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.route.arr = [];
      this.route = [];
      for (var i = 0; i < 4; i++) {
        this._debug.route.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.route.push(this._io.readU1());
        this._debug.route.arr[i].end = this._io.pos;
        if (!(this.route[i] <= 15)) {
          var _err = new KaitaiStream.ValidationGreaterThanError(15, this.route[i], this._io, "/types/pci_link/seq/0");
          this._debug.route.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.route.end = this._io.pos;
      this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.pad0.arr = [];
      this.pad0 = [];
      for (var i = 0; i < 4; i++) {
        this._debug.pad0.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pad0.push(this._io.readU1());
        this._debug.pad0.arr[i].end = this._io.pos;
        if (!(this.pad0[i] == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.pad0[i], this._io, "/types/pci_link/seq/1");
          this._debug.pad0.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.pad0.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/pci_link/seq/2");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * ISA interrupt of each link; 0 when disabled.
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/09-x86-hvm.md#HVM-015
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return PciLink;
  })();

  /**
   * An event on its way into the guest, as the processor encodes it.
   */

  var PendingEvent = HvmContext.PendingEvent = (function() {
    function PendingEvent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    PendingEvent.prototype._read = function() {
      this._debug.vector = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.vector = this._io.readBitsIntLe(8);
      this._debug.vector.end = this._io.pos;
      this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.type = this._io.readBitsIntLe(3);
      this._debug.type.end = this._io.pos;
      this._debug.errorValid = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.errorValid = this._io.readBitsIntLe(1) != 0;
      this._debug.errorValid.end = this._io.pos;
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readBitsIntLe(19);
      this._debug.reserved.end = this._io.pos;
      this._debug.valid = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.valid = this._io.readBitsIntLe(1) != 0;
      this._debug.valid.end = this._io.pos;
    }

    /**
     * Vector.
     */

    /**
     * Kind of event.
     */

    /**
     * The event has an error code.
     */

    /**
     * Reserved.
     */

    /**
     * There is an event.
     */

    return PendingEvent;
  })();

  /**
   * One 8259A, 8 octets. Instance 0 is the master, 1 the slave.
   */

  var Pic = HvmContext.Pic = (function() {
    function Pic(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Pic.prototype._read = function() {
      this._debug.irr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.irr = this._io.readU1();
      this._debug.irr.end = this._io.pos;
      this._debug.imr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imr = this._io.readU1();
      this._debug.imr.end = this._io.pos;
      this._debug.isr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.isr = this._io.readU1();
      this._debug.isr.end = this._io.pos;
      this._debug.irqBase = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.irqBase = this._io.readU1();
      this._debug.irqBase.end = this._io.pos;
      this._debug.initState = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.initState = this._io.readBitsIntLe(4);
      this._debug.initState.end = this._io.pos;
      this._debug.priorityAdd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.priorityAdd = this._io.readBitsIntLe(4);
      this._debug.priorityAdd.end = this._io.pos;
      this._debug.readselIsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.readselIsr = this._io.readBitsIntLe(1) != 0;
      this._debug.readselIsr.end = this._io.pos;
      this._debug.poll = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.poll = this._io.readBitsIntLe(1) != 0;
      this._debug.poll.end = this._io.pos;
      this._debug.autoEoi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.autoEoi = this._io.readBitsIntLe(1) != 0;
      this._debug.autoEoi.end = this._io.pos;
      this._debug.rotateOnAutoEoi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rotateOnAutoEoi = this._io.readBitsIntLe(1) != 0;
      this._debug.rotateOnAutoEoi.end = this._io.pos;
      this._debug.specialFullyNestedMode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.specialFullyNestedMode = this._io.readBitsIntLe(1) != 0;
      this._debug.specialFullyNestedMode.end = this._io.pos;
      this._debug.specialMaskMode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.specialMaskMode = this._io.readBitsIntLe(1) != 0;
      this._debug.specialMaskMode.end = this._io.pos;
      this._debug.isMaster = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.isMaster = this._io.readBitsIntLe(1) != 0;
      this._debug.isMaster.end = this._io.pos;
      this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad = this._io.readBitsIntLe(1) != 0;
      this._debug.pad.end = this._io.pos;
      this._io.alignToByte();
      this._debug.elcr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.elcr = this._io.readU1();
      this._debug.elcr.end = this._io.pos;
      this._debug.intOutput = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.intOutput = this._io.readU1();
      this._debug.intOutput.end = this._io.pos;
      if (!(this.intOutput <= 1)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(1, this.intOutput, this._io, "/types/pic/seq/15");
        this._debug.intOutput.validationError = _err;
        throw _err;
      }
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/pic/seq/16");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Requested interrupts.
     */

    /**
     * Masked interrupts.
     */

    /**
     * Interrupts in service.
     */

    /**
     * Vector of the first interrupt.
     */

    /**
     * Step of the initialisation.
     */

    /**
     * Interrupt with the highest priority.
     */

    /**
     * Reads return `isr`.
     */

    /**
     * Poll command given.
     */

    /**
     * Interrupts end by themselves.
     */

    /**
     * Priorities rotate when they do.
     */

    /**
     * Interrupts nest, those from a slave too.
     */

    /**
     * Masked interrupts in service let lower ones through.
     */

    /**
     * This is the master.
     */

    /**
     * Unused.
     */

    /**
     * Level-triggered interrupts.
     */

    /**
     * Level of the output.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Pic;
  })();

  /**
   * Interval timer of the PC, 56 octets.
   */

  var Pit = HvmContext.Pit = (function() {
    function Pit(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Pit.prototype._read = function() {
      this._debug.channels = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.channels.arr = [];
      this.channels = [];
      for (var i = 0; i < 3; i++) {
        this._debug.channels.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_channels = new PitChannel(this._io, this, this._root);
        try {
          _t_channels._read();
        } finally {
          this.channels.push(_t_channels);
        }
        this._debug.channels.arr[i].end = this._io.pos;
      }
      this._debug.channels.end = this._io.pos;
      this._debug.speakerDataOn = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.speakerDataOn = this._io.readU4le();
      this._debug.speakerDataOn.end = this._io.pos;
      if (!(this.speakerDataOn <= 1)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(1, this.speakerDataOn, this._io, "/types/pit/seq/1");
        this._debug.speakerDataOn.validationError = _err;
        throw _err;
      }
      this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad0 = this._io.readU4le();
      this._debug.pad0.end = this._io.pos;
      if (!(this.pad0 == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.pad0, this._io, "/types/pit/seq/2");
        this._debug.pad0.validationError = _err;
        throw _err;
      }
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/pit/seq/3");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * The three channels.
     */

    /**
     * 1 while the speaker is fed.
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/09-x86-hvm.md#HVM-015
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Pit;
  })();

  /**
   * One channel of the timer.
   */

  var PitChannel = HvmContext.PitChannel = (function() {
    function PitChannel(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    PitChannel.prototype._read = function() {
      this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.count = this._io.readU4le();
      this._debug.count.end = this._io.pos;
      if (!(this.count <= 65536)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(65536, this.count, this._io, "/types/pit_channel/seq/0");
        this._debug.count.validationError = _err;
        throw _err;
      }
      this._debug.latchedCount = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.latchedCount = this._io.readU2le();
      this._debug.latchedCount.end = this._io.pos;
      this._debug.countLatched = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.countLatched = this._io.readU1();
      this._debug.countLatched.end = this._io.pos;
      this._debug.statusLatched = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.statusLatched = this._io.readU1();
      this._debug.statusLatched.end = this._io.pos;
      this._debug.status = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.status = this._io.readU1();
      this._debug.status.end = this._io.pos;
      this._debug.readState = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.readState = this._io.readU1();
      this._debug.readState.end = this._io.pos;
      this._debug.writeState = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.writeState = this._io.readU1();
      this._debug.writeState.end = this._io.pos;
      this._debug.writeLatch = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.writeLatch = this._io.readU1();
      this._debug.writeLatch.end = this._io.pos;
      this._debug.rwMode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rwMode = this._io.readU1();
      this._debug.rwMode.end = this._io.pos;
      this._debug.mode = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mode = this._io.readU1();
      this._debug.mode.end = this._io.pos;
      this._debug.bcd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bcd = this._io.readU1();
      this._debug.bcd.end = this._io.pos;
      this._debug.gate = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.gate = this._io.readU1();
      this._debug.gate.end = this._io.pos;
    }

    /**
     * Reload value, at most 0x10000.
     */

    /**
     * Count kept for the next read.
     */

    /**
     * Not zero when a count is kept; how much of it is to be read.
     */

    /**
     * Not zero when the status is kept.
     */

    /**
     * Status kept for the next read.
     */

    /**
     * Which half the next read returns.
     */

    /**
     * Which half the next write sets.
     */

    /**
     * Low half of a count that is being written.
     */

    /**
     * How halves are read and written.
     */

    /**
     * Mode of the channel; 0xff before it is set, as Xen before 4.19 wrote it.
     */

    /**
     * Counts in decimal.
     */

    /**
     * Level of the gate.
     */

    return PitChannel;
  })();

  /**
   * Power-management timer, 8 octets.
   */

  var Pmtimer = HvmContext.Pmtimer = (function() {
    function Pmtimer(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Pmtimer.prototype._read = function() {
      this._debug.tmrVal = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.tmrVal = this._io.readU4le();
      this._debug.tmrVal.end = this._io.pos;
      this._debug.pm1aSts = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pm1aSts = this._io.readU2le();
      this._debug.pm1aSts.end = this._io.pos;
      this._debug.pm1aEn = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pm1aEn = this._io.readU2le();
      this._debug.pm1aEn.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/pmtimer/seq/3");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * Counter.
     */

    /**
     * Status.
     */

    /**
     * Enabled events.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return Pmtimer;
  })();

  /**
   * Real-time clock, 24 octets. Xen takes any shorter entry and continues it with
   * zeros; images of older releases have one.
   */

  var Rtc = HvmContext.Rtc = (function() {
    function Rtc(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Rtc.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 24)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/rtc/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 14) {
        this._debug.cmos = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.cmos = this._io.readBytes(14);
        this._debug.cmos.end = this._io.pos;
      }
      if (this._io.size >= 15) {
        this._debug.cmosIndex = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.cmosIndex = this._io.readU1();
        this._debug.cmosIndex.end = this._io.pos;
      }
      if (this._io.size >= 16) {
        this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.pad0 = this._io.readU1();
        this._debug.pad0.end = this._io.pos;
      }
      if (this._io.size >= 24) {
        this._debug.rtcOffset = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.rtcOffset = new Uint64_.Uint64(this._io, null, null, false);
        this.rtcOffset._read();
        this._debug.rtcOffset.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * The registers.
     */

    /**
     * Register selected.
     */

    /**
     * Unused.
     */

    /**
     * Seconds between guest and host time, signed.
     */

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return Rtc;
  })();

  /**
   * Registers of SYSCALL and of the long mode.
   */

  var SyscallRegisters = HvmContext.SyscallRegisters = (function() {
    function SyscallRegisters(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    SyscallRegisters.prototype._read = function() {
      this._debug.shadowGs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.shadowGs = new Uint64_.Uint64(this._io, null, null, false);
      this.shadowGs._read();
      this._debug.shadowGs.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = new Uint64_.Uint64(this._io, null, null, false);
      this.flags._read();
      this._debug.flags.end = this._io.pos;
      this._debug.lstar = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lstar = new Uint64_.Uint64(this._io, null, null, false);
      this.lstar._read();
      this._debug.lstar.end = this._io.pos;
      this._debug.star = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.star = new Uint64_.Uint64(this._io, null, null, false);
      this.star._read();
      this._debug.star.end = this._io.pos;
      this._debug.cstar = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cstar = new Uint64_.Uint64(this._io, null, null, false);
      this.cstar._read();
      this._debug.cstar.end = this._io.pos;
      this._debug.syscallMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.syscallMask = new Uint64_.Uint64(this._io, null, null, false);
      this.syscallMask._read();
      this._debug.syscallMask.end = this._io.pos;
      this._debug.efer = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.efer = new Uint64_.Uint64(this._io, null, null, false);
      this.efer._read();
      this._debug.efer.end = this._io.pos;
    }

    /**
     * Base of gs that SWAPGS brings in.
     */

    /**
     * Obsolete.
     */

    /**
     * Where a 64-bit SYSCALL enters.
     */

    /**
     * Segments of SYSCALL.
     */

    /**
     * Where a 32-bit SYSCALL enters.
     */

    /**
     * Flags that SYSCALL clears.
     */

    /**
     * Extended features enabled.
     */

    return SyscallRegisters;
  })();

  /**
   * Where SYSENTER enters the kernel.
   */

  var SysenterRegisters = HvmContext.SysenterRegisters = (function() {
    function SysenterRegisters(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    SysenterRegisters.prototype._read = function() {
      this._debug.cs = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cs = new Uint64_.Uint64(this._io, null, null, false);
      this.cs._read();
      this._debug.cs.end = this._io.pos;
      this._debug.esp = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.esp = new Uint64_.Uint64(this._io, null, null, false);
      this.esp._read();
      this._debug.esp.end = this._io.pos;
      this._debug.eip = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eip = new Uint64_.Uint64(this._io, null, null, false);
      this.eip._read();
      this._debug.eip.end = this._io.pos;
    }

    /**
     * CS.
     */

    /**
     * ESP.
     */

    /**
     * EIP.
     */

    return SysenterRegisters;
  })();

  /**
   * MSR_IA32_TSC_ADJUST, 8 octets.
   */

  var TscAdjust = HvmContext.TscAdjust = (function() {
    function TscAdjust(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    TscAdjust.prototype._read = function() {
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, false);
      this.value._read();
      this._debug.value.end = this._io.pos;
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/tsc_adjust/seq/1");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * What the guest added to its counter.
     */

    /**
     * The body ends here.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    return TscAdjust;
  })();

  /**
   * Enlightenments for Windows, domain-wide: 32 octets, or fewer, which Xen continues
   * with zeros.
   */

  var ViridianDomain = HvmContext.ViridianDomain = (function() {
    function ViridianDomain(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ViridianDomain.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 32)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/viridian_domain/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 8) {
        this._debug.hypercallGpa = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.hypercallGpa = new Uint64_.Uint64(this._io, null, null, false);
        this.hypercallGpa._read();
        this._debug.hypercallGpa.end = this._io.pos;
      }
      if (this._io.size >= 16) {
        this._debug.guestOsId = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.guestOsId = new Uint64_.Uint64(this._io, null, null, false);
        this.guestOsId._read();
        this._debug.guestOsId.end = this._io.pos;
      }
      if (this._io.size >= 24) {
        this._debug.timeRefCount = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.timeRefCount = new Uint64_.Uint64(this._io, null, null, false);
        this.timeRefCount._read();
        this._debug.timeRefCount.end = this._io.pos;
      }
      if (this._io.size >= 32) {
        this._debug.referenceTsc = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.referenceTsc = new Uint64_.Uint64(this._io, null, null, false);
        this.referenceTsc._read();
        this._debug.referenceTsc.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * Hypercall page.
     */

    /**
     * Identity of the guest's system.
     */

    /**
     * Reference time.
     */

    /**
     * Reference page.
     */

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return ViridianDomain;
  })();

  /**
   * Enlightenments for Windows, one vCPU: 216 octets, or fewer, which Xen continues
   * with zeros.
   */

  var ViridianVcpu = HvmContext.ViridianVcpu = (function() {
    function ViridianVcpu(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ViridianVcpu.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 216)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/viridian_vcpu/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 8) {
        this._debug.vpAssistMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.vpAssistMsr = new Uint64_.Uint64(this._io, null, null, false);
        this.vpAssistMsr._read();
        this._debug.vpAssistMsr.end = this._io.pos;
      }
      if (this._io.size >= 9) {
        this._debug.apicAssistPending = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.apicAssistPending = this._io.readU1();
        this._debug.apicAssistPending.end = this._io.pos;
      }
      if (this._io.size >= 16) {
        this._debug.pad = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.pad.arr = [];
        this.pad = [];
        for (var i = 0; i < 7; i++) {
          this._debug.pad.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          this.pad.push(this._io.readU1());
          this._debug.pad.arr[i].end = this._io.pos;
          if (!(this.pad[i] == 0)) {
            var _err = new KaitaiStream.ValidationNotEqualError(0, this.pad[i], this._io, "/types/viridian_vcpu/seq/3");
            this._debug.pad.arr[i].validationError = _err;
            throw _err;
          }
        }
        this._debug.pad.end = this._io.pos;
      }
      if (this._io.size >= 24) {
        this._debug.simpMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.simpMsr = new Uint64_.Uint64(this._io, null, null, false);
        this.simpMsr._read();
        this._debug.simpMsr.end = this._io.pos;
      }
      if (this._io.size >= 152) {
        this._debug.sintMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.sintMsr.arr = [];
        this.sintMsr = [];
        for (var i = 0; i < 16; i++) {
          this._debug.sintMsr.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          var _t_sintMsr = new Uint64_.Uint64(this._io, null, null, false);
          try {
            _t_sintMsr._read();
          } finally {
            this.sintMsr.push(_t_sintMsr);
          }
          this._debug.sintMsr.arr[i].end = this._io.pos;
        }
        this._debug.sintMsr.end = this._io.pos;
      }
      if (this._io.size >= 184) {
        this._debug.stimerConfigMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.stimerConfigMsr.arr = [];
        this.stimerConfigMsr = [];
        for (var i = 0; i < 4; i++) {
          this._debug.stimerConfigMsr.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          var _t_stimerConfigMsr = new Uint64_.Uint64(this._io, null, null, false);
          try {
            _t_stimerConfigMsr._read();
          } finally {
            this.stimerConfigMsr.push(_t_stimerConfigMsr);
          }
          this._debug.stimerConfigMsr.arr[i].end = this._io.pos;
        }
        this._debug.stimerConfigMsr.end = this._io.pos;
      }
      if (this._io.size >= 216) {
        this._debug.stimerCountMsr = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._debug.stimerCountMsr.arr = [];
        this.stimerCountMsr = [];
        for (var i = 0; i < 4; i++) {
          this._debug.stimerCountMsr.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
          var _t_stimerCountMsr = new Uint64_.Uint64(this._io, null, null, false);
          try {
            _t_stimerCountMsr._read();
          } finally {
            this.stimerCountMsr.push(_t_stimerCountMsr);
          }
          this._debug.stimerCountMsr.arr[i].end = this._io.pos;
        }
        this._debug.stimerCountMsr.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

    /**
     * Assist page.
     */

    /**
     * Not zero while an end of interrupt is left to the guest.
     */

    /**
     * Always zero; any other value is refused.
     * @see spec/09-x86-hvm.md#HVM-015
     */

    /**
     * Message page.
     */

    /**
     * Synthetic interrupt sources.
     */

    /**
     * Configuration of the synthetic timers.
     */

    /**
     * Counts of the synthetic timers.
     */

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return ViridianVcpu;
  })();

  /**
   * Virtual machine-check registers: 32 octets, or fewer, which Xen continues with
   * zeros.
   */

  var VmceVcpu = HvmContext.VmceVcpu = (function() {
    function VmceVcpu(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    VmceVcpu.prototype._read = function() {
      this._debug.lengthFits = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.lengthFits = this._io.readBytes(0);
      this._debug.lengthFits.end = this._io.pos;
      var _ = this.lengthFits;
      if (!(this._io.size <= 32)) {
        var _err = new KaitaiStream.ValidationExprError(this.lengthFits, this._io, "/types/vmce_vcpu/seq/0");
        this._debug.lengthFits.validationError = _err;
        throw _err;
      }
      if (this._io.size >= 8) {
        this._debug.caps = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.caps = new Uint64_.Uint64(this._io, null, null, false);
        this.caps._read();
        this._debug.caps.end = this._io.pos;
      }
      if (this._io.size >= 16) {
        this._debug.mciCtl2Bank0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.mciCtl2Bank0 = new Uint64_.Uint64(this._io, null, null, false);
        this.mciCtl2Bank0._read();
        this._debug.mciCtl2Bank0.end = this._io.pos;
      }
      if (this._io.size >= 24) {
        this._debug.mciCtl2Bank1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.mciCtl2Bank1 = new Uint64_.Uint64(this._io, null, null, false);
        this.mciCtl2Bank1._read();
        this._debug.mciCtl2Bank1.end = this._io.pos;
      }
      if (this._io.size >= 32) {
        this._debug.mcgExtCtl = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.mcgExtCtl = new Uint64_.Uint64(this._io, null, null, false);
        this.mcgExtCtl._read();
        this._debug.mcgExtCtl.end = this._io.pos;
      }
      this._debug.remainder = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.remainder = this._io.readBytesFull();
      this._debug.remainder.end = this._io.pos;
    }

    /**
     * A longer entry is refused.
     * @see spec/09-x86-hvm.md#HVM-011
     */

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

    /**
     * Octets of a field that the entry ends inside; empty in every image known.
     */

    return VmceVcpu;
  })();

  /**
   * The chain, END included.
   * @see spec/09-x86-hvm.md#HVM-001
   */

  /**
   * The chain ends with an entry END.
   * @see spec/09-x86-hvm.md#HVM-003
   */

  /**
   * The body ends here.
   * @see spec/09-x86-hvm.md#HVM-005
   */

  return HvmContext;
})();
HvmContext_.HvmContext = HvmContext;
});
