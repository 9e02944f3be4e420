// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.RecordHeader || (root.RecordHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (RecordHeader_, KaitaiStream) {
/**
 * Eight octets before every record. The body follows, then zero octets up to
 * the next multiple of eight, counted from the start of the stream. There is
 * no footer.
 * @see spec/04-records.md
 */

var RecordHeader = (function() {
  RecordHeader.RecordType = Object.freeze({
    END: 0,
    PAGE_DATA: 1,
    X86_PV_INFO: 2,
    X86_PV_P2M_FRAMES: 3,
    X86_PV_VCPU_BASIC: 4,
    X86_PV_VCPU_EXTENDED: 5,
    X86_PV_VCPU_XSAVE: 6,
    SHARED_INFO: 7,
    X86_TSC_INFO: 8,
    HVM_CONTEXT: 9,
    HVM_PARAMS: 10,
    TOOLSTACK: 11,
    X86_PV_VCPU_MSRS: 12,
    VERIFY: 13,
    CHECKPOINT: 14,
    CHECKPOINT_DIRTY_PFN_LIST: 15,
    STATIC_DATA_END: 16,
    X86_CPUID_POLICY: 17,
    X86_MSR_POLICY: 18,
    MEMORY_LAYOUT: 19,
    PAGE_DATA_COMPRESSED: 20,
    REQUIRES: 21,
    ARM_ID_POLICY: 22,
    ARM_VCPU: 23,
    MACHINE: 24,
    MACHINE_VCPU: 25,
    PLATFORM_STATE: 26,
    IMAGE_DIGEST: 2147483664,

    0: "END",
    1: "PAGE_DATA",
    2: "X86_PV_INFO",
    3: "X86_PV_P2M_FRAMES",
    4: "X86_PV_VCPU_BASIC",
    5: "X86_PV_VCPU_EXTENDED",
    6: "X86_PV_VCPU_XSAVE",
    7: "SHARED_INFO",
    8: "X86_TSC_INFO",
    9: "HVM_CONTEXT",
    10: "HVM_PARAMS",
    11: "TOOLSTACK",
    12: "X86_PV_VCPU_MSRS",
    13: "VERIFY",
    14: "CHECKPOINT",
    15: "CHECKPOINT_DIRTY_PFN_LIST",
    16: "STATIC_DATA_END",
    17: "X86_CPUID_POLICY",
    18: "X86_MSR_POLICY",
    19: "MEMORY_LAYOUT",
    20: "PAGE_DATA_COMPRESSED",
    21: "REQUIRES",
    22: "ARM_ID_POLICY",
    23: "ARM_VCPU",
    24: "MACHINE",
    25: "MACHINE_VCPU",
    26: "PLATFORM_STATE",
    2147483664: "IMAGE_DIGEST",
  });

  function RecordHeader(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  RecordHeader.prototype._read = function() {
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
  RecordHeader.prototype._readLE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "RecordHeader.RecordType" };
    this.type = this._io.readU4le();
    this._debug.type.end = this._io.pos;
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4le();
    this._debug.bodyLength.end = this._io.pos;
  }
  RecordHeader.prototype._readBE = function() {
    this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "RecordHeader.RecordType" };
    this.type = this._io.readU4be();
    this._debug.type.end = this._io.pos;
    this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyLength = this._io.readU4be();
    this._debug.bodyLength.end = this._io.pos;
  }

  /**
   * True when a Reader that does not know the type skips the record.
   */
  Object.defineProperty(RecordHeader.prototype, 'isOptional', {
    get: function() {
      if (this._m_isOptional !== undefined)
        return this._m_isOptional;
      this._debug._m_isOptional = {  };
      this._m_isOptional = (this.type & 2147483648) != 0;
      return this._m_isOptional;
    }
  });

  /**
   * Octets of padding after the body.
   */
  Object.defineProperty(RecordHeader.prototype, 'lenPadding', {
    get: function() {
      if (this._m_lenPadding !== undefined)
        return this._m_lenPadding;
      this._debug._m_lenPadding = {  };
      this._m_lenPadding = KaitaiStream.mod(8 - KaitaiStream.mod(this.bodyLength, 8), 8);
      return this._m_lenPadding;
    }
  });

  /**
   * What the body holds. With bit 31 set, a Reader may skip what it does not know.
   * @see spec/04-records.md#REC-011
   */

  /**
   * Octets of the body, padding not counted. At most 128 MiB.
   * @see spec/04-records.md#REC-007
   */

  /**
   * Byte order of the image.
   */

  return RecordHeader;
})();
RecordHeader_.RecordHeader = RecordHeader;
});
