// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LegacyExtendedInfo || (root.LegacyExtendedInfo = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LegacyExtendedInfo_, KaitaiStream) {
/**
 * What a PV stream says before its p2m frame list, after the signature: blocks of
 * an id, a size and data.
 * @see spec/15-legacy.md
 */

var LegacyExtendedInfo = (function() {
  function LegacyExtendedInfo(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LegacyExtendedInfo.prototype._read = function() {
    this._debug.totBytes = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.totBytes = this._io.readU4le();
    this._debug.totBytes.end = this._io.pos;
    this._debug.blocks = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_blocks = this._io.readBytes(this.totBytes);
    var _io__raw_blocks = new KaitaiStream(this._raw_blocks);
    this.blocks = new Blocks(_io__raw_blocks, this, this._root);
    this.blocks._read();
    this._debug.blocks.end = this._io.pos;
  }

  /**
   * One block.
   */

  var Block = LegacyExtendedInfo.Block = (function() {
    function Block(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Block.prototype._read = function() {
      this._debug.id = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.id = KaitaiStream.bytesToStr(this._io.readBytes(4), "ASCII");
      this._debug.id.end = this._io.pos;
      this._debug.size = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.size = this._io.readU4le();
      this._debug.size.end = this._io.pos;
      this._debug.data = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.data = this._io.readBytes(this.size);
      this._debug.data.end = this._io.pos;
    }

    /**
     * What it is.
     * @see spec/15-legacy.md#LEG-021
     */

    /**
     * Octets of data.
     * @see spec/15-legacy.md#LEG-015
     */

    /**
     * Data.
     */

    return Block;
  })();

  /**
   * Blocks, one after the other.
   */

  var Blocks = LegacyExtendedInfo.Blocks = (function() {
    function Blocks(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Blocks.prototype._read = function() {
      this._debug.blocks = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.blocks.arr = [];
      this.blocks = [];
      var i = 0;
      while (!this._io.isEof()) {
        this._debug.blocks.arr[this.blocks.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_blocks = new Block(this._io, this, this._root);
        try {
          _t_blocks._read();
        } finally {
          this.blocks.push(_t_blocks);
        }
        this._debug.blocks.arr[this.blocks.length - 1].end = this._io.pos;
        i++;
      }
      this._debug.blocks.end = this._io.pos;
    }

    /**
     * They fill the room that there is.
     * @see spec/15-legacy.md#LEG-011
     */

    return Blocks;
  })();

  /**
   * Octets of all blocks.
   * @see spec/15-legacy.md#LEG-011
   */

  /**
   * The blocks.
   * @see spec/15-legacy.md#LEG-011
   */

  return LegacyExtendedInfo;
})();
LegacyExtendedInfo_.LegacyExtendedInfo = LegacyExtendedInfo;
});
