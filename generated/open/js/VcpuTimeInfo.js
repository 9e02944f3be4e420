// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.VcpuTimeInfo || (root.VcpuTimeInfo = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (VcpuTimeInfo_, KaitaiStream, Uint64_) {
/**
 * The 32 octets from which a guest computes its time. Always little-endian.
 */

var VcpuTimeInfo = (function() {
  function VcpuTimeInfo(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  VcpuTimeInfo.prototype._read = function() {
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4le();
    this._debug.version.end = this._io.pos;
    this._debug.pad0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pad0 = this._io.readU4le();
    this._debug.pad0.end = this._io.pos;
    this._debug.tscTimestamp = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.tscTimestamp = new Uint64_.Uint64(this._io, null, null, false);
    this.tscTimestamp._read();
    this._debug.tscTimestamp.end = this._io.pos;
    this._debug.systemTime = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.systemTime = new Uint64_.Uint64(this._io, null, null, false);
    this.systemTime._read();
    this._debug.systemTime.end = this._io.pos;
    this._debug.tscToSystemMul = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.tscToSystemMul = this._io.readU4le();
    this._debug.tscToSystemMul.end = this._io.pos;
    this._debug.tscShift = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.tscShift = this._io.readS1();
    this._debug.tscShift.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = this._io.readU1();
    this._debug.flags.end = this._io.pos;
    this._debug.pad1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pad1 = this._io.readU2le();
    this._debug.pad1.end = this._io.pos;
  }

  /**
   * Odd while Xen is changing the rest.
   */

  /**
   * Unused.
   */

  /**
   * Time-stamp counter at the last change.
   */

  /**
   * Nanoseconds since the host started, at the last change.
   */

  /**
   * Nanoseconds in a tick of the shifted counter, times 2^32.
   */

  /**
   * How far to shift the counter left before multiplying.
   */

  /**
   * Bit 0 is set when the counters of all vCPUs agree.
   */

  /**
   * Unused.
   */

  return VcpuTimeInfo;
})();
VcpuTimeInfo_.VcpuTimeInfo = VcpuTimeInfo;
});
