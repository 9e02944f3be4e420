// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './SharedInfoX8632', './SharedInfoX8664'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./SharedInfoX8632'), require('./SharedInfoX8664'));
  } else {
    factory(root.SharedInfo || (root.SharedInfo = {}), root.KaitaiStream, root.SharedInfoX8632 || (root.SharedInfoX8632 = {}), root.SharedInfoX8664 || (root.SharedInfoX8664 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (SharedInfo_, KaitaiStream, SharedInfoX8632_, SharedInfoX8664_) {
/**
 * The page that a PV guest shares with Xen, in the guest's width.
 * @see spec/07-x86-pv.md
 */

var SharedInfo = (function() {
  function SharedInfo(_io, _parent, _root, guestWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.guestWidth = guestWidth;
    this._debug = {};

  }
  SharedInfo.prototype._read = function() {
    this._debug.isAPage = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.isAPage = this._io.readBytes(0);
    this._debug.isAPage.end = this._io.pos;
    var _ = this.isAPage;
    if (!(this._io.size == 4096)) {
      var _err = new KaitaiStream.ValidationExprError(this.isAPage, this._io, "/seq/0");
      this._debug.isAPage.validationError = _err;
      throw _err;
    }
    this._debug.page = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.guestWidth) {
    case 4:
      this._raw_page = this._io.readBytesFull();
      var _io__raw_page = new KaitaiStream(this._raw_page);
      this.page = new SharedInfoX8632_.SharedInfoX8632(_io__raw_page, null, null);
      this.page._read();
      break;
    case 8:
      this._raw_page = this._io.readBytesFull();
      var _io__raw_page = new KaitaiStream(this._raw_page);
      this.page = new SharedInfoX8664_.SharedInfoX8664(_io__raw_page, null, null);
      this.page._read();
      break;
    default:
      this.page = this._io.readBytesFull();
      break;
    }
    this._debug.page.end = this._io.pos;
  }

  /**
   * The record carries exactly one page.
   * @see spec/07-x86-pv.md#PV-058
   */

  /**
   * The page.
   */

  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the page stays octets.
   */

  return SharedInfo;
})();
SharedInfo_.SharedInfo = SharedInfo;
});
