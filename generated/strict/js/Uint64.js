// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.Uint64 || (root.Uint64 = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (Uint64_, KaitaiStream) {
/**
 * A 64-bit integer that stays exact in every target language.
 * 
 * Runtimes whose only number is a double (JavaScript, Lua) round a `u8` above
 * 2^53, so no file of this set uses that type: the two halves are read apart
 * and a caller joins them, `hi << 32 | lo`, in whatever wide integer it has.
 */

var Uint64 = (function() {
  function Uint64(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  Uint64.prototype._read = function() {
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
  Uint64.prototype._readLE = function() {
    this._debug.first = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.first = this._io.readU4le();
    this._debug.first.end = this._io.pos;
    this._debug.second = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.second = this._io.readU4le();
    this._debug.second.end = this._io.pos;
  }
  Uint64.prototype._readBE = function() {
    this._debug.first = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.first = this._io.readU4be();
    this._debug.first.end = this._io.pos;
    this._debug.second = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.second = this._io.readU4be();
    this._debug.second.end = this._io.pos;
  }

  /**
   * Bits 63 to 32.
   */
  Object.defineProperty(Uint64.prototype, 'hi', {
    get: function() {
      if (this._m_hi !== undefined)
        return this._m_hi;
      this._debug._m_hi = {  };
      this._m_hi = (this.isBe ? this.first : this.second);
      return this._m_hi;
    }
  });

  /**
   * Bits 31 to 0.
   */
  Object.defineProperty(Uint64.prototype, 'lo', {
    get: function() {
      if (this._m_lo !== undefined)
        return this._m_lo;
      this._debug._m_lo = {  };
      this._m_lo = (this.isBe ? this.second : this.first);
      return this._m_lo;
    }
  });

  /**
   * The half at the lower address.
   */

  /**
   * The half at the higher address.
   */

  /**
   * True when the most significant half comes first.
   */

  return Uint64;
})();
Uint64_.Uint64 = Uint64;
});
