// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlHeader', './LibxcStream', './LibxlRecord', './LibxlRecordHeader'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlHeader'), require('./LibxcStream'), require('./LibxlRecord'), require('./LibxlRecordHeader'));
  } else {
    factory(root.LibxlStream || (root.LibxlStream = {}), root.KaitaiStream, root.LibxlHeader || (root.LibxlHeader = {}), root.LibxcStream || (root.LibxcStream = {}), root.LibxlRecord || (root.LibxlRecord = {}), root.LibxlRecordHeader || (root.LibxlRecordHeader = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibxlStream_, KaitaiStream, LibxlHeader_, LibxcStream_, LibxlRecord_, LibxlRecordHeader_) {
/**
 * What libxl writes around the libxc stream: the state of the device model, and
 * the records that close each checkpoint.
 * 
 * A checkpointed stream has no end of its own: it ends where the connection broke,
 * and the records after the libxc stream are then missing. That the libxc stream
 * comes exactly once is in the shape of this description: a second LIBXC_CONTEXT
 * is read as a record like any other.
 * @see {@link https://xenbits.xenproject.org/docs/unstable/specs/libxl-migration-stream.html|Source}
 */

var LibxlStream = (function() {
  function LibxlStream(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  LibxlStream.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new LibxlHeader_.LibxlHeader(this._io, null, null);
    this.header._read();
    this._debug.header.end = this._io.pos;
    this._debug.leading = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.leading.arr = [];
    this.leading = [];
    var i = 0;
    do {
      this._debug.leading.arr[this.leading.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_leading = new LibxlRecord_.LibxlRecord(this._io, null, null, this.header.isBe);
      try {
        _t_leading._read();
      } finally {
        var _ = _t_leading;
        this.leading.push(_);
      }
      this._debug.leading.arr[this.leading.length - 1].end = this._io.pos;
      i++;
    } while (!( ((_.header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.LIBXC_CONTEXT) || (_.header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.END) || (this._io.isEof())) ));
    this._debug.leading.end = this._io.pos;
    this._debug.libxcPresent = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.libxcPresent = this._io.readBytes(0);
    this._debug.libxcPresent.end = this._io.pos;
    var _ = this.libxcPresent;
    if (!(this.leading[this.leading.length - 1].header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.LIBXC_CONTEXT)) {
      var _err = new KaitaiStream.ValidationExprError(this.libxcPresent, this._io, "/seq/2");
      this._debug.libxcPresent.validationError = _err;
      throw _err;
    }
    if (this.leading[this.leading.length - 1].header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.LIBXC_CONTEXT) {
      this._debug.libxc = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.libxc = new LibxcStream_.LibxcStream(this._io, null, null, true, this.header.isBe);
      this.libxc._read();
      this._debug.libxc.end = this._io.pos;
    }
    if (!(this._io.isEof())) {
      this._debug.trailing = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.trailing = new TrailingRecords(this._io, this, this._root, this.header.isBe);
      this.trailing._read();
      this._debug.trailing.end = this._io.pos;
    }
  }

  /**
   * Records from the end of the libxc stream to END.
   */

  var TrailingRecords = LibxlStream.TrailingRecords = (function() {
    function TrailingRecords(_io, _parent, _root, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.isBe = isBe;
      this._debug = {};

    }
    TrailingRecords.prototype._read = function() {
      this._debug.records = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.records.arr = [];
      this.records = [];
      var i = 0;
      do {
        this._debug.records.arr[this.records.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_records = new LibxlRecord_.LibxlRecord(this._io, null, null, this.isBe);
        try {
          _t_records._read();
        } finally {
          var _ = _t_records;
          this.records.push(_);
        }
        this._debug.records.arr[this.records.length - 1].end = this._io.pos;
        i++;
      } while (!( ((_.header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.END) || (this._io.isEof())) ));
      this._debug.records.end = this._io.pos;
      this._debug.streamClosed = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.streamClosed = this._io.readBytes(0);
      this._debug.streamClosed.end = this._io.pos;
      var _ = this.streamClosed;
      if (!(this.records[this.records.length - 1].header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.END)) {
        var _err = new KaitaiStream.ValidationExprError(this.streamClosed, this._io, "/types/trailing_records/seq/1");
        this._debug.streamClosed.validationError = _err;
        throw _err;
      }
    }

    /**
     * The records, END included.
     */

    /**
     * The stream ends with END.
     * @see spec/11-libxl-stream.md#LXL-024
     */

    /**
     * Byte order of the libxl stream.
     */

    return TrailingRecords;
  })();

  /**
   * Identity and byte order.
   */

  /**
   * Records up to LIBXC_CONTEXT.
   */

  /**
   * A libxc stream follows.
   * @see spec/11-libxl-stream.md#LXL-017
   */

  /**
   * The libxc stream, with the libxl records of each checkpoint inside it.
   */

  /**
   * Records from the end of the libxc stream to END.
   */

  return LibxlStream;
})();
LibxlStream_.LibxlStream = LibxlStream;
});
