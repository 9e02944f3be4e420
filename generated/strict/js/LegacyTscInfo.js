// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.LegacyTscInfo || (root.LegacyTscInfo = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyTscInfo_, KaitaiStream, Uint64_) {
/**
 * How the guest's time-stamp counter is made, and where it stood.
 * @see spec/15-legacy.md
 */

var LegacyTscInfo = (function() {
  function LegacyTscInfo(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LegacyTscInfo.prototype._read = function() {
    this._debug.mode = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mode = this._io.readU4le();
    this._debug.mode.end = this._io.pos;
    this._debug.nsec = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.nsec = new Uint64_.Uint64(this._io, null, null, false);
    this.nsec._read();
    this._debug.nsec.end = this._io.pos;
    this._debug.khz = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.khz = this._io.readU4le();
    this._debug.khz.end = this._io.pos;
    this._debug.incarnation = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.incarnation = this._io.readU4le();
    this._debug.incarnation.end = this._io.pos;
  }

  /**
   * How the guest reads the counter.
   */

  /**
   * Guest time in nanoseconds at the moment of saving.
   */

  /**
   * Frequency that the guest was told, in kHz; 0 is the host's own.
   */

  /**
   * How often the domain was restored before.
   */

  return LegacyTscInfo;
})();
LegacyTscInfo_.LegacyTscInfo = LegacyTscInfo;
});
