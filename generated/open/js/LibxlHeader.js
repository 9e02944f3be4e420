// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LibxlHeader || (root.LibxlHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlHeader_, KaitaiStream) {
/**
 * The first 16 octets of a libxl stream, big-endian whatever byte order they
 * announce for the rest.
 * @see spec/11-libxl-stream.md
 */

var LibxlHeader = (function() {
  function LibxlHeader(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LibxlHeader.prototype._read = function() {
    this._debug.ident = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ident = this._io.readBytes(8);
    this._debug.ident.end = this._io.pos;
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4be();
    this._debug.version.end = this._io.pos;
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU4be();
    this._debug.options.end = this._io.pos;
  }

  /**
   * True when the records are big-endian.
   */
  Object.defineProperty(LibxlHeader.prototype, 'isBe', {
    get: function() {
      if (this._m_isBe !== undefined)
        return this._m_isBe;
      this._debug._m_isBe = {  };
      this._m_isBe = (this.options & 1) != 0;
      return this._m_isBe;
    }
  });

  /**
   * True when the stream was converted from the legacy format.
   */
  Object.defineProperty(LibxlHeader.prototype, 'isConverted', {
    get: function() {
      if (this._m_isConverted !== undefined)
        return this._m_isConverted;
      this._debug._m_isConverted = {  };
      this._m_isConverted = (this.options & 2) != 0;
      return this._m_isConverted;
    }
  });

  /**
   * The eight letters that name the format.
   * @see spec/11-libxl-stream.md#LXL-001
   */

  /**
   * Version of the stream: 2 in every Xen from 4.6.
   * @see spec/11-libxl-stream.md#LXL-003
   */

  /**
   * Bit 0 is the byte order of the records, 1 for big-endian. Bit 1 marks
   * the output of the converter from the legacy format. The rest is reserved
   * and written as zero.
   * @see spec/11-libxl-stream.md#LXL-005
   */

  return LibxlHeader;
})();
LibxlHeader_.LibxlHeader = LibxlHeader;
});
