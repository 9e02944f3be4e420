// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './XlSaveFile', './LibxcStream', './LibvirtSaveFile', './XenopsdSuspendImage', './LibxlStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./XlSaveFile'), require('./LibxcStream'), require('./LibvirtSaveFile'), require('./XenopsdSuspendImage'), require('./LibxlStream'));
  } else {
    factory(root.DomainSaveImage || (root.DomainSaveImage = {}), root.KaitaiStream, root.XlSaveFile || (root.XlSaveFile = {}), root.LibxcStream || (root.LibxcStream = {}), root.LibvirtSaveFile || (root.LibvirtSaveFile = {}), root.XenopsdSuspendImage || (root.XenopsdSuspendImage = {}), root.LibxlStream || (root.LibxlStream = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (DomainSaveImage_, KaitaiStream, XlSaveFile_, LibxcStream_, LibvirtSaveFile_, XenopsdSuspendImage_, LibxlStream_) {
/**
 * A running virtual machine of Xen, saved to a file or sent to another host,
 * in whatever wrapping it comes: the file of `xl save` or of libvirt, the suspend
 * image of xenopsd, the stream of libxl, or the bare stream of libxc. Start here when the wrapping is not known; images of Xen
 * before 4.6 (the legacy format) are not described.
 * @see {@link https://xenbits.xenproject.org/docs/unstable/specs/libxc-migration-stream.html|Source}
 */

var DomainSaveImage = (function() {
  function DomainSaveImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  DomainSaveImage.prototype._read = function() {
    this._debug.outermost = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.lead) {
    case 1281974904:
      this.outermost = new LibxlStream_.LibxlStream(this._io, null, null);
      this.outermost._read();
      break;
    case 1483042336:
      this.outermost = new XlSaveFile_.XlSaveFile(this._io, null, null);
      this.outermost._read();
      break;
    case 1483042387:
      this.outermost = new XenopsdSuspendImage_.XenopsdSuspendImage(this._io, null, null);
      this.outermost._read();
      break;
    case 1818845814:
      this.outermost = new LibvirtSaveFile_.LibvirtSaveFile(this._io, null, null);
      this.outermost._read();
      break;
    case 4294967295:
      this.outermost = new LibxcStream_.LibxcStream(this._io, null, null, false, false);
      this.outermost._read();
      break;
    default:
      this.outermost = new Unrecognised(this._io, this, this._root);
      this.outermost._read();
      break;
    }
    this._debug.outermost.end = this._io.pos;
  }

  /**
   * Octets that begin with nothing known here.
   */

  var Unrecognised = DomainSaveImage.Unrecognised = (function() {
    function Unrecognised(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Unrecognised.prototype._read = function() {
      this._debug.octets = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.octets = this._io.readBytesFull();
      this._debug.octets.end = this._io.pos;
    }

    /**
     * All of them.
     */

    return Unrecognised;
  })();

  /**
   * The first four octets.
   */
  Object.defineProperty(DomainSaveImage.prototype, 'lead', {
    get: function() {
      if (this._m_lead !== undefined)
        return this._m_lead;
      var _pos = this._io.pos;
      this._io.seek(0);
      this._debug._m_lead = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._m_lead = this._io.readU4be();
      this._debug._m_lead.end = this._io.pos;
      this._io.seek(_pos);
      return this._m_lead;
    }
  });

  /**
   * The outermost layer, told by its first four octets.
   */

  return DomainSaveImage;
})();
DomainSaveImage_.DomainSaveImage = DomainSaveImage;
});
