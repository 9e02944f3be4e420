// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LibxlEmulatorXenstoreData || (root.LibxlEmulatorXenstoreData = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlEmulatorXenstoreData_, KaitaiStream) {
/**
 * What a device model keeps in xenstore, as keys and values.
 * @see spec/11-libxl-stream.md
 */

var LibxlEmulatorXenstoreData = (function() {
  LibxlEmulatorXenstoreData.Emulator = Object.freeze({
    UNKNOWN: 0,
    QEMU_TRADITIONAL: 1,
    QEMU_UPSTREAM: 2,

    0: "UNKNOWN",
    1: "QEMU_TRADITIONAL",
    2: "QEMU_UPSTREAM",
  });

  function LibxlEmulatorXenstoreData(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  LibxlEmulatorXenstoreData.prototype._read = function() {
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
  LibxlEmulatorXenstoreData.prototype._readLE = function() {
    this._debug.emulatorId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlEmulatorXenstoreData.Emulator" };
    this.emulatorId = this._io.readU4le();
    this._debug.emulatorId.end = this._io.pos;
    this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.index = this._io.readU4le();
    this._debug.index.end = this._io.pos;
    this._debug.entries = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.entries.arr = [];
    this.entries = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.entries.arr[this.entries.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_entries = new Entry(this._io, this, this._root, this._is_le);
      try {
        _t_entries._read();
      } finally {
        this.entries.push(_t_entries);
      }
      this._debug.entries.arr[this.entries.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.entries.end = this._io.pos;
  }
  LibxlEmulatorXenstoreData.prototype._readBE = function() {
    this._debug.emulatorId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlEmulatorXenstoreData.Emulator" };
    this.emulatorId = this._io.readU4be();
    this._debug.emulatorId.end = this._io.pos;
    this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.index = this._io.readU4be();
    this._debug.index.end = this._io.pos;
    this._debug.entries = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.entries.arr = [];
    this.entries = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.entries.arr[this.entries.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_entries = new Entry(this._io, this, this._root, this._is_le);
      try {
        _t_entries._read();
      } finally {
        this.entries.push(_t_entries);
      }
      this._debug.entries.arr[this.entries.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.entries.end = this._io.pos;
  }

  /**
   * One key and its value, each closed by a zero octet.
   */

  var Entry = LibxlEmulatorXenstoreData.Entry = (function() {
    function Entry(_io, _parent, _root, _is_le) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this._debug = {};

    }
    Entry.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Entry.prototype._readLE = function() {
      this._debug.key = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.key = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "ASCII");
      this._debug.key.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "ASCII");
      this._debug.value.end = this._io.pos;
    }
    Entry.prototype._readBE = function() {
      this._debug.key = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.key = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "ASCII");
      this._debug.key.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "ASCII");
      this._debug.value.end = this._io.pos;
    }

    /**
     * Path below the device model's own. Letters, digits, and - / _ @ only;
     * that last part is beyond what this description can enforce.
     * @see spec/11-libxl-stream.md#LXL-038
     */

    /**
     * Its value.
     * @see spec/11-libxl-stream.md#LXL-042
     */

    return Entry;
  })();

  /**
   * Which device model. 0 comes from the converter only.
   * @see spec/11-libxl-stream.md#LXL-030
   */

  /**
   * Which of several device models of that kind; 0 so far.
   * @see spec/11-libxl-stream.md#LXL-032
   */

  /**
   * Keys and values, up to the end of the body.
   * @see spec/11-libxl-stream.md#LXL-036
   */

  /**
   * Byte order of the libxl stream.
   */

  return LibxlEmulatorXenstoreData;
})();
LibxlEmulatorXenstoreData_.LibxlEmulatorXenstoreData = LibxlEmulatorXenstoreData;
});
