// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.LegacyVcpuInfo || (root.LegacyVcpuInfo = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyVcpuInfo_, KaitaiStream, Uint64_) {
/**
 * Which vCPUs are online.
 * @see spec/15-legacy.md
 */

var LegacyVcpuInfo = (function() {
  function LegacyVcpuInfo(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LegacyVcpuInfo.prototype._read = function() {
    this._debug.maxId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.maxId = this._io.readU4le();
    this._debug.maxId.end = this._io.pos;
    if (!(this.maxId <= 4095)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(4095, this.maxId, this._io, "/seq/0");
      this._debug.maxId.validationError = _err;
      throw _err;
    }
    this._debug.map = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.map.arr = [];
    this.map = [];
    for (var i = 0; i < Math.floor(this.maxId / 64) + 1; i++) {
      this._debug.map.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_map = new Uint64_.Uint64(this._io, null, null, false);
      try {
        _t_map._read();
      } finally {
        this.map.push(_t_map);
      }
      this._debug.map.arr[i].end = this._io.pos;
    }
    this._debug.map.end = this._io.pos;
  }

  /**
   * Highest number of a vCPU; a signed integer, not negative.
   * @see spec/15-legacy.md#LEG-042
   */

  /**
   * A bit for each vCPU.
   * @see spec/15-legacy.md#LEG-044
   */

  return LegacyVcpuInfo;
})();
LegacyVcpuInfo_.LegacyVcpuInfo = LegacyVcpuInfo;
});
