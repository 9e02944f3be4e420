// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64', './HvmContext'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'), require('./HvmContext'));
  } else {
    factory(root.LegacyHvmTail || (root.LegacyHvmTail = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}), root.HvmContext || (root.HvmContext = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyHvmTail_, KaitaiStream, Uint64_, HvmContext_) {
/**
 * What follows the last chunk of a body, up to the emulator's record.
 * @see spec/15-legacy.md
 */

var LegacyHvmTail = (function() {
  function LegacyHvmTail(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LegacyHvmTail.prototype._read = function() {
    this._debug.ioreqPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ioreqPfn = new Uint64_.Uint64(this._io, null, null, false);
    this.ioreqPfn._read();
    this._debug.ioreqPfn.end = this._io.pos;
    this._debug.bufioreqPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bufioreqPfn = new Uint64_.Uint64(this._io, null, null, false);
    this.bufioreqPfn._read();
    this._debug.bufioreqPfn.end = this._io.pos;
    this._debug.storePfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.storePfn = new Uint64_.Uint64(this._io, null, null, false);
    this.storePfn._read();
    this._debug.storePfn.end = this._io.pos;
    this._debug.contextLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.contextLength = this._io.readU4le();
    this._debug.contextLength.end = this._io.pos;
    this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_context = this._io.readBytes(this.contextLength);
    var _io__raw_context = new KaitaiStream(this._raw_context);
    this.context = new HvmContext_.HvmContext(_io__raw_context, null, null);
    this.context._read();
    this._debug.context.end = this._io.pos;
  }

  /**
   * Frame of I/O requests; parameter 5.
   * @see spec/15-legacy.md#LEG-091
   */

  /**
   * Frame of buffered I/O requests; parameter 6.
   * @see spec/15-legacy.md#LEG-091
   */

  /**
   * Frame of the xenstore ring; parameter 1.
   * @see spec/15-legacy.md#LEG-091
   */

  /**
   * Octets of the context.
   * @see spec/15-legacy.md#LEG-009
   */

  /**
   * The hypervisor's chain (9.1).
   * @see spec/15-legacy.md#LEG-092
   */

  return LegacyHvmTail;
})();
LegacyHvmTail_.LegacyHvmTail = LegacyHvmTail;
});
