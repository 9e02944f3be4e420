// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.PageDataCompressed || (root.PageDataCompressed = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (PageDataCompressed_, KaitaiStream, Uint64_) {
/**
 * A batch of guest pages whose contents are under a codec: in one frame, or in
 * one for each page.
 * @see spec/19-v4-compression.md
 */

var PageDataCompressed = (function() {
  PageDataCompressed.Codec = Object.freeze({
    NONE: 0,
    WORD_DELTA: 1,
    GZIP: 2,
    ZSTD: 3,
    LZ4: 4,

    0: "NONE",
    1: "WORD_DELTA",
    2: "GZIP",
    3: "ZSTD",
    4: "LZ4",
  });

  function PageDataCompressed(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  PageDataCompressed.prototype._read = function() {
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
  PageDataCompressed.prototype._readLE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4le();
    this._debug.count.end = this._io.pos;
    this._debug.codec = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "PageDataCompressed.Codec" };
    this.codec = this._io.readU2le();
    this._debug.codec.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = this._io.readU2le();
    this._debug.flags.end = this._io.pos;
    this._debug.rawLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.rawLength = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.rawLength._read();
    this._debug.rawLength.end = this._io.pos;
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
    this._debug.frameLengths = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.frameLengths.arr = [];
    this.frameLengths = [];
    for (var i = 0; i < this.numLengths; i++) {
      this._debug.frameLengths.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.frameLengths.push(this._io.readU4le());
      this._debug.frameLengths.arr[i].end = this._io.pos;
    }
    this._debug.frameLengths.end = this._io.pos;
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.padding.arr = [];
    this.padding = [];
    for (var i = 0; i < this.lenPadding; i++) {
      this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding.push(this._io.readU1());
      this._debug.padding.arr[i].end = this._io.pos;
    }
    this._debug.padding.end = this._io.pos;
    this._debug.frames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.frames = this._io.readBytesFull();
    this._debug.frames.end = this._io.pos;
  }
  PageDataCompressed.prototype._readBE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4be();
    this._debug.count.end = this._io.pos;
    this._debug.codec = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "PageDataCompressed.Codec" };
    this.codec = this._io.readU2be();
    this._debug.codec.end = this._io.pos;
    this._debug.flags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.flags = this._io.readU2be();
    this._debug.flags.end = this._io.pos;
    this._debug.rawLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.rawLength = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.rawLength._read();
    this._debug.rawLength.end = this._io.pos;
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
    this._debug.frameLengths = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.frameLengths.arr = [];
    this.frameLengths = [];
    for (var i = 0; i < this.numLengths; i++) {
      this._debug.frameLengths.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.frameLengths.push(this._io.readU4be());
      this._debug.frameLengths.arr[i].end = this._io.pos;
    }
    this._debug.frameLengths.end = this._io.pos;
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.padding.arr = [];
    this.padding = [];
    for (var i = 0; i < this.lenPadding; i++) {
      this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding.push(this._io.readU1());
      this._debug.padding.arr[i].end = this._io.pos;
    }
    this._debug.padding.end = this._io.pos;
    this._debug.frames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.frames = this._io.readBytesFull();
    this._debug.frames.end = this._io.pos;
  }

  /**
   * One 64-bit word: the page frame number in bits 0 to 51, bit 52 for a page
   * of zeros, bits 53 to 59 zero, and the type of the page in bits 60 to 63.
   */

  var PfnEntry = PageDataCompressed.PfnEntry = (function() {
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
    }
    PfnEntry.prototype._readBE = function() {
      this._debug.raw = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.raw = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.raw._read();
      this._debug.raw.end = this._io.pos;
    }

    /**
     * True when the contents of this page are in a frame.
     */
    Object.defineProperty(PfnEntry.prototype, 'hasData', {
      get: function() {
        if (this._m_hasData !== undefined)
          return this._m_hasData;
        this._debug._m_hasData = {  };
        this._m_hasData =  (( ((this.raw.hi >>> 28 < 5) || ( ((this.raw.hi >>> 28 > 8) && (this.raw.hi >>> 28 < 13)) )) ) && (!(this.isZero))) ;
        return this._m_hasData;
      }
    });

    /**
     * True when the page is full of zeros and has no contents in a frame.
     */
    Object.defineProperty(PfnEntry.prototype, 'isZero', {
      get: function() {
        if (this._m_isZero !== undefined)
          return this._m_isZero;
        this._debug._m_isZero = {  };
        this._m_isZero = (this.raw.hi >>> 20 & 1) != 0;
        return this._m_isZero;
      }
    });

    /**
     * Number of entries up to and including this one whose contents are in a frame.
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
     * What the page is, by the numbers of PAGE_DATA.
     */
    Object.defineProperty(PfnEntry.prototype, 'type', {
      get: function() {
        if (this._m_type !== undefined)
          return this._m_type;
        this._debug._m_type = {  };
        this._m_type = this.raw.hi >>> 28 & 15;
        return this._m_type;
      }
    });

    /**
     * The whole word.
     * @see spec/19-v4-compression.md#ZIP-007
     */

    /**
     * Byte order of the image.
     */

    /**
     * Number of earlier entries of the batch whose contents are in a frame.
     */

    return PfnEntry;
  })();

  /**
   * Octets between the lengths and the frames.
   */
  Object.defineProperty(PageDataCompressed.prototype, 'lenPadding', {
    get: function() {
      if (this._m_lenPadding !== undefined)
        return this._m_lenPadding;
      this._debug._m_lenPadding = {  };
      this._m_lenPadding = (this.numLengths & 1) * 4;
      return this._m_lenPadding;
    }
  });

  /**
   * Number of entries whose contents are in a frame.
   */
  Object.defineProperty(PageDataCompressed.prototype, 'numFrames', {
    get: function() {
      if (this._m_numFrames !== undefined)
        return this._m_numFrames;
      this._debug._m_numFrames = {  };
      this._m_numFrames = (this.count == 0 ? 0 : this.pfns[this.count - 1].pagesThrough);
      return this._m_numFrames;
    }
  });

  /**
   * Number of lengths before the frames.
   */
  Object.defineProperty(PageDataCompressed.prototype, 'numLengths', {
    get: function() {
      if (this._m_numLengths !== undefined)
        return this._m_numLengths;
      this._debug._m_numLengths = {  };
      this._m_numLengths = ((this.flags & 1) != 0 ? this.numFrames : 0);
      return this._m_numLengths;
    }
  });

  /**
   * Number of entries.
   * @see spec/19-v4-compression.md#ZIP-001
   */

  /**
   * What the frames are.
   * @see spec/19-v4-compression.md#ZIP-014
   */

  /**
   * Bit 0 is set where each page has a frame of its own; the others are zero.
   * @see spec/19-v4-compression.md#ZIP-005
   */

  /**
   * Octets of contents that come out of all frames.
   * @see spec/19-v4-compression.md#ZIP-016
   */

  /**
   * The page frames of the batch.
   */

  /**
   * Octets of each frame, where each page has one.
   * @see spec/19-v4-compression.md#ZIP-003
   */

  /**
   * Zero octets up to a multiple of eight; any others are refused.
   * @see spec/19-v4-compression.md#ZIP-012
   */

  /**
   * The frames, one after the other.
   * @see spec/19-v4-compression.md#ZIP-018
   */

  /**
   * Byte order of the image.
   */

  return PageDataCompressed;
})();
PageDataCompressed_.PageDataCompressed = PageDataCompressed;
});
