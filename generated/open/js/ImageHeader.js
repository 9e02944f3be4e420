// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.ImageHeader || (root.ImageHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (ImageHeader_, KaitaiStream) {
/**
 * The first 24 octets of a libxc stream. They are big-endian whatever byte
 * order they announce for the rest, so that any reader can tell an image, its
 * edition and its byte order before it knows anything else.
 * @see spec/02-image-header.md
 */

var ImageHeader = (function() {
  function ImageHeader(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  ImageHeader.prototype._read = function() {
    this._debug.marker = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.marker = this._io.readBytes(8);
    this._debug.marker.end = this._io.pos;
    this._debug.ident = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ident = this._io.readBytes(4);
    this._debug.ident.end = this._io.pos;
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4be();
    this._debug.version.end = this._io.pos;
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2be();
    this._debug.options.end = this._io.pos;
    this._debug.reserved1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved1 = this._io.readU2be();
    this._debug.reserved1.end = this._io.pos;
    this._debug.reserved2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved2 = this._io.readU4be();
    this._debug.reserved2.end = this._io.pos;
  }

  /**
   * True when the rest of the image is big-endian.
   */
  Object.defineProperty(ImageHeader.prototype, 'isBe', {
    get: function() {
      if (this._m_isBe !== undefined)
        return this._m_isBe;
      this._debug._m_isBe = {  };
      this._m_isBe = (this.options & 1) != 0;
      return this._m_isBe;
    }
  });

  /**
   * All ones. A stream of the older (legacy) format has a zero bit somewhere
   * in its first eight octets, so the two are never mistaken for each other.
   * @see spec/02-image-header.md#IMG-001
   */

  /**
   * The four letters that name the format.
   * @see spec/02-image-header.md#IMG-003
   */

  /**
   * Edition of the stream: 2 (Xen 4.6 to 4.13), 3 (Xen 4.14 and newer) or 4 (the draft).
   * @see spec/02-image-header.md#IMG-005
   */

  /**
   * Bit 0 tells the byte order of everything after this header: 0 is little
   * endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.
   * @see spec/02-image-header.md#IMG-012
   */

  /**
   * Written as zero.
   * @see spec/02-image-header.md#IMG-016
   */

  /**
   * Written as zero.
   * @see spec/02-image-header.md#IMG-016
   */

  return ImageHeader;
})();
ImageHeader_.ImageHeader = ImageHeader;
});
