// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './XlHeader', './LibxlStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./XlHeader'), require('./LibxlStream'));
  } else {
    factory(root.XlSaveFile || (root.XlSaveFile = {}), root.KaitaiStream, root.XlHeader || (root.XlHeader = {}), root.LibxlStream || (root.LibxlStream = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (XlSaveFile_, KaitaiStream, XlHeader_, LibxlStream_) {
/**
 * What `xl save` writes: a header, the configuration of the domain, and a libxl
 * stream. The stream begins where the optional data ends, aligned or not.
 * @see spec/12-xl-save-file.md
 */

var XlSaveFile = (function() {
  function XlSaveFile(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  XlSaveFile.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new XlHeader_.XlHeader(this._io, null, null, this.byteorderLead == 1);
    this.header._read();
    this._debug.header.end = this._io.pos;
    if (this.header.isStreamV2) {
      this._debug.stream = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.stream = new LibxlStream_.LibxlStream(this._io, null, null);
      this.stream._read();
      this._debug.stream.end = this._io.pos;
    }
    if (!(this.header.isStreamV2)) {
      this._debug.legacyStream = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.legacyStream = this._io.readBytesFull();
      this._debug.legacyStream.end = this._io.pos;
    }
  }

  /**
   * First octet of the header's `byteorder`, 1 when the writer was big-endian.
   */
  Object.defineProperty(XlSaveFile.prototype, 'byteorderLead', {
    get: function() {
      if (this._m_byteorderLead !== undefined)
        return this._m_byteorderLead;
      var _pos = this._io.pos;
      this._io.seek(32);
      this._debug._m_byteorderLead = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._m_byteorderLead = this._io.readU1();
      this._debug._m_byteorderLead.end = this._io.pos;
      this._io.seek(_pos);
      return this._m_byteorderLead;
    }
  });

  /**
   * Header and configuration.
   */

  /**
   * The libxl stream.
   */

  /**
   * A stream in the format of Xen before 4.6.
   */

  return XlSaveFile;
})();
XlSaveFile_.XlSaveFile = XlSaveFile;
});
