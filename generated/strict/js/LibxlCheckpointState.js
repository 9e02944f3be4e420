// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.LibxlCheckpointState || (root.LibxlCheckpointState = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlCheckpointState_, KaitaiStream) {
/**
 * A message between the two hosts of a COLO pair. Stock writers send four octets;
 * the older text of the format shows eight.
 * @see spec/11-libxl-stream.md
 */

var LibxlCheckpointState = (function() {
  LibxlCheckpointState.Control = Object.freeze({
    NEW_CHECKPOINT: 0,
    SVM_SUSPENDED: 1,
    SVM_READY: 2,
    SVM_RESUMED: 3,

    0: "NEW_CHECKPOINT",
    1: "SVM_SUSPENDED",
    2: "SVM_READY",
    3: "SVM_RESUMED",
  });

  function LibxlCheckpointState(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  LibxlCheckpointState.prototype._read = function() {
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
  LibxlCheckpointState.prototype._readLE = function() {
    this._debug.controlId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlCheckpointState.Control" };
    this.controlId = this._io.readU4le();
    this._debug.controlId.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(LibxlCheckpointState.Control, this.controlId)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.controlId, this._io, "/seq/0");
      this._debug.controlId.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU4le();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
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
  LibxlCheckpointState.prototype._readBE = function() {
    this._debug.controlId = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "LibxlCheckpointState.Control" };
    this.controlId = this._io.readU4be();
    this._debug.controlId.end = this._io.pos;
    if (!Object.prototype.hasOwnProperty.call(LibxlCheckpointState.Control, this.controlId)) {
      var _err = new KaitaiStream.ValidationNotInEnumError(this.controlId, this._io, "/seq/0");
      this._debug.controlId.validationError = _err;
      throw _err;
    }
    if (!(this._io.isEof())) {
      this._debug.reserved = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.reserved = this._io.readU4be();
      this._debug.reserved.end = this._io.pos;
      if (!(this.reserved == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.reserved, this._io, "/seq/1");
        this._debug.reserved.validationError = _err;
        throw _err;
      }
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
   * The message.
   * @see spec/11-libxl-stream.md#LXL-048
   */

  /**
   * Zero, where it is sent.
   * @see spec/11-libxl-stream.md#LXL-048
   */

  /**
   * The body ends here.
   * @see spec/11-libxl-stream.md#LXL-048
   */

  /**
   * Byte order of the libxl stream.
   */

  return LibxlCheckpointState;
})();
LibxlCheckpointState_.LibxlCheckpointState = LibxlCheckpointState;
});
