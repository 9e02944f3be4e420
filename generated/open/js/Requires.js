// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.Requires || (root.Requires = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (Requires_, KaitaiStream) {
/**
 * What a Reader has to be able to do for this image, as items.
 * @see spec/20-v4-capabilities.md
 */

var Requires = (function() {
  function Requires(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  Requires.prototype._read = function() {
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
  Requires.prototype._readLE = function() {
    this._debug.items = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.items.arr = [];
    this.items = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.items.arr[this.items.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_items = new Item(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_items._read();
      } finally {
        this.items.push(_t_items);
      }
      this._debug.items.arr[this.items.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.items.end = this._io.pos;
  }
  Requires.prototype._readBE = function() {
    this._debug.items = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.items.arr = [];
    this.items = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.items.arr[this.items.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_items = new Item(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_items._read();
      } finally {
        this.items.push(_t_items);
      }
      this._debug.items.arr[this.items.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.items.end = this._io.pos;
  }

  /**
   * One thing to be able to do.
   */

  var Item = Requires.Item = (function() {
    function Item(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Item.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Item.prototype._readLE = function() {
      this._debug.tag = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.tag = this._io.readU4le();
      this._debug.tag.end = this._io.pos;
      this._debug.length = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.length = this._io.readU4le();
      this._debug.length.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.length);
      this._debug.value.end = this._io.pos;
    }
    Item.prototype._readBE = function() {
      this._debug.tag = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.tag = this._io.readU4be();
      this._debug.tag.end = this._io.pos;
      this._debug.length = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.length = this._io.readU4be();
      this._debug.length.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.length);
      this._debug.value.end = this._io.pos;
    }

    /**
     * What the value tells. With bit 31 set, a Reader may skip what it does not know.
     * @see spec/20-v4-capabilities.md#CAP-009
     */

    /**
     * Octets of the value.
     * @see spec/20-v4-capabilities.md#CAP-012
     */

    /**
     * The value.
     * @see spec/20-v4-capabilities.md#CAP-014
     */

    /**
     * Byte order of the image.
     */

    return Item;
  })();

  /**
   * The items, up to the end of the body.
   * @see spec/20-v4-capabilities.md#CAP-007
   */

  /**
   * Byte order of the image.
   */

  return Requires;
})();
Requires_.Requires = Requires;
});
