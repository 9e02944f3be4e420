// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.StartInfoX8664 || (root.StartInfoX8664 = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (StartInfoX8664_, KaitaiStream, Uint64_) {
/**
 * The start-of-day page of a 64-bit PV guest, 1168 octets. It is no record: it lies in
 * the guest's memory, in the page that the rdx register of vCPU 0 names, and the
 * restorer rewrites the frame numbers and event channels in it.
 * @see spec/07-x86-pv.md
 */

var StartInfoX8664 = (function() {
  function StartInfoX8664(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  StartInfoX8664.prototype._read = function() {
    this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.magic = KaitaiStream.bytesToStr(KaitaiStream.bytesTerminate(this._io.readBytes(32), 0, false), "ASCII");
    this._debug.magic.end = this._io.pos;
    this._debug.nrPages = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nrPages = new Uint64_.Uint64(this._io, null, null, false);
    this.nrPages._read();
    this._debug.nrPages.end = this._io.pos;
    this._debug.sharedInfo = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.sharedInfo = new Uint64_.Uint64(this._io, null, null, false);
    this.sharedInfo._read();
    this._debug.sharedInfo.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = this._io.readU4le();
    this._debug.flags.end = this._io.pos;
    this._debug.flagsPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flagsPad = this._io.readU4le();
    this._debug.flagsPad.end = this._io.pos;
    this._debug.storeMfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.storeMfn = new Uint64_.Uint64(this._io, null, null, false);
    this.storeMfn._read();
    this._debug.storeMfn.end = this._io.pos;
    this._debug.storeEvtchn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.storeEvtchn = this._io.readU4le();
    this._debug.storeEvtchn.end = this._io.pos;
    this._debug.storeEvtchnPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.storeEvtchnPad = this._io.readU4le();
    this._debug.storeEvtchnPad.end = this._io.pos;
    this._debug.consoleMfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.consoleMfn = new Uint64_.Uint64(this._io, null, null, false);
    this.consoleMfn._read();
    this._debug.consoleMfn.end = this._io.pos;
    this._debug.consoleEvtchn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.consoleEvtchn = this._io.readU4le();
    this._debug.consoleEvtchn.end = this._io.pos;
    this._debug.consoleEvtchnPad = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.consoleEvtchnPad = this._io.readU4le();
    this._debug.consoleEvtchnPad.end = this._io.pos;
    this._debug.ptBase = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ptBase = new Uint64_.Uint64(this._io, null, null, false);
    this.ptBase._read();
    this._debug.ptBase.end = this._io.pos;
    this._debug.nrPtFrames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nrPtFrames = new Uint64_.Uint64(this._io, null, null, false);
    this.nrPtFrames._read();
    this._debug.nrPtFrames.end = this._io.pos;
    this._debug.mfnList = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mfnList = new Uint64_.Uint64(this._io, null, null, false);
    this.mfnList._read();
    this._debug.mfnList.end = this._io.pos;
    this._debug.modStart = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.modStart = new Uint64_.Uint64(this._io, null, null, false);
    this.modStart._read();
    this._debug.modStart.end = this._io.pos;
    this._debug.modLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.modLen = new Uint64_.Uint64(this._io, null, null, false);
    this.modLen._read();
    this._debug.modLen.end = this._io.pos;
    this._debug.cmdLine = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.cmdLine = KaitaiStream.bytesToStr(KaitaiStream.bytesTerminate(this._io.readBytes(1024), 0, false), "ASCII");
    this._debug.cmdLine.end = this._io.pos;
    this._debug.firstP2mPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.firstP2mPfn = new Uint64_.Uint64(this._io, null, null, false);
    this.firstP2mPfn._read();
    this._debug.firstP2mPfn.end = this._io.pos;
    this._debug.nrP2mFrames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nrP2mFrames = new Uint64_.Uint64(this._io, null, null, false);
    this.nrP2mFrames._read();
    this._debug.nrP2mFrames.end = this._io.pos;
  }

  /**
   * Interface version and width, as in "xen-3.0-x86_64".
   */

  /**
   * Pages of the guest.
   */

  /**
   * Machine address of the shared page.
   */

  /**
   * Privileges of the domain.
   */

  /**
   * Unused.
   */

  /**
   * Frame of the ring to xenstore.
   * @see spec/07-x86-pv.md#PV-040
   */

  /**
   * Event channel of that ring.
   */

  /**
   * Unused.
   */

  /**
   * Frame of the console ring.
   * @see spec/07-x86-pv.md#PV-040
   */

  /**
   * Event channel of that ring.
   */

  /**
   * Unused.
   */

  /**
   * Linear address of the page directory at start.
   */

  /**
   * Frames of page tables at start.
   */

  /**
   * Linear address of the frame list at start.
   */

  /**
   * Linear address of the first module.
   */

  /**
   * Octets of that module.
   */

  /**
   * Command line of the kernel.
   */

  /**
   * First frame of the table at start.
   */

  /**
   * Number of those frames.
   */

  return StartInfoX8664;
})();
StartInfoX8664_.StartInfoX8664 = StartInfoX8664;
});
