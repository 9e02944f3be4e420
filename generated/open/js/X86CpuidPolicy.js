// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.X86CpuidPolicy || (root.X86CpuidPolicy = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (X86CpuidPolicy_, KaitaiStream) {
/**
 * The CPUID leaves that the guest sees, one entry for each leaf or subleaf, in
 * ascending order.
 * @see spec/08-x86-common.md
 */

var X86CpuidPolicy = (function() {
  function X86CpuidPolicy(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  X86CpuidPolicy.prototype._read = function() {
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
  X86CpuidPolicy.prototype._readLE = function() {
    this._debug.leaves = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.leaves.arr = [];
    this.leaves = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.leaves.arr[this.leaves.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_leaves = new Leaf(this._io, this, this._root, this._is_le);
      try {
        _t_leaves._read();
      } finally {
        this.leaves.push(_t_leaves);
      }
      this._debug.leaves.arr[this.leaves.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.leaves.end = this._io.pos;
  }
  X86CpuidPolicy.prototype._readBE = function() {
    this._debug.leaves = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.leaves.arr = [];
    this.leaves = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.leaves.arr[this.leaves.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_leaves = new Leaf(this._io, this, this._root, this._is_le);
      try {
        _t_leaves._read();
      } finally {
        this.leaves.push(_t_leaves);
      }
      this._debug.leaves.arr[this.leaves.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.leaves.end = this._io.pos;
  }

  /**
   * What one execution of the CPUID instruction returns.
   */

  var Leaf = X86CpuidPolicy.Leaf = (function() {
    function Leaf(_io, _parent, _root, _is_le) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this._debug = {};

    }
    Leaf.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Leaf.prototype._readLE = function() {
      this._debug.leaf = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.leaf = this._io.readU4le();
      this._debug.leaf.end = this._io.pos;
      this._debug.subleaf = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.subleaf = this._io.readU4le();
      this._debug.subleaf.end = this._io.pos;
      this._debug.eax = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eax = this._io.readU4le();
      this._debug.eax.end = this._io.pos;
      this._debug.ebx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ebx = this._io.readU4le();
      this._debug.ebx.end = this._io.pos;
      this._debug.ecx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ecx = this._io.readU4le();
      this._debug.ecx.end = this._io.pos;
      this._debug.edx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.edx = this._io.readU4le();
      this._debug.edx.end = this._io.pos;
    }
    Leaf.prototype._readBE = function() {
      this._debug.leaf = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.leaf = this._io.readU4be();
      this._debug.leaf.end = this._io.pos;
      this._debug.subleaf = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.subleaf = this._io.readU4be();
      this._debug.subleaf.end = this._io.pos;
      this._debug.eax = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.eax = this._io.readU4be();
      this._debug.eax.end = this._io.pos;
      this._debug.ebx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ebx = this._io.readU4be();
      this._debug.ebx.end = this._io.pos;
      this._debug.ecx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.ecx = this._io.readU4be();
      this._debug.ecx.end = this._io.pos;
      this._debug.edx = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.edx = this._io.readU4be();
      this._debug.edx.end = this._io.pos;
    }

    /**
     * Input in EAX.
     * @see spec/08-x86-common.md#X86-011
     */

    /**
     * Input in ECX; 0xffffffff where the leaf has no subleaves.
     * @see spec/08-x86-common.md#X86-011
     */

    /**
     * Output in EAX.
     */

    /**
     * Output in EBX.
     */

    /**
     * Output in ECX.
     */

    /**
     * Output in EDX.
     */

    return Leaf;
  })();

  /**
   * The leaves, up to the end of the body.
   * @see spec/08-x86-common.md#X86-009
   */

  /**
   * Byte order of the image.
   */

  return X86CpuidPolicy;
})();
X86CpuidPolicy_.X86CpuidPolicy = X86CpuidPolicy;
});
