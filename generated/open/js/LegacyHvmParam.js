// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.LegacyHvmParam || (root.LegacyHvmParam = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyHvmParam_, KaitaiStream, Uint64_) {
/**
 * The value of one parameter; which one, the identifier of the chunk says.
 * @see spec/15-legacy.md
 */

var LegacyHvmParam = (function() {
  function LegacyHvmParam(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LegacyHvmParam.prototype._read = function() {
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.padding = this._io.readU4le();
    this._debug.padding.end = this._io.pos;
    this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.value = new Uint64_.Uint64(this._io, null, null, false);
    this.value._read();
    this._debug.value.end = this._io.pos;
  }

  /**
   * Written as zero.
   * @see spec/15-legacy.md#LEG-049
   */

  /**
   * Its value.
   * @see spec/15-legacy.md#LEG-051
   */

  return LegacyHvmParam;
})();
LegacyHvmParam_.LegacyHvmParam = LegacyHvmParam;
});
