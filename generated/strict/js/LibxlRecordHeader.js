// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LibxlRecordHeader || (root.LibxlRecordHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlRecordHeader_, KaitaiStream) {
/**
 * Eight octets before every record. The same shape as in the libxc stream, but the
 * types are others.
 * @see spec/11-libxl-stream.md
 */

var LibxlRecordHeader = (function() {
  LibxlRecordHeader.LibxlRecordType = Object.freeze({
    END: 0,
    LIBXC_CONTEXT: 1,
    EMULATOR_XENSTORE_DATA: 2,
    EMULATOR_CONTEXT: 3,
    CHECKPOINT_END: 4,
    CHECKPOINT_STATE: 5,

    0: "END",
    1: "LIBXC_CONTEXT",
    2: "EMULATOR_XENSTORE_DATA",
    3: "EMULATOR_CONTEXT",
    4: "CHECKPOINT_END",
    5: "CHECKPOINT_STATE",
  });

  function LibxlRecordHeader(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  LibxlRecordHeader.prototype._read = function() {
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
  LibxlRecordHeader.prototype._readLE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlRecordHeader.LibxlRecordType" };
    this.type = this._io.readU4le();
    this._debug.type.end = this._io.pos;
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4le();
    this._debug.bodyLength.end = this._io.pos;
  }
  LibxlRecordHeader.prototype._readBE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlRecordHeader.LibxlRecordType" };
    this.type = this._io.readU4be();
    this._debug.type.end = this._io.pos;
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4be();
    this._debug.bodyLength.end = this._io.pos;
  }

  /**
   * True when a Reader that does not know the type skips the record.
   */
  Object.defineProperty(LibxlRecordHeader.prototype, 'isOptional', {
    get: function() {
      if (this._m_isOptional !== undefined)
        return this._m_isOptional;
      this._debug._m_isOptional = {  };
      this._m_isOptional = (this.type & 2147483648) != 0;
      return this._m_isOptional;
    }
  });

  /**
   * Octets of padding after the body.
   */
  Object.defineProperty(LibxlRecordHeader.prototype, 'lenPadding', {
    get: function() {
      if (this._m_lenPadding !== undefined)
        return this._m_lenPadding;
      this._debug._m_lenPadding = {  };
      this._m_lenPadding = KaitaiStream.mod(8 - KaitaiStream.mod(this.bodyLength, 8), 8);
      return this._m_lenPadding;
    }
  });

  /**
   * What the body holds. With bit 31 set, a Reader may skip what it does not know.
   * @see spec/11-libxl-stream.md#LXL-010
   */

  /**
   * Octets of the body, padding not counted.
   */

  /**
   * Byte order of the libxl stream.
   */

  return LibxlRecordHeader;
})();
LibxlRecordHeader_.LibxlRecordHeader = LibxlRecordHeader;
});
