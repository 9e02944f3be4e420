// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlCheckpointState', './CheckpointDirtyPfnList'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlCheckpointState'), require('./CheckpointDirtyPfnList'));
  } else {
    factory(root.ColoBackChannel || (root.ColoBackChannel = {}), root.KaitaiStream, root.LibxlCheckpointState || (root.LibxlCheckpointState = {}), root.CheckpointDirtyPfnList || (root.CheckpointDirtyPfnList = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (ColoBackChannel_, KaitaiStream, LibxlCheckpointState_, CheckpointDirtyPfnList_) {
/**
 * What the secondary of a COLO pair sends back to its primary: records without
 * any header before them, of two types, one of which is libxl's and the other
 * libxc's. Their numbers happen to differ.
 * 
 * Xen 4.18 and newer write the list of pages with eight octets too many in its
 * record header; such a channel cannot be read by this description.
 * @see spec/10-checkpoints.md
 */

var ColoBackChannel = (function() {
  ColoBackChannel.RecordType = Object.freeze({
    CHECKPOINT_STATE: 5,
    CHECKPOINT_DIRTY_PFN_LIST: 15,

    5: "CHECKPOINT_STATE",
    15: "CHECKPOINT_DIRTY_PFN_LIST",
  });

  function ColoBackChannel(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  ColoBackChannel.prototype._read = function() {
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
  ColoBackChannel.prototype._readLE = function() {
    this._debug.records = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.records.arr = [];
    this.records = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.records.arr[this.records.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_records = new Record(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_records._read();
      } finally {
        this.records.push(_t_records);
      }
      this._debug.records.arr[this.records.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.records.end = this._io.pos;
  }
  ColoBackChannel.prototype._readBE = function() {
    this._debug.records = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.records.arr = [];
    this.records = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.records.arr[this.records.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_records = new Record(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_records._read();
      } finally {
        this.records.push(_t_records);
      }
      this._debug.records.arr[this.records.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.records.end = this._io.pos;
  }

  /**
   * A record: header, body and padding.
   */

  var Record = ColoBackChannel.Record = (function() {
    function Record(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Record.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Record.prototype._readLE = function() {
      this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "ColoBackChannel.RecordType" };
      this.type = this._io.readU4le();
      this._debug.type.end = this._io.pos;
      this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyLength = this._io.readU4le();
      this._debug.bodyLength.end = this._io.pos;
      this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
      switch (this.type) {
      case ColoBackChannel.RecordType.CHECKPOINT_DIRTY_PFN_LIST:
        this._raw_body = this._io.readBytes(this.bodyLength);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new CheckpointDirtyPfnList_.CheckpointDirtyPfnList(_io__raw_body, null, null, this.isBe);
        this.body._read();
        break;
      case ColoBackChannel.RecordType.CHECKPOINT_STATE:
        this._raw_body = this._io.readBytes(this.bodyLength);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new LibxlCheckpointState_.LibxlCheckpointState(_io__raw_body, null, null, this.isBe);
        this.body._read();
        break;
      default:
        this.body = this._io.readBytes(this.bodyLength);
        break;
      }
      this._debug.body.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding = this._io.readBytes(KaitaiStream.mod(8 - KaitaiStream.mod(this.bodyLength, 8), 8));
      this._debug.padding.end = this._io.pos;
    }
    Record.prototype._readBE = function() {
      this._debug.type = { start: this._io.pos, ioOffset: this._io.byteOffset, enumName: "ColoBackChannel.RecordType" };
      this.type = this._io.readU4be();
      this._debug.type.end = this._io.pos;
      this._debug.bodyLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyLength = this._io.readU4be();
      this._debug.bodyLength.end = this._io.pos;
      this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
      switch (this.type) {
      case ColoBackChannel.RecordType.CHECKPOINT_DIRTY_PFN_LIST:
        this._raw_body = this._io.readBytes(this.bodyLength);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new CheckpointDirtyPfnList_.CheckpointDirtyPfnList(_io__raw_body, null, null, this.isBe);
        this.body._read();
        break;
      case ColoBackChannel.RecordType.CHECKPOINT_STATE:
        this._raw_body = this._io.readBytes(this.bodyLength);
        var _io__raw_body = new KaitaiStream(this._raw_body);
        this.body = new LibxlCheckpointState_.LibxlCheckpointState(_io__raw_body, null, null, this.isBe);
        this.body._read();
        break;
      default:
        this.body = this._io.readBytes(this.bodyLength);
        break;
      }
      this._debug.body.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding = this._io.readBytes(KaitaiStream.mod(8 - KaitaiStream.mod(this.bodyLength, 8), 8));
      this._debug.padding.end = this._io.pos;
    }

    /**
     * What the body holds.
     * @see spec/10-checkpoints.md#CKPT-019
     */

    /**
     * Octets of the body, padding not counted.
     */

    /**
     * What the type says; octets where it is not known.
     */

    /**
     * Octets up to a multiple of eight, written as zero.
     */

    /**
     * Byte order of the channel.
     */

    return Record;
  })();

  /**
   * The records, until the channel breaks.
   */

  /**
   * Byte order of the streams that the channel answers.
   */

  return ColoBackChannel;
})();
ColoBackChannel_.ColoBackChannel = ColoBackChannel;
});
