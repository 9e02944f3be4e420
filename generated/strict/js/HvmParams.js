// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.HvmParams || (root.HvmParams = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (HvmParams_, KaitaiStream, Uint64_) {
/**
 * Parameters of an HVM guest, index and value. Those that are zero are left out.
 * Not every number below 39 has a meaning.
 * @see spec/09-x86-hvm.md
 */

var HvmParams = (function() {
  HvmParams.HvmParamName = Object.freeze({
    CALLBACK_IRQ: 0,
    STORE_PFN: 1,
    STORE_EVTCHN: 2,
    PAE_ENABLED: 4,
    IOREQ_PFN: 5,
    BUFIOREQ_PFN: 6,
    VIRIDIAN: 9,
    TIMER_MODE: 10,
    HPET_ENABLED: 11,
    IDENT_PT: 12,
    DM_DOMAIN: 13,
    ACPI_S_STATE: 14,
    VM86_TSS: 15,
    VPT_ALIGN: 16,
    CONSOLE_PFN: 17,
    CONSOLE_EVTCHN: 18,
    ACPI_IOPORTS_LOCATION: 19,
    MEMORY_EVENT_CR0: 20,
    MEMORY_EVENT_CR3: 21,
    MEMORY_EVENT_CR4: 22,
    MEMORY_EVENT_INT3: 23,
    NESTEDHVM: 24,
    MEMORY_EVENT_SINGLE_STEP: 25,
    BUFIOREQ_EVTCHN: 26,
    PAGING_RING_PFN: 27,
    MONITOR_RING_PFN: 28,
    SHARING_RING_PFN: 29,
    MEMORY_EVENT_MSR: 30,
    TRIPLE_FAULT_REASON: 31,
    IOREQ_SERVER_PFN: 32,
    NR_IOREQ_SERVER_PAGES: 33,
    VM_GENERATION_ID_ADDR: 34,
    ALTP2M: 35,
    X87_FIP_WIDTH: 36,
    VM86_TSS_SIZED: 37,
    MCA_CAP: 38,

    0: "CALLBACK_IRQ",
    1: "STORE_PFN",
    2: "STORE_EVTCHN",
    4: "PAE_ENABLED",
    5: "IOREQ_PFN",
    6: "BUFIOREQ_PFN",
    9: "VIRIDIAN",
    10: "TIMER_MODE",
    11: "HPET_ENABLED",
    12: "IDENT_PT",
    13: "DM_DOMAIN",
    14: "ACPI_S_STATE",
    15: "VM86_TSS",
    16: "VPT_ALIGN",
    17: "CONSOLE_PFN",
    18: "CONSOLE_EVTCHN",
    19: "ACPI_IOPORTS_LOCATION",
    20: "MEMORY_EVENT_CR0",
    21: "MEMORY_EVENT_CR3",
    22: "MEMORY_EVENT_CR4",
    23: "MEMORY_EVENT_INT3",
    24: "NESTEDHVM",
    25: "MEMORY_EVENT_SINGLE_STEP",
    26: "BUFIOREQ_EVTCHN",
    27: "PAGING_RING_PFN",
    28: "MONITOR_RING_PFN",
    29: "SHARING_RING_PFN",
    30: "MEMORY_EVENT_MSR",
    31: "TRIPLE_FAULT_REASON",
    32: "IOREQ_SERVER_PFN",
    33: "NR_IOREQ_SERVER_PAGES",
    34: "VM_GENERATION_ID_ADDR",
    35: "ALTP2M",
    36: "X87_FIP_WIDTH",
    37: "VM86_TSS_SIZED",
    38: "MCA_CAP",
  });

  function HvmParams(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  HvmParams.prototype._read = function() {
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
  HvmParams.prototype._readLE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4le();
    this._debug.count.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.params = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.params.arr = [];
    this.params = [];
    for (var i = 0; i < this.count; i++) {
      this._debug.params.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_params = new HvmParam(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_params._read();
      } finally {
        this.params.push(_t_params);
      }
      this._debug.params.arr[i].end = this._io.pos;
    }
    this._debug.params.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/3");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }
  HvmParams.prototype._readBE = function() {
    this._debug.count = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.count = this._io.readU4be();
    this._debug.count.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    this._debug.params = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.params.arr = [];
    this.params = [];
    for (var i = 0; i < this.count; i++) {
      this._debug.params.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_params = new HvmParam(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_params._read();
      } finally {
        this.params.push(_t_params);
      }
      this._debug.params.arr[i].end = this._io.pos;
    }
    this._debug.params.end = this._io.pos;
    this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.bodyEnd = this._io.readBytes(0);
    this._debug.bodyEnd.end = this._io.pos;
    var _ = this.bodyEnd;
    if (!(this._io.isEof())) {
      var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/seq/3");
      this._debug.bodyEnd.validationError = _err;
      throw _err;
    }
  }

  /**
   * One parameter.
   */

  var HvmParam = HvmParams.HvmParam = (function() {
    function HvmParam(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    HvmParam.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    HvmParam.prototype._readLE = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.index = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.index._read();
      this._debug.index.end = this._io.pos;
      var _ = this.index;
      if (!( ((_.hi == 0) && (_.lo < 39)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.index, this._io, "/types/hvm_param/seq/0");
        this._debug.index.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
      var _ = this.value;
      if (!( ((_.hi != 0) || (_.lo != 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.value, this._io, "/types/hvm_param/seq/1");
        this._debug.value.validationError = _err;
        throw _err;
      }
    }
    HvmParam.prototype._readBE = function() {
      this._debug.index = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.index = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.index._read();
      this._debug.index.end = this._io.pos;
      var _ = this.index;
      if (!( ((_.hi == 0) && (_.lo < 39)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.index, this._io, "/types/hvm_param/seq/0");
        this._debug.index.validationError = _err;
        throw _err;
      }
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = new Uint64_.Uint64(this._io, null, null, this.isBe);
      this.value._read();
      this._debug.value.end = this._io.pos;
      var _ = this.value;
      if (!( ((_.hi != 0) || (_.lo != 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.value, this._io, "/types/hvm_param/seq/1");
        this._debug.value.validationError = _err;
        throw _err;
      }
    }

    /**
     * Name of the parameter.
     */
    Object.defineProperty(HvmParam.prototype, 'name', {
      get: function() {
        if (this._m_name !== undefined)
          return this._m_name;
        this._debug._m_name = { enumName: "HvmParams.HvmParamName" };
        this._m_name = (this.index.hi == 0 ? this.index.lo : 4294967295);
        return this._m_name;
      }
    });

    /**
     * Number of the parameter.
     * @see spec/09-x86-hvm.md#HVM-023
     */

    /**
     * Its value.
     * @see spec/09-x86-hvm.md#HVM-027
     */

    /**
     * Byte order of the image.
     */

    return HvmParam;
  })();

  /**
   * Number of parameters.
   * @see spec/09-x86-hvm.md#HVM-021
   */

  /**
   * Written as zero.
   * @see spec/09-x86-hvm.md#HVM-034
   */

  /**
   * The parameters.
   * @see spec/09-x86-hvm.md#HVM-025
   */

  /**
   * The body ends here.
   * @see spec/09-x86-hvm.md#HVM-021
   */

  /**
   * Byte order of the image.
   */

  return HvmParams;
})();
HvmParams_.HvmParams = HvmParams;
});
