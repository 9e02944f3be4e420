// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './PageData', './DraftBVcpuInfo', './DraftBVcpuContext', './DraftBX86PvInfo', './DraftBP2m'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./PageData'), require('./DraftBVcpuInfo'), require('./DraftBVcpuContext'), require('./DraftBX86PvInfo'), require('./DraftBP2m'));
  } else {
    factory(root.DraftBRecord || (root.DraftBRecord = {}), root.KaitaiStream, root.PageData || (root.PageData = {}), root.DraftBVcpuInfo || (root.DraftBVcpuInfo = {}), root.DraftBVcpuContext || (root.DraftBVcpuContext = {}), root.DraftBX86PvInfo || (root.DraftBX86PvInfo = {}), root.DraftBP2m || (root.DraftBP2m = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (DraftBRecord_, KaitaiStream, PageData_, DraftBVcpuInfo_, DraftBVcpuContext_, DraftBX86PvInfo_, DraftBP2m_) {
/**
 * Sixteen octets of header, the body, zero octets up to a multiple of eight, and
 * eight octets of footer with a checksum over body and padding. The checksum
 * itself is not computed here.
 * @see spec/16-draft-b.md
 */

var DraftBRecord = (function() {
  DraftBRecord.RecordType = Object.freeze({
    END: 0,
    PAGE_DATA: 1,
    VCPU_INFO: 2,
    VCPU_CONTEXT: 3,
    X86_PV_INFO: 4,
    P2M: 5,

    0: "END",
    1: "PAGE_DATA",
    2: "VCPU_INFO",
    3: "VCPU_CONTEXT",
    4: "X86_PV_INFO",
    5: "P2M",
  });

  function DraftBRecord(_io, _parent, _root, isBe, pageSize, guestWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.pageSize = pageSize;
    this.guestWidth = guestWidth;
    this._debug = {};

  }
  DraftBRecord.prototype._read = function() {
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
  DraftBRecord.prototype._readLE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "DraftBRecord.RecordType" };
    this.type = this._io.readU4le();
    this._debug.type.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(DraftBRecord.RecordType, this.type)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.type, this._io, "/seq/0");
      this._debug.type.validationError = _err;
      throw _err;
    }
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4le();
    this._debug.bodyLength.end = this._io.pos;
    if (!(this.bodyLength <= 134217728)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(134217728, this.bodyLength, this._io, "/seq/1");
      this._debug.bodyLength.validationError = _err;
      throw _err;
    }
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2le();
    this._debug.options.end = this._io.pos;
    if (!(this.options <= 1)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(1, this.options, this._io, "/seq/2");
      this._debug.options.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.reserved.arr = [];
    this.reserved = [];
    for (var i = 0; i < 6; i++) {
      this._debug.reserved.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved.push(this._io.readU1());
      this._debug.reserved.arr[i].end = this._io.pos;
      if (!(this.reserved[i] == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved[i], this._io, "/seq/3");
        this._debug.reserved.arr[i].validationError = _err;
        throw _err;
      }
    }
    this._debug.reserved.end = this._io.pos;
    this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.type) {
    case DraftBRecord.RecordType.END:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root, this._is_le);
      this.body._read();
      break;
    case DraftBRecord.RecordType.P2M:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBP2m_.DraftBP2m(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case DraftBRecord.RecordType.PAGE_DATA:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new PageData_.PageData(_io__raw_body, null, null, this.isBe, this.pageSize);
      this.body._read();
      break;
    case DraftBRecord.RecordType.VCPU_CONTEXT:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBVcpuContext_.DraftBVcpuContext(_io__raw_body, null, null, this.isBe, this.guestWidth);
      this.body._read();
      break;
    case DraftBRecord.RecordType.VCPU_INFO:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBVcpuInfo_.DraftBVcpuInfo(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case DraftBRecord.RecordType.X86_PV_INFO:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBX86PvInfo_.DraftBX86PvInfo(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    default:
      this.body = this._io.readBytes(this.bodyLength);
      break;
    }
    this._debug.body.end = this._io.pos;
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.padding.arr = [];
    this.padding = [];
    for (var i = 0; i < this.lenPadding; i++) {
      this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding.push(this._io.readU1());
      this._debug.padding.arr[i].end = this._io.pos;
    }
    this._debug.padding.end = this._io.pos;
    this._debug.checksum = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.checksum = this._io.readU4le();
    this._debug.checksum.end = this._io.pos;
    this._debug.footerReserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.footerReserved = this._io.readU4le();
    this._debug.footerReserved.end = this._io.pos;
    if (!(this.footerReserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.footerReserved, this._io, "/seq/7");
      this._debug.footerReserved.validationError = _err;
      throw _err;
    }
  }
  DraftBRecord.prototype._readBE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "DraftBRecord.RecordType" };
    this.type = this._io.readU4be();
    this._debug.type.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(DraftBRecord.RecordType, this.type)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.type, this._io, "/seq/0");
      this._debug.type.validationError = _err;
      throw _err;
    }
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4be();
    this._debug.bodyLength.end = this._io.pos;
    if (!(this.bodyLength <= 134217728)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(134217728, this.bodyLength, this._io, "/seq/1");
      this._debug.bodyLength.validationError = _err;
      throw _err;
    }
    this._debug.options = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.options = this._io.readU2be();
    this._debug.options.end = this._io.pos;
    if (!(this.options <= 1)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(1, this.options, this._io, "/seq/2");
      this._debug.options.validationError = _err;
      throw _err;
    }
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.reserved.arr = [];
    this.reserved = [];
    for (var i = 0; i < 6; i++) {
      this._debug.reserved.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved.push(this._io.readU1());
      this._debug.reserved.arr[i].end = this._io.pos;
      if (!(this.reserved[i] == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved[i], this._io, "/seq/3");
        this._debug.reserved.arr[i].validationError = _err;
        throw _err;
      }
    }
    this._debug.reserved.end = this._io.pos;
    this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.type) {
    case DraftBRecord.RecordType.END:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root, this._is_le);
      this.body._read();
      break;
    case DraftBRecord.RecordType.P2M:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBP2m_.DraftBP2m(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case DraftBRecord.RecordType.PAGE_DATA:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new PageData_.PageData(_io__raw_body, null, null, this.isBe, this.pageSize);
      this.body._read();
      break;
    case DraftBRecord.RecordType.VCPU_CONTEXT:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBVcpuContext_.DraftBVcpuContext(_io__raw_body, null, null, this.isBe, this.guestWidth);
      this.body._read();
      break;
    case DraftBRecord.RecordType.VCPU_INFO:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBVcpuInfo_.DraftBVcpuInfo(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case DraftBRecord.RecordType.X86_PV_INFO:
      this._raw_body = this._io.readBytes(this.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new DraftBX86PvInfo_.DraftBX86PvInfo(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    default:
      this.body = this._io.readBytes(this.bodyLength);
      break;
    }
    this._debug.body.end = this._io.pos;
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.padding.arr = [];
    this.padding = [];
    for (var i = 0; i < this.lenPadding; i++) {
      this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding.push(this._io.readU1());
      this._debug.padding.arr[i].end = this._io.pos;
    }
    this._debug.padding.end = this._io.pos;
    this._debug.checksum = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.checksum = this._io.readU4be();
    this._debug.checksum.end = this._io.pos;
    this._debug.footerReserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.footerReserved = this._io.readU4be();
    this._debug.footerReserved.end = this._io.pos;
    if (!(this.footerReserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.footerReserved, this._io, "/seq/7");
      this._debug.footerReserved.validationError = _err;
      throw _err;
    }
  }

  /**
   * The type says it all.
   */

  var NoContent = DraftBRecord.NoContent = (function() {
    function NoContent(_io, _parent, _root, _is_le) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this._debug = {};

    }
    NoContent.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    NoContent.prototype._readLE = function() {
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/no_content/seq/0");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }
    NoContent.prototype._readBE = function() {
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/no_content/seq/0");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * The body ends here.
     * @see spec/16-draft-b.md#DB-042
     */

    return NoContent;
  })();

  /**
   * Octets in a register of the guest, for the records after this one.
   */
  Object.defineProperty(DraftBRecord.prototype, 'guestWidthAfter', {
    get: function() {
      if (this._m_guestWidthAfter !== undefined)
        return this._m_guestWidthAfter;
      this._debug._m_guestWidthAfter = {  };
      this._m_guestWidthAfter = (this.type == DraftBRecord.RecordType.X86_PV_INFO ? this.body.guestWidth : this.guestWidth);
      return this._m_guestWidthAfter;
    }
  });

  /**
   * Octets of padding after the body.
   */
  Object.defineProperty(DraftBRecord.prototype, 'lenPadding', {
    get: function() {
      if (this._m_lenPadding !== undefined)
        return this._m_lenPadding;
      this._debug._m_lenPadding = {  };
      this._m_lenPadding = KaitaiStream.mod(8 - KaitaiStream.mod(this.bodyLength, 8), 8);
      return this._m_lenPadding;
    }
  });

  /**
   * What the body holds.
   * @see spec/16-draft-b.md#DB-040
   */

  /**
   * Octets of the body, padding not counted.
   * @see spec/16-draft-b.md#DB-026
   */

  /**
   * Bit 0 says that the checksum holds. Bits 1 to 15 are reserved and written as zero.
   * @see spec/16-draft-b.md#DB-028
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-030
   */

  /**
   * What the type says.
   * @see spec/16-draft-b.md#DB-025
   */

  /**
   * Zero octets up to a multiple of eight; the bodies of all six types need none.
   */

  /**
   * CRC-32 of body and padding, or 0 where bit 0 of the options is clear.
   * @see spec/16-draft-b.md#DB-035
   */

  /**
   * Written as zero.
   * @see spec/16-draft-b.md#DB-032
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a page, from the domain header.
   */

  /**
   * Octets in a register of the guest, from the X86_PV_INFO record before this
   * one; 0 when there was none.
   */

  return DraftBRecord;
})();
DraftBRecord_.DraftBRecord = DraftBRecord;
});
