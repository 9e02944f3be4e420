// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.ImageHeaderV4 || (root.ImageHeaderV4 = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (ImageHeaderV4_, KaitaiStream) {
/**
 * The 16 octets that follow the 24 of the image header in an image of version
 * 4. They are big-endian like these.
 * @see spec/17-v4-header.md
 */

var ImageHeaderV4 = (function() {
  ImageHeaderV4.Check = Object.freeze({
    NONE: 0,
    CRC32: 3,
    CRC32C: 5,
    SHA256: 6,

    0: "NONE",
    3: "CRC32",
    5: "CRC32C",
    6: "SHA256",
  });

  function ImageHeaderV4(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  ImageHeaderV4.prototype._read = function() {
    this._debug.incompat = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.incompat = this._io.readU4be();
    this._debug.incompat.end = this._io.pos;
    this._debug.compat = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.compat = this._io.readU4be();
    this._debug.compat.end = this._io.pos;
    this._debug.recordCheck = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "ImageHeaderV4.Check" };
    this.recordCheck = this._io.readU2be();
    this._debug.recordCheck.end = this._io.pos;
    this._debug.imageDigest = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "ImageHeaderV4.Check" };
    this.imageDigest = this._io.readU2be();
    this._debug.imageDigest.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
  }

  /**
   * Octets of the trailer behind each record.
   */
  Object.defineProperty(ImageHeaderV4.prototype, 'lenTrailer', {
    get: function() {
      if (this._m_lenTrailer !== undefined)
        return this._m_lenTrailer;
      this._debug._m_lenTrailer = {  };
      this._m_lenTrailer = (this.recordCheck == ImageHeaderV4.Check.NONE ? 0 : (this.recordCheck == ImageHeaderV4.Check.SHA256 ? 32 : 8));
      return this._m_lenTrailer;
    }
  });

  /**
   * Features that a Reader has to know. None is defined.
   * @see spec/17-v4-header.md#VFOUR-007
   */

  /**
   * Features that a Reader may pass over. None is defined.
   * @see spec/17-v4-header.md#VFOUR-009
   */

  /**
   * Algorithm of the sum behind each record.
   * @see spec/17-v4-header.md#VFOUR-011
   */

  /**
   * Algorithm of the sum that closes each round.
   * @see spec/17-v4-header.md#VFOUR-013
   */

  /**
   * Zero; any other value is refused.
   * @see spec/17-v4-header.md#VFOUR-015
   */

  return ImageHeaderV4;
})();
ImageHeaderV4_.ImageHeaderV4 = ImageHeaderV4;
});
