// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.X86PvP2mFrames || (root.X86PvP2mFrames = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (X86PvP2mFrames_, KaitaiStream, Uint64_) {
/**
 * The page frames that hold the guest's own table from pseudo-physical to machine
 * frame numbers, which the restorer has to fill in again.
 * @see spec/07-x86-pv.md
 */

var X86PvP2mFrames = (function() {
  function X86PvP2mFrames(_io, _parent, _root, isBe, guestWidth) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.guestWidth = guestWidth;
    this._debug = {};

  }
  X86PvP2mFrames.prototype._read = function() {
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
  X86PvP2mFrames.prototype._readLE = function() {
    this._debug.startPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.startPfn = this._io.readU4le();
    this._debug.startPfn.end = this._io.pos;
    this._debug.endPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.endPfn = this._io.readU4le();
    this._debug.endPfn.end = this._io.pos;
    this._debug.frames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.frames.arr = [];
    this.frames = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.frames.arr[this.frames.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_frames = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_frames._read();
      } finally {
        this.frames.push(_t_frames);
      }
      this._debug.frames.arr[this.frames.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.frames.end = this._io.pos;
  }
  X86PvP2mFrames.prototype._readBE = function() {
    this._debug.startPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.startPfn = this._io.readU4be();
    this._debug.startPfn.end = this._io.pos;
    this._debug.endPfn = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.endPfn = this._io.readU4be();
    this._debug.endPfn.end = this._io.pos;
    this._debug.frames = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.frames.arr = [];
    this.frames = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.frames.arr[this.frames.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_frames = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_frames._read();
      } finally {
        this.frames.push(_t_frames);
      }
      this._debug.frames.arr[this.frames.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.frames.end = this._io.pos;
  }

  /**
   * Entries of the table in one frame.
   */
  Object.defineProperty(X86PvP2mFrames.prototype, 'pfnsPerFrame', {
    get: function() {
      if (this._m_pfnsPerFrame !== undefined)
        return this._m_pfnsPerFrame;
      this._debug._m_pfnsPerFrame = {  };
      this._m_pfnsPerFrame = (this.guestWidth == 0 ? 512 : Math.floor(4096 / this.guestWidth));
      return this._m_pfnsPerFrame;
    }
  });

  /**
   * First page frame number that the table covers. Every Writer starts at 0.
   * @see spec/07-x86-pv.md#PV-012
   */

  /**
   * Last page frame number that the table covers, itself included.
   * @see spec/07-x86-pv.md#PV-008
   */

  /**
   * Page frame numbers of the frames that hold the table.
   * @see spec/07-x86-pv.md#PV-016
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a register of the guest, from X86_PV_INFO; 0 when it is not known.
   */

  return X86PvP2mFrames;
})();
X86PvP2mFrames_.X86PvP2mFrames = X86PvP2mFrames;
});
