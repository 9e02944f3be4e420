// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.DraftBP2m || (root.DraftBP2m = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBP2m_, KaitaiStream, Uint64_) {
/**
 * A part of the domain's table from page frames to the machine frames that held
 * them on the host it was saved on.
 * @see spec/16-draft-b.md
 */

var DraftBP2m = (function() {
  function DraftBP2m(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  DraftBP2m.prototype._read = function() {
    switch (this.isBe) {
    case true:
      this._is_le = false;
      break;
    case false:
      this._is_le = true;
      break;
    }

    if (this._is_le === true) {
      this._readLE();
    } else if (this._is_le === false) {
      this._readBE();
    } else {
      throw new KaitaiStream.UndecidedEndiannessError();
    }
  }
  DraftBP2m.prototype._readLE = function() {
    this._debug.pfnBegin = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pfnBegin = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.pfnBegin._read();
    this._debug.pfnBegin.end = this._io.pos;
    this._debug.pfnEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pfnEnd = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.pfnEnd._read();
    this._debug.pfnEnd.end = this._io.pos;
    this._debug.mfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.mfns.arr = [];
    this.mfns = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.mfns.arr[this.mfns.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_mfns = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_mfns._read();
      } finally {
        this.mfns.push(_t_mfns);
      }
      this._debug.mfns.arr[this.mfns.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.mfns.end = this._io.pos;
  }
  DraftBP2m.prototype._readBE = function() {
    this._debug.pfnBegin = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pfnBegin = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.pfnBegin._read();
    this._debug.pfnBegin.end = this._io.pos;
    this._debug.pfnEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.pfnEnd = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.pfnEnd._read();
    this._debug.pfnEnd.end = this._io.pos;
    this._debug.mfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.mfns.arr = [];
    this.mfns = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.mfns.arr[this.mfns.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_mfns = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_mfns._read();
      } finally {
        this.mfns.push(_t_mfns);
      }
      this._debug.mfns.arr[this.mfns.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.mfns.end = this._io.pos;
  }

  /**
   * The first page frame of this part.
   * @see spec/16-draft-b.md#DB-075
   */

  /**
   * One more than the last page frame of this part; at most 2^32.
   * @see spec/16-draft-b.md#DB-075
   */

  /**
   * The machine frame of each, or all ones where it has none.
   * @see spec/16-draft-b.md#DB-077
   */

  /**
   * Byte order of the image.
   */

  return DraftBP2m;
})();
DraftBP2m_.DraftBP2m = DraftBP2m;
});
