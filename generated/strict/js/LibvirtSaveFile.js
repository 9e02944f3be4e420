// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibvirtHeader', './LibxlStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibvirtHeader'), require('./LibxlStream'));
  } else {
    factory(root.LibvirtSaveFile || (root.LibvirtSaveFile = {}), root.KaitaiStream, root.LibvirtHeader || (root.LibvirtHeader = {}), root.LibxlStream || (root.LibxlStream = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibvirtSaveFile_, KaitaiStream, LibvirtHeader_, LibxlStream_) {
/**
 * What libvirt's driver for Xen writes: a header, the domain's XML, and a libxl
 * stream. The stream begins where the XML ends, aligned or not.
 * @see spec/13-libvirt-save-file.md
 */

var LibvirtSaveFile = (function() {
  function LibvirtSaveFile(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LibvirtSaveFile.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new LibvirtHeader_.LibvirtHeader(this._io, null, null);
    this.header._read();
    this._debug.header.end = this._io.pos;
    this._debug.stream = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.stream = new LibxlStream_.LibxlStream(this._io, null, null);
    this.stream._read();
    this._debug.stream.end = this._io.pos;
  }

  /**
   * Header and XML.
   */

  /**
   * The libxl stream.
   */

  return LibvirtSaveFile;
})();
LibvirtSaveFile_.LibvirtSaveFile = LibvirtSaveFile;
});
