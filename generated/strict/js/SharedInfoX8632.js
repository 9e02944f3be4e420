// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './VcpuTimeInfo'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./VcpuTimeInfo'));
  } else {
    factory(root.SharedInfoX8632 || (root.SharedInfoX8632 = {}), root.KaitaiStream, root.VcpuTimeInfo || (root.VcpuTimeInfo = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (SharedInfoX8632_, KaitaiStream, VcpuTimeInfo_) {
/**
 * The page that a 32-bit PV guest shares with Xen: the record carries it whole, as
 * it stood. Only `vcpu_info` and `arch` are restored. Always little-endian.
 * @see spec/07-x86-pv.md
 */

var SharedInfoX8632 = (function() {
  function SharedInfoX8632(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  SharedInfoX8632.prototype._read = function() {
    this._debug.vcpuInfo = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.vcpuInfo.arr = [];
    this.vcpuInfo = [];
    for (var i = 0; i < 32; i++) {
      this._debug.vcpuInfo.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_vcpuInfo = new VcpuInfo(this._io, this, this._root);
      try {
        _t_vcpuInfo._read();
      } finally {
        this.vcpuInfo.push(_t_vcpuInfo);
      }
      this._debug.vcpuInfo.arr[i].end = this._io.pos;
    }
    this._debug.vcpuInfo.end = this._io.pos;
    this._debug.evtchnPending = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.evtchnPending.arr = [];
    this.evtchnPending = [];
    for (var i = 0; i < 32; i++) {
      this._debug.evtchnPending.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.evtchnPending.push(this._io.readU4le());
      this._debug.evtchnPending.arr[i].end = this._io.pos;
    }
    this._debug.evtchnPending.end = this._io.pos;
    this._debug.evtchnMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.evtchnMask.arr = [];
    this.evtchnMask = [];
    for (var i = 0; i < 32; i++) {
      this._debug.evtchnMask.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.evtchnMask.push(this._io.readU4le());
      this._debug.evtchnMask.arr[i].end = this._io.pos;
    }
    this._debug.evtchnMask.end = this._io.pos;
    this._debug.wcVersion = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.wcVersion = this._io.readU4le();
    this._debug.wcVersion.end = this._io.pos;
    this._debug.wcSec = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.wcSec = this._io.readU4le();
    this._debug.wcSec.end = this._io.pos;
    this._debug.wcNsec = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.wcNsec = this._io.readU4le();
    this._debug.wcNsec.end = this._io.pos;
    this._debug.arch = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.arch = new ArchSharedInfo(this._io, this, this._root);
    this.arch._read();
    this._debug.arch.end = this._io.pos;
    this._debug.unused = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.unused = this._io.readBytes(1752);
    this._debug.unused.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/8");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * The x86 part, 28 octets.
   */

  var ArchSharedInfo = SharedInfoX8632.ArchSharedInfo = (function() {
    function ArchSharedInfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    ArchSharedInfo.prototype._read = function() {
      this._debug.maxPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.maxPfn = this._io.readU4le();
      this._debug.maxPfn.end = this._io.pos;
      this._debug.pfnToMfnFrameListList = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pfnToMfnFrameListList = this._io.readU4le();
      this._debug.pfnToMfnFrameListList.end = this._io.pos;
      this._debug.nmiReason = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.nmiReason = this._io.readU4le();
      this._debug.nmiReason.end = this._io.pos;
      this._debug.p2mCr3 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.p2mCr3 = this._io.readU4le();
      this._debug.p2mCr3.end = this._io.pos;
      this._debug.p2mVaddr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.p2mVaddr = this._io.readU4le();
      this._debug.p2mVaddr.end = this._io.pos;
      this._debug.p2mGeneration = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.p2mGeneration = this._io.readU4le();
      this._debug.p2mGeneration.end = this._io.pos;
      this._debug.wcSecHi = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.wcSecHi = this._io.readU4le();
      this._debug.wcSecHi.end = this._io.pos;
    }

    /**
     * Number of page frames that the table covers, despite its name.
     */

    /**
     * Machine frame of the root of the three-level table. A restorer zeroes it.
     */

    /**
     * Why the last non-maskable interrupt came.
     */

    /**
     * Page table in which `p2m_vaddr` is mapped.
     */

    /**
     * Linear address of the flat table; 0 when the guest has none.
     */

    /**
     * Counts changes of the flat table.
     */

    /**
     * High half of the wallclock seconds.
     */

    return ArchSharedInfo;
  })();

  /**
   * Events and time of one vCPU, 64 octets.
   */

  var VcpuInfo = SharedInfoX8632.VcpuInfo = (function() {
    function VcpuInfo(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    VcpuInfo.prototype._read = function() {
      this._debug.evtchnUpcallPending = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.evtchnUpcallPending = this._io.readU1();
      this._debug.evtchnUpcallPending.end = this._io.pos;
      this._debug.evtchnUpcallMask = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.evtchnUpcallMask = this._io.readU1();
      this._debug.evtchnUpcallMask.end = this._io.pos;
      this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad0 = this._io.readU2le();
      this._debug.pad0.end = this._io.pos;
      this._debug.evtchnPendingSel = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.evtchnPendingSel = this._io.readU4le();
      this._debug.evtchnPendingSel.end = this._io.pos;
      this._debug.cr2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.cr2 = this._io.readU4le();
      this._debug.cr2.end = this._io.pos;
      this._debug.pad1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pad1 = this._io.readBytes(20);
      this._debug.pad1.end = this._io.pos;
      this._debug.time = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_time = this._io.readBytes(32);
      var _io__raw_time = new KaitaiStream(this._raw_time);
      this.time = new VcpuTimeInfo_.VcpuTimeInfo(_io__raw_time, null, null);
      this.time._read();
      this._debug.time.end = this._io.pos;
    }

    /**
     * Not zero when the vCPU has a pending event.
     */

    /**
     * Not zero when events are masked.
     */

    /**
     * Unused.
     */

    /**
     * One bit for each word of `evtchn_pending` that is not zero.
     */

    /**
     * Address of the last page fault.
     */

    /**
     * Unused.
     */

    /**
     * Time of the vCPU.
     */

    return VcpuInfo;
  })();

  /**
   * One for each of the first 32 vCPUs.
   */

  /**
   * One bit for each event channel: an event is pending.
   */

  /**
   * One bit for each event channel: events are masked.
   */

  /**
   * Odd while Xen is changing the wallclock.
   */

  /**
   * Seconds from 1970 to the start of the host, low half.
   */

  /**
   * Nanoseconds beyond them.
   */

  /**
   * What belongs to the architecture.
   */

  /**
   * Rest of the page.
   */

  /**
   * The body ends here.
   * @see spec/07-x86-pv.md#PV-058
   */

  return SharedInfoX8632;
})();
SharedInfoX8632_.SharedInfoX8632 = SharedInfoX8632;
});
