// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.ImageDigest || (root.ImageDigest = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (ImageDigest_, KaitaiStream, Uint64_) {
/**
 * The sum over one round of an image: from the end of the previous CHECKPOINT,
 * or the marker, up to the header of this record.
 * @see spec/18-v4-integrity.md
 */

var ImageDigest = (function() {
  function ImageDigest(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  ImageDigest.prototype._read = function() {
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
  ImageDigest.prototype._readLE = function() {
    this._debug.algorithm = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.algorithm = this._io.readU2le();
    this._debug.algorithm.end = this._io.pos;
    this._debug.reserved1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved1 = this._io.readU2le();
    this._debug.reserved1.end = this._io.pos;
    this._debug.reserved2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved2 = this._io.readU4le();
    this._debug.reserved2.end = this._io.pos;
    this._debug.position = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.position = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.position._read();
    this._debug.position.end = this._io.pos;
    this._debug.sum = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.sum = this._io.readBytesFull();
    this._debug.sum.end = this._io.pos;
  }
  ImageDigest.prototype._readBE = function() {
    this._debug.algorithm = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.algorithm = this._io.readU2be();
    this._debug.algorithm.end = this._io.pos;
    this._debug.reserved1 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved1 = this._io.readU2be();
    this._debug.reserved1.end = this._io.pos;
    this._debug.reserved2 = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved2 = this._io.readU4be();
    this._debug.reserved2.end = this._io.pos;
    this._debug.position = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.position = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.position._read();
    this._debug.position.end = this._io.pos;
    this._debug.sum = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.sum = this._io.readBytesFull();
    this._debug.sum.end = this._io.pos;
  }

  /**
   * Number of the algorithm, that of the image header's image_digest.
   * @see spec/18-v4-integrity.md#SUM-013
   */

  /**
   * Zero; any other value is refused.
   * @see spec/18-v4-integrity.md#SUM-017
   */

  /**
   * Zero; any other value is refused.
   * @see spec/18-v4-integrity.md#SUM-017
   */

  /**
   * Octets of the image before this record.
   * @see spec/18-v4-integrity.md#SUM-019
   */

  /**
   * The sum, 8 octets for a CRC and 32 for SHA-256.
   * @see spec/18-v4-integrity.md#SUM-021
   */

  /**
   * Byte order of the image.
   */

  return ImageDigest;
})();
ImageDigest_.ImageDigest = ImageDigest;
});
