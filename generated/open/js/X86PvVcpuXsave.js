// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64', './X86XsaveArea'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'), require('./X86XsaveArea'));
  } else {
    factory(root.X86PvVcpuXsave || (root.X86PvVcpuXsave = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}), root.X86XsaveArea || (root.X86XsaveArea = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvVcpuXsave_, KaitaiStream, Uint64_, X86XsaveArea_) {
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
