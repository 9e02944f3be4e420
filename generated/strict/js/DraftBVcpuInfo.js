// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.DraftBVcpuInfo || (root.DraftBVcpuInfo = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBVcpuInfo_, KaitaiStream) {
/**
 * What a Reader has to know of the vCPUs before their contexts come.
 * @see spec/16-draft-b.md
 */

var DraftBVcpuInfo = (function() {
  function DraftBVcpuInfo(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  DraftBVcpuInfo.prototype._read = function() {
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
  DraftBVcpuInfo.prototype._readLE = function() {
    this._debug.maxVcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.maxVcpuId = this._io.readU4le();
    this._debug.maxVcpuId.end = this._io.pos;
    if (!(this.maxVcpuId <= 8191)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(8191, this.maxVcpuId, this._io, "/seq/0");
      this._debug.maxVcpuId.validationError = _err;
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
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/2");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  DraftBVcpuInfo.prototype._readBE = function() {
    this._debug.maxVcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.maxVcpuId = this._io.readU4be();
    this._debug.maxVcpuId.end = this._io.pos;
    if (!(this.maxVcpuId <= 8191)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(8191, this.maxVcpuId, this._io, "/seq/0");
      this._debug.maxVcpuId.validationError = _err;
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
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/2");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * The highest number that a vCPU of the domain can have.
   * @see spec/16-draft-b.md#DB-061
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-063
   */

  /**
   * The body ends here.
   * @see spec/16-draft-b.md#DB-059
   */

  /**
   * Byte order of the image.
   */

  return DraftBVcpuInfo;
})();
DraftBVcpuInfo_.DraftBVcpuInfo = DraftBVcpuInfo;
});
