// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxcRecord', './ImageHeaderV4', './DomainHeader', './ImageHeader', './RecordHeader'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxcRecord'), require('./ImageHeaderV4'), require('./DomainHeader'), require('./ImageHeader'), require('./RecordHeader'));
  } else {
    factory(root.LibxcStream || (root.LibxcStream = {}), root.KaitaiStream, root.LibxcRecord || (root.LibxcRecord = {}), root.ImageHeaderV4 || (root.ImageHeaderV4 = {}), root.DomainHeader || (root.DomainHeader = {}), root.ImageHeader || (root.ImageHeader = {}), root.RecordHeader || (root.RecordHeader = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibxcStream_, KaitaiStream, LibxcRecord_, ImageHeaderV4_, DomainHeader_, ImageHeader_, RecordHeader_) {
/**
 * An image: the image header, the domain header, and records up to END. A stream
 * with checkpoints may lack END, since it ends where the connection broke.
 * 
 * What this description cannot say: which records must be there, how often and in
 * which order; that the type of the domain allows a record; anything about the
 * contents of several pages. The specification's requirements do.
 * @see {@link https://xenbits.xenproject.org/docs/unstable/specs/libxc-migration-stream.html|Source}
 */

var LibxcStream = (function() {
  function LibxcStream(_io, _parent, _root, inLibxl, libxlIsBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.inLibxl = inLibxl;
    this.libxlIsBe = libxlIsBe;
    this._debug = {};

  }
  LibxcStream.prototype._read = function() {
    this._debug.imageHeader = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.imageHeader = new ImageHeader_.ImageHeader(this._io, null, null);
    this.imageHeader._read();
    this._debug.imageHeader.end = this._io.pos;
    if (this.imageHeader.version == 4) {
      this._debug.imageHeaderV4 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.imageHeaderV4 = new ImageHeaderV4_.ImageHeaderV4(this._io, null, null);
      this.imageHeaderV4._read();
      this._debug.imageHeaderV4.end = this._io.pos;
    }
    this._debug.domainHeader = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.domainHeader = new DomainHeader_.DomainHeader(this._io, null, null, this.imageHeader.isBe);
    this.domainHeader._read();
    this._debug.domainHeader.end = this._io.pos;
    if (this.lenTrailer != 0) {
      this._debug.headerTrailer = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.headerTrailer = this._io.readBytes(this.lenTrailer);
      this._debug.headerTrailer.end = this._io.pos;
    }
    this._debug.records = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.records.arr = [];
    this.records = [];
    var i = 0;
    do {
      this._debug.records.arr[this.records.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_records = new LibxcRecord_.LibxcRecord(this._io, null, null, this.imageHeader.isBe, this.pageSize, (i == 0 ? 0 : this.records[i - 1].guestWidthAfter), this.inLibxl, this.libxlIsBe, this.lenTrailer);
      try {
        _t_records._read();
      } finally {
        var _ = _t_records;
        this.records.push(_);
      }
      this._debug.records.arr[this.records.length - 1].end = this._io.pos;
      i++;
    } while (!( ((_.header.type == RecordHeader_.RecordHeader.RecordType.END) || (this._io.isEof())) ));
    this._debug.records.end = this._io.pos;
  }

  /**
   * Octets of the trailer behind the headers and behind each record.
   */
  Object.defineProperty(LibxcStream.prototype, 'lenTrailer', {
    get: function() {
      if (this._m_lenTrailer !== undefined)
        return this._m_lenTrailer;
      this._debug._m_lenTrailer = {  };
      this._m_lenTrailer = (this.imageHeader.version == 4 ? this.imageHeaderV4.lenTrailer : 0);
      return this._m_lenTrailer;
    }
  });

  /**
   * Octets in a page.
   */
  Object.defineProperty(LibxcStream.prototype, 'pageSize', {
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
   * What version 4 appends to it.
   */

  /**
   * The domain.
   */

  /**
   * The sum over both headers.
   * @see spec/18-v4-integrity.md#SUM-001
   */

  /**
   * The records, END included.
   */

  /**
   * True when the stream lies inside a libxl stream, whose records complete
   * each checkpoint.
   */

  /**
   * Byte order of that libxl stream.
   */

  return LibxcStream;
})();
LibxcStream_.LibxcStream = LibxcStream;
});
