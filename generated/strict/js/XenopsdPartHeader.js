// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.XenopsdPartHeader || (root.XenopsdPartHeader = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (XenopsdPartHeader_, KaitaiStream, Uint64_) {
/**
 * Sixteen octets before the contents of every part, little-endian.
 * @see spec/14-xenopsd-suspend-image.md
 */

var XenopsdPartHeader = (function() {
  function XenopsdPartHeader(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  XenopsdPartHeader.prototype._read = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.type = new Uint64_.Uint64(this._io, null, null, false);
    this.type._read();
    this._debug.type.end = this._io.pos;
    this._debug.length = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.length = new Uint64_.Uint64(this._io, null, null, false);
    this.length._read();
    this._debug.length.end = this._io.pos;
  }

  /**
   * True when contents of the length given follow.
   */
  Object.defineProperty(XenopsdPartHeader.prototype, 'hasContents', {
    get: function() {
      if (this._m_hasContents !== undefined)
        return this._m_hasContents;
      this._debug._m_hasContents = {  };
      this._m_hasContents =  ((!(this.isLibxc)) && (!(this.isEnd))) ;
      return this._m_hasContents;
    }
  });

  /**
   * True for the last part.
   */
  Object.defineProperty(XenopsdPartHeader.prototype, 'isEnd', {
    get: function() {
      if (this._m_isEnd !== undefined)
        return this._m_isEnd;
      this._debug._m_isEnd = {  };
      this._m_isEnd =  ((this.type.hi == 0) && (this.type.lo == 65535)) ;
      return this._m_isEnd;
    }
  });

  /**
   * True when an image follows.
   */
  Object.defineProperty(XenopsdPartHeader.prototype, 'isLibxc', {
    get: function() {
      if (this._m_isLibxc !== undefined)
        return this._m_isLibxc;
      this._debug._m_isLibxc = {  };
      this._m_isLibxc =  ((this.type.hi == 0) && (this.type.lo == 240)) ;
      return this._m_isLibxc;
    }
  });

  /**
   * What the contents are.
   * @see spec/14-xenopsd-suspend-image.md#XPD-005
   */

  /**
   * Octets of the contents; 0 for Libxc, whose length nobody knows beforehand, and for End_of_image.
   * @see spec/14-xenopsd-suspend-image.md#XPD-007
   */

  return XenopsdPartHeader;
})();
XenopsdPartHeader_.XenopsdPartHeader = XenopsdPartHeader;
});
