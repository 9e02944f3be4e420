// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlEmulatorContext', './LibxlRecordHeader', './LibxlEmulatorXenstoreData', './LibxlCheckpointState'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlEmulatorContext'), require('./LibxlRecordHeader'), require('./LibxlEmulatorXenstoreData'), require('./LibxlCheckpointState'));
  } else {
    factory(root.LibxlRecord || (root.LibxlRecord = {}), root.KaitaiStream, root.LibxlEmulatorContext || (root.LibxlEmulatorContext = {}), root.LibxlRecordHeader || (root.LibxlRecordHeader = {}), root.LibxlEmulatorXenstoreData || (root.LibxlEmulatorXenstoreData = {}), root.LibxlCheckpointState || (root.LibxlCheckpointState = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlRecord_, KaitaiStream, LibxlEmulatorContext_, LibxlRecordHeader_, LibxlEmulatorXenstoreData_, LibxlCheckpointState_) {
/**
 * A record of a libxl stream: header, body, padding. The libxc stream that follows
 * LIBXC_CONTEXT has no length and is no part of that record.
 * @see spec/11-libxl-stream.md
 */

var LibxlRecord = (function() {
  function LibxlRecord(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  LibxlRecord.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new LibxlRecordHeader_.LibxlRecordHeader(this._io, null, null, this.isBe);
    this.header._read();
    this._debug.header.end = this._io.pos;
    this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.header.type) {
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.CHECKPOINT_END:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.CHECKPOINT_STATE:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new LibxlCheckpointState_.LibxlCheckpointState(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.EMULATOR_CONTEXT:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new LibxlEmulatorContext_.LibxlEmulatorContext(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.EMULATOR_XENSTORE_DATA:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new LibxlEmulatorXenstoreData_.LibxlEmulatorXenstoreData(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.END:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.LIBXC_CONTEXT:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    default:
      this.body = this._io.readBytes(this.header.bodyLength);
      break;
    }
    this._debug.body.end = this._io.pos;
    this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.padding.arr = [];
    this.padding = [];
    for (var i = 0; i < this.header.lenPadding; i++) {
      this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.padding.push(this._io.readU1());
      this._debug.padding.arr[i].end = this._io.pos;
      if (!(this.padding[i] == 0)) {
        var _err = new KaitaiStream.ValidationNotEqualError(0, this.padding[i], this._io, "/seq/2");
        this._debug.padding.arr[i].validationError = _err;
        throw _err;
      }
    }
    this._debug.padding.end = this._io.pos;
  }

  /**
   * The type says it all.
   */

  var NoContent = LibxlRecord.NoContent = (function() {
    function NoContent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    NoContent.prototype._read = function() {
      this._debug.bodyEnd = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.bodyEnd = this._io.readBytes(0);
      this._debug.bodyEnd.end = this._io.pos;
      var _ = this.bodyEnd;
      if (!(this._io.isEof())) {
        var _err = new KaitaiStream.ValidationExprError(this.bodyEnd, this._io, "/types/no_content/seq/0");
        this._debug.bodyEnd.validationError = _err;
        throw _err;
      }
    }

    /**
     * The body ends here.
     * @see spec/11-libxl-stream.md#LXL-013
     */

    return NoContent;
  })();

  /**
   * Type and length.
   */

  /**
   * What the type says; octets where it is not known.
   */

  /**
   * Zero octets up to a multiple of eight.
   * @see spec/11-libxl-stream.md#LXL-015
   */

  /**
   * Byte order of the libxl stream.
   */

  return LibxlRecord;
})();
LibxlRecord_.LibxlRecord = LibxlRecord;
});
