// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './X86XsaveArea', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./X86XsaveArea'), require('./Uint64'));
  } else {
    factory(root.X86PvVcpuXsave || (root.X86PvVcpuXsave = {}), root.KaitaiStream, root.X86XsaveArea || (root.X86XsaveArea = {}), root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvVcpuXsave_, KaitaiStream, X86XsaveArea_, Uint64_) {
/**
 * Extended processor state of one PV vCPU, little-endian like every blob of the
 * hypervisor. Sixteen zero octets and no area stand for a vCPU that never touched it.
 * @see spec/07-x86-pv.md
 */

var X86PvVcpuXsave = (function() {
  function X86PvVcpuXsave(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86PvVcpuXsave.prototype._read = function() {
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
  X86PvVcpuXsave.prototype._readLE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4le();
    this._debug.vcpuId.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4le();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
      this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new XsaveContext(_io__raw_context, this, this._root);
      this.context._read();
      this._debug.context.end = this._io.pos;
    }
  }
  X86PvVcpuXsave.prototype._readBE = function() {
    this._debug.vcpuId = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpuId = this._io.readU4be();
    this._debug.vcpuId.end = this._io.pos;
    this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.reserved = this._io.readU4be();
    this._debug.reserved.end = this._io.pos;
    if (!(this.reserved == 0)) {
      var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
      this._debug.reserved.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
      this._debug.context = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_context = this._io.readBytesFull();
      var _io__raw_context = new KaitaiStream(this._raw_context);
      this.context = new XsaveContext(_io__raw_context, this, this._root);
      this.context._read();
      this._debug.context.end = this._io.pos;
    }
  }

  /**
   * The two masks and the area.
   */

  var XsaveContext = X86PvVcpuXsave.XsaveContext = (function() {
    function XsaveContext(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    XsaveContext.prototype._read = function() {
      this._debug.xcr0 = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xcr0 = new Uint64_.Uint64(this._io, null, null, false);
      this.xcr0._read();
      this._debug.xcr0.end = this._io.pos;
      this._debug.xcr0Accum = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.xcr0Accum = new Uint64_.Uint64(this._io, null, null, false);
      this.xcr0Accum._read();
      this._debug.xcr0Accum.end = this._io.pos;
      var _ = this.xcr0Accum;
      if (!( (((this.xcr0.hi & (_.hi ^ 4294967295)) == 0) && ((this.xcr0.lo & (_.lo ^ 4294967295)) == 0)) )) {
        var _err = new KaitaiStream.ValidationExprError(this.xcr0Accum, this._io, "/types/xsave_context/seq/1");
        this._debug.xcr0Accum.validationError = _err;
        throw _err;
      }
      this._debug.areaPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.areaPresent = this._io.readBytes(0);
      this._debug.areaPresent.end = this._io.pos;
      var _ = this.areaPresent;
      if (!( ((!(this._io.isEof())) || ( ((this.xcr0Accum.hi == 0) && (this.xcr0Accum.lo == 0)) )) )) {
        var _err = new KaitaiStream.ValidationExprError(this.areaPresent, this._io, "/types/xsave_context/seq/2");
        this._debug.areaPresent.validationError = _err;
        throw _err;
      }
      if (!(this._io.isEof())) {
        this._debug.area = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._raw_area = this._io.readBytesFull();
        var _io__raw_area = new KaitaiStream(this._raw_area);
        this.area = new X86XsaveArea_.X86XsaveArea(_io__raw_area, null, null, this.xcr0Accum.hi, this.xcr0Accum.lo);
        this.area._read();
        this._debug.area.end = this._io.pos;
      }
    }

    /**
     * Components enabled now.
     * @see spec/07-x86-pv.md#PV-050
     */

    /**
     * Components enabled at any time since the vCPU started.
     * @see spec/07-x86-pv.md#PV-050
     */

    /**
     * Only a vCPU that never used the state has no area.
     * @see spec/07-x86-pv.md#PV-048
     */

    /**
     * The components.
     * @see spec/07-x86-pv.md#PV-048
     */

    return XsaveContext;
  })();

  /**
   * Number of the vCPU.
   * @see spec/07-x86-pv.md#PV-022
   */

  /**
   * Written as zero.
   * @see spec/07-x86-pv.md#PV-024
   */

  /**
   * The state.
   * @see spec/07-x86-pv.md#PV-048
   */

  /**
   * Byte order of the image.
   */

  return X86PvVcpuXsave;
})();
X86PvVcpuXsave_.X86PvVcpuXsave = X86PvVcpuXsave;
});
