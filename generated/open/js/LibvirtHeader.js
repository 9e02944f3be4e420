// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LibvirtHeader || (root.LibvirtHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LibvirtHeader_, KaitaiStream) {
/**
 * The 64 octets that libvirt's driver for Xen puts first, and the configuration
 * of the domain after them. Integers are in the byte order of the machine that
 * wrote the file; this description is that of an x86 host's.
 * @see spec/13-libvirt-save-file.md
 */

var LibvirtHeader = (function() {
  function LibvirtHeader(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LibvirtHeader.prototype._read = function() {
    this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.magic = this._io.readBytes(16);
    this._debug.magic.end = this._io.pos;
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4le();
    this._debug.version.end = this._io.pos;
    this._debug.xmlLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.xmlLen = this._io.readU4le();
    this._debug.xmlLen.end = this._io.pos;
    this._debug.unused = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.unused = this._io.readBytes(40);
    this._debug.unused.end = this._io.pos;
    this._debug.xml = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._raw_xml = this._io.readBytes(this.xmlLen);
    var _io__raw_xml = new KaitaiStream(this._raw_xml);
    this.xml = new Configuration(_io__raw_xml, this, this._root);
    this.xml._read();
    this._debug.xml.end = this._io.pos;
  }

  /**
   * The configuration as text.
   */

  var Configuration = LibvirtHeader.Configuration = (function() {
    function Configuration(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Configuration.prototype._read = function() {
      this._debug.text = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.text = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "UTF-8");
      this._debug.text.end = this._io.pos;
    }

    /**
     * The XML, closed by a zero octet.
     */

    return Configuration;
  })();

  /**
   * Identity; the odd octets at the end show damage by a transfer as text.
   * @see spec/13-libvirt-save-file.md#LV-001
   */

  /**
   * 2 where a libxl stream follows the XML, 1 where a legacy stream does.
   * @see spec/13-libvirt-save-file.md#LV-003
   */

  /**
   * Octets of the XML, its closing zero octet counted.
   * @see spec/13-libvirt-save-file.md#LV-005
   */

  /**
   * Zero; room for later versions.
   * @see spec/13-libvirt-save-file.md#LV-007
   */

  /**
   * The domain's XML.
   * @see spec/13-libvirt-save-file.md#LV-011
   */

  return LibvirtHeader;
})();
LibvirtHeader_.LibvirtHeader = LibvirtHeader;
});
