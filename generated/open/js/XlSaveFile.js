// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlStream'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlStream'));
  } else {
    factory(root.XlSaveFile || (root.XlSaveFile = {}), root.KaitaiStream, root.LibxlStream || (root.LibxlStream = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (XlSaveFile_, KaitaiStream, LibxlStream_) {
/**
 * What `xl save` writes: a header of 48 octets, the configuration of the domain,
 * and a libxl stream. Integers are in the byte order of the machine that wrote the
 * file, which the word `byteorder` shows.
 */

var XlSaveFile = (function() {
  function XlSaveFile(_io, _parent, _root) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this._debug = {};

  }
  XlSaveFile.prototype._read = function() {
    this._debug.magic = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.magic = this._io.readBytes(32);
    this._debug.magic.end = this._io.pos;
    this._debug.byteorder = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.byteorder = this._io.readU4le();
    this._debug.byteorder.end = this._io.pos;
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new Header(this._io, this, this._root, this.isBe);
    this.header._read();
    this._debug.header.end = this._io.pos;
    if (this.header.isStreamV2) {
      this._debug.stream = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.stream = new LibxlStream_.LibxlStream(this._io, null, null);
      this.stream._read();
      this._debug.stream.end = this._io.pos;
    }
    if (!(this.header.isStreamV2)) {
      this._debug.legacyStream = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.legacyStream = this._io.readBytesFull();
      this._debug.legacyStream.end = this._io.pos;
    }
  }

  /**
   * Rest of the header, and the optional data.
   */

  var Header = XlSaveFile.Header = (function() {
    function Header(_io, _parent, _root, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this.isBe = isBe;
      this._debug = {};

    }
    Header.prototype._read = function() {
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
    Header.prototype._readLE = function() {
      this._debug.mandatoryFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mandatoryFlags = this._io.readU4le();
      this._debug.mandatoryFlags.end = this._io.pos;
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
    Header.prototype._readBE = function() {
      this._debug.mandatoryFlags = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.mandatoryFlags = this._io.readU4be();
      this._debug.mandatoryFlags.end = this._io.pos;
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

    var Config = Header.Config = (function() {
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
       */

      return Config;
    })();

    /**
     * The configuration of the domain, and room for more.
     */

    var OptionalData = Header.OptionalData = (function() {
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
       */

      /**
       * The configuration.
       */

      /**
       * Octets that no reader has a use for yet; skipped.
       */

      return OptionalData;
    })();

    /**
     * True when the configuration is JSON.
     */
    Object.defineProperty(Header.prototype, 'hasJson', {
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
    Object.defineProperty(Header.prototype, 'isStreamV2', {
      get: function() {
        if (this._m_isStreamV2 !== undefined)
          return this._m_isStreamV2;
        this._debug._m_isStreamV2 = {  };
        this._m_isStreamV2 = (this.mandatoryFlags & 2) != 0;
        return this._m_isStreamV2;
      }
    });

    /**
     * What a reader has to know: bit 0, the configuration is JSON; bit 1, a
     * libxl stream follows. A reader refuses a file with any other bit.
     */

    /**
     * What a reader may ignore; no bit has a meaning so far.
     */

    /**
     * Octets of the optional data.
     */

    /**
     * The configuration.
     */

    /**
     * Byte order of the writer.
     */

    return Header;
  })();

  /**
   * True when the writer was big-endian.
   */
  Object.defineProperty(XlSaveFile.prototype, 'isBe', {
    get: function() {
      if (this._m_isBe !== undefined)
        return this._m_isBe;
      this._debug._m_isBe = {  };
      this._m_isBe = this.byteorder == 67305985;
      return this._m_isBe;
    }
  });

  /**
   * Identity; the odd octets show damage by a transfer as text.
   */

  /**
   * 0x01020304 in the writer's byte order, read here as little-endian.
   */

  /**
   * Rest of the header, and the optional data.
   */

  /**
   * The libxl stream.
   */

  /**
   * A stream in the format of Xen before 4.6.
   */

  return XlSaveFile;
})();
XlSaveFile_.XlSaveFile = XlSaveFile;
});
