// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'));
  } else {
    factory(root.XlHeader || (root.XlHeader = {}), root.KaitaiStream);
  }
})(typeof self !== 'undefined' ? self : this, function (XlHeader_, KaitaiStream) {
/**
 * The 48 octets that `xl save` puts first, and the optional data after them: the
 * configuration of the domain. Integers are in the byte order of the machine
 * that wrote the file, which the word `byteorder` shows.
 * @see spec/12-xl-save-file.md
 */

var XlHeader = (function() {
  function XlHeader(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  XlHeader.prototype._read = function() {
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
  XlHeader.prototype._readLE = function() {
    this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.magic = this._io.readBytes(32);
    this._debug.magic.end = this._io.pos;
    if (!((KaitaiStream.byteArrayCompare(this.magic, new Uint8Array([88, 101, 110, 32, 115, 97, 118, 101, 100, 32, 100, 111, 109, 97, 105, 110, 44, 32, 120, 108, 32, 102, 111, 114, 109, 97, 116, 10, 32, 0, 32, 13])) == 0))) {
      var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([88, 101, 110, 32, 115, 97, 118, 101, 100, 32, 100, 111, 109, 97, 105, 110, 44, 32, 120, 108, 32, 102, 111, 114, 109, 97, 116, 10, 32, 0, 32, 13]), this.magic, this._io, "/seq/0");
      this._debug.magic.validationError = _err;
      throw _err;
    }
    this._debug.byteorder = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.byteorder = this._io.readU4le();
    this._debug.byteorder.end = this._io.pos;
    if (!(this.byteorder == 16909060)) {
      var _err = new KaitaiStream.ValidationNotEqualError(16909060, this.byteorder, this._io, "/seq/1");
      this._debug.byteorder.validationError = _err;
      throw _err;
    }
    this._debug.mandatoryFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mandatoryFlags = this._io.readU4le();
    this._debug.mandatoryFlags.end = this._io.pos;
    if (!(this.mandatoryFlags <= 3)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(3, this.mandatoryFlags, this._io, "/seq/2");
      this._debug.mandatoryFlags.validationError = _err;
      throw _err;
    }
    this._debug.optionalFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.optionalFlags = this._io.readU4le();
    this._debug.optionalFlags.end = this._io.pos;
    this._debug.optionalDataLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.optionalDataLen = this._io.readU4le();
    this._debug.optionalDataLen.end = this._io.pos;
    if (this.optionalDataLen != 0) {
      this._debug.optionalData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_optionalData = this._io.readBytes(this.optionalDataLen);
      var _io__raw_optionalData = new KaitaiStream(this._raw_optionalData);
      this.optionalData = new OptionalData(_io__raw_optionalData, this, this._root, this._is_le);
      this.optionalData._read();
      this._debug.optionalData.end = this._io.pos;
    }
  }
  XlHeader.prototype._readBE = function() {
    this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.magic = this._io.readBytes(32);
    this._debug.magic.end = this._io.pos;
    if (!((KaitaiStream.byteArrayCompare(this.magic, new Uint8Array([88, 101, 110, 32, 115, 97, 118, 101, 100, 32, 100, 111, 109, 97, 105, 110, 44, 32, 120, 108, 32, 102, 111, 114, 109, 97, 116, 10, 32, 0, 32, 13])) == 0))) {
      var _err = new KaitaiStream.ValidationNotEqualError(new Uint8Array([88, 101, 110, 32, 115, 97, 118, 101, 100, 32, 100, 111, 109, 97, 105, 110, 44, 32, 120, 108, 32, 102, 111, 114, 109, 97, 116, 10, 32, 0, 32, 13]), this.magic, this._io, "/seq/0");
      this._debug.magic.validationError = _err;
      throw _err;
    }
    this._debug.byteorder = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.byteorder = this._io.readU4be();
    this._debug.byteorder.end = this._io.pos;
    if (!(this.byteorder == 16909060)) {
      var _err = new KaitaiStream.ValidationNotEqualError(16909060, this.byteorder, this._io, "/seq/1");
      this._debug.byteorder.validationError = _err;
      throw _err;
    }
    this._debug.mandatoryFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.mandatoryFlags = this._io.readU4be();
    this._debug.mandatoryFlags.end = this._io.pos;
    if (!(this.mandatoryFlags <= 3)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(3, this.mandatoryFlags, this._io, "/seq/2");
      this._debug.mandatoryFlags.validationError = _err;
      throw _err;
    }
    this._debug.optionalFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.optionalFlags = this._io.readU4be();
    this._debug.optionalFlags.end = this._io.pos;
    this._debug.optionalDataLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.optionalDataLen = this._io.readU4be();
    this._debug.optionalDataLen.end = this._io.pos;
    if (this.optionalDataLen != 0) {
      this._debug.optionalData = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._raw_optionalData = this._io.readBytes(this.optionalDataLen);
      var _io__raw_optionalData = new KaitaiStream(this._raw_optionalData);
      this.optionalData = new OptionalData(_io__raw_optionalData, this, this._root, this._is_le);
      this.optionalData._read();
      this._debug.optionalData.end = this._io.pos;
    }
  }

  /**
   * The configuration as text, JSON in files of Xen 4.5 and newer.
   */

  var Config = XlHeader.Config = (function() {
    function Config(_io, _parent, _root, _is_le) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this._debug = {};

    }
    Config.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Config.prototype._readLE = function() {
      this._debug.text = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.text = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "UTF-8");
      this._debug.text.end = this._io.pos;
    }
    Config.prototype._readBE = function() {
      this._debug.text = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.text = KaitaiStream.bytesToStr(this._io.readBytesTerm(0, false, true, true), "UTF-8");
      this._debug.text.end = this._io.pos;
    }

    /**
     * The text; JSON is closed by a zero octet.
     * @see spec/12-xl-save-file.md#XL-019
     */

    return Config;
  })();

  /**
   * The configuration of the domain, and room for more.
   */

  var OptionalData = XlHeader.OptionalData = (function() {
    function OptionalData(_io, _parent, _root, _is_le) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this._debug = {};

    }
    OptionalData.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    OptionalData.prototype._readLE = function() {
      this._debug.configLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.configLen = this._io.readU4le();
      this._debug.configLen.end = this._io.pos;
      if (this.configLen != 0) {
        this._debug.config = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._raw_config = this._io.readBytes(this.configLen);
        var _io__raw_config = new KaitaiStream(this._raw_config);
        this.config = new Config(_io__raw_config, this, this._root, this._is_le);
        this.config._read();
        this._debug.config.end = this._io.pos;
      }
      this._debug.rest = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rest = this._io.readBytesFull();
      this._debug.rest.end = this._io.pos;
    }
    OptionalData.prototype._readBE = function() {
      this._debug.configLen = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.configLen = this._io.readU4be();
      this._debug.configLen.end = this._io.pos;
      if (this.configLen != 0) {
        this._debug.config = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this._raw_config = this._io.readBytes(this.configLen);
        var _io__raw_config = new KaitaiStream(this._raw_config);
        this.config = new Config(_io__raw_config, this, this._root, this._is_le);
        this.config._read();
        this._debug.config.end = this._io.pos;
      }
      this._debug.rest = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.rest = this._io.readBytesFull();
      this._debug.rest.end = this._io.pos;
    }

    /**
     * Octets of the configuration, its closing zero octet counted.
     * @see spec/12-xl-save-file.md#XL-013
     */

    /**
     * The configuration.
     * @see spec/12-xl-save-file.md#XL-015
     */

    /**
     * Octets that no reader has a use for yet; skipped.
     */

    return OptionalData;
  })();

  /**
   * True when the configuration is JSON.
   */
  Object.defineProperty(XlHeader.prototype, 'hasJson', {
    get: function() {
      if (this._m_hasJson !== undefined)
        return this._m_hasJson;
      this._debug._m_hasJson = {  };
      this._m_hasJson = (this.mandatoryFlags & 1) != 0;
      return this._m_hasJson;
    }
  });

  /**
   * True when a libxl stream follows.
   */
  Object.defineProperty(XlHeader.prototype, 'isStreamV2', {
    get: function() {
      if (this._m_isStreamV2 !== undefined)
        return this._m_isStreamV2;
      this._debug._m_isStreamV2 = {  };
      this._m_isStreamV2 = (this.mandatoryFlags & 2) != 0;
      return this._m_isStreamV2;
    }
  });

  /**
   * Identity; the odd octets at the end show damage by a transfer as text.
   * @see spec/12-xl-save-file.md#XL-001
   */

  /**
   * 0x01020304 in the writer's byte order.
   * @see spec/12-xl-save-file.md#XL-003
   */

  /**
   * What a reader has to know: bit 0, the configuration is JSON; bit 1, a
   * libxl stream follows. A reader refuses a file with any other bit.
   * @see spec/12-xl-save-file.md#XL-005
   */

  /**
   * What a reader may ignore; no bit has a meaning so far.
   * @see spec/12-xl-save-file.md#XL-007
   */

  /**
   * Octets of the optional data.
   * @see spec/12-xl-save-file.md#XL-013
   */

  /**
   * The configuration.
   * @see spec/12-xl-save-file.md#XL-013
   */

  /**
   * Byte order of the writer; octet 32, the first of `byteorder`, is then 1.
   */

  return XlHeader;
})();
XlHeader_.XlHeader = XlHeader;
});
