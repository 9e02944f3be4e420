// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.PageData || (root.PageData = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (PageData_, KaitaiStream, Uint64_) {
/**
 * A batch of guest pages. Every entry names a page frame and says what it is;
 * the contents follow for those entries whose type carries data, in the order
 * of the entries.
 * @see spec/06-page-data.md
 */

var PageData = (function() {
  PageData.PageType = Object.freeze({
    NOTAB: 0,
    L1: 1,
    L2: 2,
    L3: 3,
    L4: 4,
    L1PIN: 9,
    L2PIN: 10,
    L3PIN: 11,
    L4PIN: 12,
    BROKEN: 13,
    XALLOC: 14,
    XTAB: 15,

    0: "NOTAB",
    1: "L1",
    2: "L2",
    3: "L3",
    4: "L4",
    9: "L1PIN",
    10: "L2PIN",
    11: "L3PIN",
    12: "L4PIN",
    13: "BROKEN",
    14: "XALLOC",
    15: "XTAB",
  });

  function PageData(_io, _parent, _root, isBe, pageSize) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.pageSize = pageSize;
    this._debug = {};

  }
  PageData.prototype._read = function() {
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
  PageData.prototype._readLE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4le();
    this._debug.count.end = this._io.pos;
    if (!(this.count >= 1)) {
      var _err = new KaitaiStream.ValidationLessThanError(1, this.count, this._io, "/seq/0");
      this._debug.count.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.pfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pfns.arr = [];
    this.pfns = [];
    for (var i = 0; i < this.count; i++) {
      this._debug.pfns.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_pfns = new PfnEntry(this._io, this, this._root, this._is_le, this.isBe, (i == 0 ? 0 : this.pfns[i - 1].pagesThrough));
      try {
        _t_pfns._read();
      } finally {
        this.pfns.push(_t_pfns);
      }
      this._debug.pfns.arr[i].end = this._io.pos;
    }
    this._debug.pfns.end = this._io.pos;
    this._debug.pages = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pages.arr = [];
    this.pages = [];
    for (var i = 0; i < this.numPages; i++) {
      this._debug.pages.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pages.push(this._io.readBytes(this.pageSize));
      this._debug.pages.arr[i].end = this._io.pos;
    }
    this._debug.pages.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/4");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  PageData.prototype._readBE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4be();
    this._debug.count.end = this._io.pos;
    if (!(this.count >= 1)) {
      var _err = new KaitaiStream.ValidationLessThanError(1, this.count, this._io, "/seq/0");
      this._debug.count.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.pfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pfns.arr = [];
    this.pfns = [];
    for (var i = 0; i < this.count; i++) {
      this._debug.pfns.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_pfns = new PfnEntry(this._io, this, this._root, this._is_le, this.isBe, (i == 0 ? 0 : this.pfns[i - 1].pagesThrough));
      try {
        _t_pfns._read();
      } finally {
        this.pfns.push(_t_pfns);
      }
      this._debug.pfns.arr[i].end = this._io.pos;
    }
    this._debug.pfns.end = this._io.pos;
    this._debug.pages = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pages.arr = [];
    this.pages = [];
    for (var i = 0; i < this.numPages; i++) {
      this._debug.pages.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.pages.push(this._io.readBytes(this.pageSize));
      this._debug.pages.arr[i].end = this._io.pos;
    }
    this._debug.pages.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/4");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * One 64-bit word: the page frame number in bits 0 to 51, reserved bits 52
   * to 59, and the type of the page in bits 60 to 63.
   */

  var PfnEntry = PageData.PfnEntry = (function() {
    function PfnEntry(_io, _parent, _root, _is_le, isBe, pagesBefore) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this.pagesBefore = pagesBefore;
      this._debug = {};

    }
    PfnEntry.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    PfnEntry.prototype._readLE = function() {
      this._debug.raw = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.raw = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.raw._read();
      this._debug.raw.end = this._io.pos;
      var _ = this.raw;
      if (!( (( ((_.hi >>> 28 < 5) || (_.hi >>> 28 > 8)) ) && ((_.hi >>> 20 & 255) == 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.raw, this._io, "/types/pfn_entry/seq/0");
        this._debug.raw.validationError = _err;
        throw _err;
      }
    }
    PfnEntry.prototype._readBE = function() {
      this._debug.raw = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.raw = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.raw._read();
      this._debug.raw.end = this._io.pos;
      var _ = this.raw;
      if (!( (( ((_.hi >>> 28 < 5) || (_.hi >>> 28 > 8)) ) && ((_.hi >>> 20 & 255) == 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.raw, this._io, "/types/pfn_entry/seq/0");
        this._debug.raw.validationError = _err;
        throw _err;
      }
    }

    /**
     * True when the record carries the contents of this page.
     */
    Object.defineProperty(PfnEntry.prototype, 'hasData', {
      get: function() {
        if (this._m_hasData !== undefined)
          return this._m_hasData;
        this._debug._m_hasData = {  };
        this._m_hasData =  ((this.raw.hi >>> 28 < 5) || ( ((this.raw.hi >>> 28 > 8) && (this.raw.hi >>> 28 < 13)) )) ;
        return this._m_hasData;
      }
    });

    /**
     * Number of entries up to and including this one that carry data.
     */
    Object.defineProperty(PfnEntry.prototype, 'pagesThrough', {
      get: function() {
        if (this._m_pagesThrough !== undefined)
          return this._m_pagesThrough;
        this._debug._m_pagesThrough = {  };
        this._m_pagesThrough = this.pagesBefore + (this.hasData ? 1 : 0);
        return this._m_pagesThrough;
      }
    });

    /**
     * Bits 51 to 32 of the page frame number.
     */
    Object.defineProperty(PfnEntry.prototype, 'pfnHi', {
      get: function() {
        if (this._m_pfnHi !== undefined)
          return this._m_pfnHi;
        this._debug._m_pfnHi = {  };
        this._m_pfnHi = this.raw.hi & 1048575;
        return this._m_pfnHi;
      }
    });

    /**
     * Bits 31 to 0 of the page frame number.
     */
    Object.defineProperty(PfnEntry.prototype, 'pfnLo', {
      get: function() {
        if (this._m_pfnLo !== undefined)
          return this._m_pfnLo;
        this._debug._m_pfnLo = {  };
        this._m_pfnLo = this.raw.lo;
        return this._m_pfnLo;
      }
    });

    /**
     * Bits 52 to 59, written as zero.
     */
    Object.defineProperty(PfnEntry.prototype, 'reserved', {
      get: function() {
        if (this._m_reserved !== undefined)
          return this._m_reserved;
        this._debug._m_reserved = {  };
        this._m_reserved = this.raw.hi >>> 20 & 255;
        return this._m_reserved;
      }
    });

    /**
     * What the page is.
     */
    Object.defineProperty(PfnEntry.prototype, 'type', {
      get: function() {
        if (this._m_type !== undefined)
          return this._m_type;
        this._debug._m_type = { enumName: "PageData.PageType" };
        this._m_type = this.raw.hi >>> 28 & 15;
        return this._m_type;
      }
    });

    /**
     * The whole word. Types 5 to 8 do not exist, bits 52 to 59 are zero.
     * @see spec/06-page-data.md#PAGE-016
     */

    /**
     * Byte order of the image.
     */

    /**
     * Number of earlier entries of the batch that carry data.
     */

    return PfnEntry;
  })();

  /**
   * Number of entries that carry data.
   */
  Object.defineProperty(PageData.prototype, 'numPages', {
    get: function() {
      if (this._m_numPages !== undefined)
        return this._m_numPages;
      this._debug._m_numPages = {  };
      this._m_numPages = (this.count == 0 ? 0 : this.pfns[this.count - 1].pagesThrough);
      return this._m_numPages;
    }
  });

  /**
   * Number of entries.
   * @see spec/06-page-data.md#PAGE-001
   */

  /**
   * Written as zero.
   * @see spec/06-page-data.md#PAGE-005
   */

  /**
   * The page frames of the batch.
   */

  /**
   * Contents, one page for each entry that carries data.
   * @see spec/06-page-data.md#PAGE-003
   */

  /**
   * Nothing follows the last page.
   * @see spec/06-page-data.md#PAGE-003
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a page, 1 << page_shift of the domain header.
   */

  return PageData;
})();
PageData_.PageData = PageData;
});
