// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.CheckpointDirtyPfnList || (root.CheckpointDirtyPfnList = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (CheckpointDirtyPfnList_, KaitaiStream, Uint64_) {
/**
 * Pages that a COLO secondary has written since the last checkpoint. Sent from the
 * secondary to the primary, on the back channel only.
 * @see spec/10-checkpoints.md
 */

var CheckpointDirtyPfnList = (function() {
  function CheckpointDirtyPfnList(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  CheckpointDirtyPfnList.prototype._read = function() {
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
  CheckpointDirtyPfnList.prototype._readLE = function() {
    this._debug.pfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pfns.arr = [];
    this.pfns = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.pfns.arr[this.pfns.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_pfns = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_pfns._read();
      } finally {
        this.pfns.push(_t_pfns);
      }
      this._debug.pfns.arr[this.pfns.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.pfns.end = this._io.pos;
  }
  CheckpointDirtyPfnList.prototype._readBE = function() {
    this._debug.pfns = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.pfns.arr = [];
    this.pfns = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.pfns.arr[this.pfns.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_pfns = new Uint64_.Uint64(this._io, null, null, this.isBe);
      try {
        _t_pfns._read();
      } finally {
        this.pfns.push(_t_pfns);
      }
      this._debug.pfns.arr[this.pfns.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.pfns.end = this._io.pos;
  }

  /**
   * Page frame numbers, up to the end of the body.
   * @see spec/10-checkpoints.md#CKPT-017
   */

  /**
   * Byte order of the image.
   */

  return CheckpointDirtyPfnList;
})();
CheckpointDirtyPfnList_.CheckpointDirtyPfnList = CheckpointDirtyPfnList;
});
