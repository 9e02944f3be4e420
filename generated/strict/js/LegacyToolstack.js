// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.LegacyToolstack || (root.LegacyToolstack = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyToolstack_, KaitaiStream, Uint64_) {
/**
 * Where the emulator has mapped memory of the guest.
 * @see spec/15-legacy.md
 */

var LegacyToolstack = (function() {
  function LegacyToolstack(_io, _parent, _root, longWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.longWidth = longWidth;
    this._debug = {};

  }
  LegacyToolstack.prototype._read = function() {
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4le();
    this._debug.version.end = this._io.pos;
    if (!(this.version == 1)) {
      var _err = new KaitaiStream.ValidationNotEqualError(1, this.version, this._io, "/seq/0");
      this._debug.version.validationError = _err;
      throw _err;
    }
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4le();
    this._debug.count.end = this._io.pos;
    this._debug.mappings = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.mappings.arr = [];
    this.mappings = [];
    for (var i = 0; i < this.count; i++) {
      this._debug.mappings.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_mappings = new Mapping(this._io, this, this._root, this.longWidth);
      try {
        _t_mappings._read();
      } finally {
        this.mappings.push(_t_mappings);
      }
      this._debug.mappings.arr[i].end = this._io.pos;
    }
    this._debug.mappings.end = this._io.pos;
  }

  /**
   * One mapping.
   */

  var Mapping = LegacyToolstack.Mapping = (function() {
    function Mapping(_io, _parent, _root, longWidth) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.longWidth = longWidth;
      this._debug = {};

    }
    Mapping.prototype._read = function() {
      this._debug.physOffset = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.physOffset = new Uint64_.Uint64(this._io, null, null, false);
      this.physOffset._read();
      this._debug.physOffset.end = this._io.pos;
      this._debug.startAddr = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.startAddr = new Uint64_.Uint64(this._io, null, null, false);
      this.startAddr._read();
      this._debug.startAddr.end = this._io.pos;
      this._debug.size = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.size = new Uint64_.Uint64(this._io, null, null, false);
      this.size._read();
      this._debug.size.end = this._io.pos;
      this._debug.nameLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.nameLen = this._io.readU4le();
      this._debug.nameLen.end = this._io.pos;
      if (!(this.nameLen >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.nameLen, this._io, "/types/mapping/seq/3");
        this._debug.nameLen.validationError = _err;
        throw _err;
      }
      this._debug.name = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.name = this._io.readBytes(this.nameLen);
      this._debug.name.end = this._io.pos;
      this._debug.filling = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.filling = this._io.readBytes((this.longWidth == 8 ? 4 : 0));
      this._debug.filling.end = this._io.pos;
    }

    /**
     * Where the memory was.
     */

    /**
     * Where it is mapped.
     */

    /**
     * How many octets of it.
     */

    /**
     * Octets of the name, its NUL counted.
     * @see spec/15-legacy.md#LEG-056
     */

    /**
     * Its name, ended by NUL.
     */

    /**
     * What the structure of a writer with longs of 8 octets ends in.
     */

    /**
     * Octets of a long of the writer, 4 or 8.
     */

    return Mapping;
  })();

  /**
   * Version of this structure.
   * @see spec/15-legacy.md#LEG-056
   */

  /**
   * Number of mappings.
   */

  /**
   * The mappings.
   */

  /**
   * Octets of a long of the writer, 4 or 8.
   */

  return LegacyToolstack;
})();
LegacyToolstack_.LegacyToolstack = LegacyToolstack;
});
