// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.MemoryLayout || (root.MemoryLayout = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (MemoryLayout_, KaitaiStream, Uint64_) {
/**
 * Where the memory of the domain lies.
 * @see spec/22-v4-arm.md
 */

var MemoryLayout = (function() {
  function MemoryLayout(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  MemoryLayout.prototype._read = function() {
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
  MemoryLayout.prototype._readLE = function() {
    this._debug.regions = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.regions.arr = [];
    this.regions = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.regions.arr[this.regions.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_regions = new Region(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_regions._read();
      } finally {
        this.regions.push(_t_regions);
      }
      this._debug.regions.arr[this.regions.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.regions.end = this._io.pos;
  }
  MemoryLayout.prototype._readBE = function() {
    this._debug.regions = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.regions.arr = [];
    this.regions = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.regions.arr[this.regions.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_regions = new Region(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_regions._read();
      } finally {
        this.regions.push(_t_regions);
      }
      this._debug.regions.arr[this.regions.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.regions.end = this._io.pos;
  }

  /**
   * Pages that follow each other.
   */

  var Region = MemoryLayout.Region = (function() {
    function Region(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Region.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Region.prototype._readLE = function() {
      this._debug.firstPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.firstPfn = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.firstPfn._read();
      this._debug.firstPfn.end = this._io.pos;
      this._debug.pages = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pages = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.pages._read();
      this._debug.pages.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.flags._read();
      this._debug.flags.end = this._io.pos;
    }
    Region.prototype._readBE = function() {
      this._debug.firstPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.firstPfn = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.firstPfn._read();
      this._debug.firstPfn.end = this._io.pos;
      this._debug.pages = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pages = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.pages._read();
      this._debug.pages.end = this._io.pos;
      this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.flags = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.flags._read();
      this._debug.flags.end = this._io.pos;
    }

    /**
     * Page frame number of the first page.
     * @see spec/22-v4-arm.md#ARM-005
     */

    /**
     * Number of pages, at least 1.
     * @see spec/22-v4-arm.md#ARM-005
     */

    /**
     * Zero; any other value is refused.
     * @see spec/22-v4-arm.md#ARM-007
     */

    /**
     * Byte order of the image.
     */

    return Region;
  })();

  /**
   * The regions, ascending, up to the end of the body.
   * @see spec/22-v4-arm.md#ARM-005
   */

  /**
   * Byte order of the image.
   */

  return MemoryLayout;
})();
MemoryLayout_.MemoryLayout = MemoryLayout;
});
