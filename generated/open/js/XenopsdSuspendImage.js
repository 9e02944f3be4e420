// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxcStream', './XenopsdPartHeader'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxcStream'), require('./XenopsdPartHeader'));
  } else {
    factory(root.XenopsdSuspendImage || (root.XenopsdSuspendImage = {}), root.KaitaiStream, root.LibxcStream || (root.LibxcStream = {}), root.XenopsdPartHeader || (root.XenopsdPartHeader = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (XenopsdSuspendImage_, KaitaiStream, LibxcStream_, XenopsdPartHeader_) {
/**
 * What xenopsd writes: a signature, and parts, one of which is an image. Nothing
 * is padded, and the image's part says nothing of its length: the image ends with
 * its own END, and the header of the next part is the next octet.
 * 
 * What this description cannot say: which parts there must be, how often and in
 * which order, and what the Xenops part may say.
 * @see spec/14-xenopsd-suspend-image.md
 */

var XenopsdSuspendImage = (function() {
  function XenopsdSuspendImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  XenopsdSuspendImage.prototype._read = function() {
    this._debug.signature = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.signature = this._io.readBytes(15);
    this._debug.signature.end = this._io.pos;
    this._debug.parts = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.parts.arr = [];
    this.parts = [];
    var i = 0;
    do {
      this._debug.parts.arr[this.parts.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_parts = new Part(this._io, this, this._root);
      try {
        _t_parts._read();
      } finally {
        var _ = _t_parts;
        this.parts.push(_);
      }
      this._debug.parts.arr[this.parts.length - 1].end = this._io.pos;
      i++;
    } while (!(_.header.isEnd));
    this._debug.parts.end = this._io.pos;
  }

  /**
   * A header, and what it announces.
   */

  var Part = XenopsdSuspendImage.Part = (function() {
    function Part(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    Part.prototype._read = function() {
      this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.header = new XenopsdPartHeader_.XenopsdPartHeader(this._io, null, null);
      this.header._read();
      this._debug.header.end = this._io.pos;
      if (this.header.isLibxc) {
        this._debug.image = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.image = new LibxcStream_.LibxcStream(this._io, null, null, false, false);
        this.image._read();
        this._debug.image.end = this._io.pos;
      }
      if (this.header.hasContents) {
        this._debug.contents = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.contents = this._io.readBytes(this.header.length.lo);
        this._debug.contents.end = this._io.pos;
      }
    }

    /**
     * Type and length.
     */

    /**
     * The image, to its END.
     */

    /**
     * The contents of any other part.
     */

    return Part;
  })();

  /**
   * Identity.
   * @see spec/14-xenopsd-suspend-image.md#XPD-001
   */

  /**
   * The parts, End_of_image included.
   */

  return XenopsdSuspendImage;
})();
XenopsdSuspendImage_.XenopsdSuspendImage = XenopsdSuspendImage;
});
