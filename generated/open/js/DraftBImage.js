// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './DraftBRecord', './DraftBImageHeader', './DraftBDomainHeader'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./DraftBRecord'), require('./DraftBImageHeader'), require('./DraftBDomainHeader'));
  } else {
    factory(root.DraftBImage || (root.DraftBImage = {}), root.KaitaiStream, root.DraftBRecord || (root.DraftBRecord = {}), root.DraftBImageHeader || (root.DraftBImageHeader = {}), root.DraftBDomainHeader || (root.DraftBDomainHeader = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBImage_, KaitaiStream, DraftBRecord_, DraftBImageHeader_, DraftBDomainHeader_) {
/**
 * An image of version 1: the image header, the domain header, and records up to
 * END. No container is known to hold one.
 * 
 * What this description cannot say: checksums; which records must be there, how
 * often and in which order; anything about the contents of several pages. The
 * specification's requirements do.
 * @see spec/16-draft-b.md
 */

var DraftBImage = (function() {
  function DraftBImage(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  DraftBImage.prototype._read = function() {
    this._debug.imageHeader = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.imageHeader = new DraftBImageHeader_.DraftBImageHeader(this._io, null, null);
    this.imageHeader._read();
    this._debug.imageHeader.end = this._io.pos;
    this._debug.domainHeader = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.domainHeader = new DraftBDomainHeader_.DraftBDomainHeader(this._io, null, null, this.imageHeader.isBe);
    this.domainHeader._read();
    this._debug.domainHeader.end = this._io.pos;
    this._debug.records = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.records.arr = [];
    this.records = [];
    var i = 0;
    do {
      this._debug.records.arr[this.records.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_records = new DraftBRecord_.DraftBRecord(this._io, null, null, this.imageHeader.isBe, this.pageSize, (i == 0 ? 0 : this.records[i - 1].guestWidthAfter));
      try {
        _t_records._read();
      } finally {
        var _ = _t_records;
        this.records.push(_);
      }
      this._debug.records.arr[this.records.length - 1].end = this._io.pos;
      i++;
    } while (!( ((_.type == DraftBRecord_.DraftBRecord.RecordType.END) || (this._io.isEof())) ));
    this._debug.records.end = this._io.pos;
  }

  /**
   * Octets in a page.
   */
  Object.defineProperty(DraftBImage.prototype, 'pageSize', {
    get: function() {
      if (this._m_pageSize !== undefined)
        return this._m_pageSize;
      this._debug._m_pageSize = {  };
      this._m_pageSize = 1 << this.domainHeader.pageShift;
      return this._m_pageSize;
    }
  });

  /**
   * Identity, edition and byte order.
   */

  /**
   * The domain.
   */

  /**
   * The records, END included.
   */

  return DraftBImage;
})();
DraftBImage_.DraftBImage = DraftBImage;
});
