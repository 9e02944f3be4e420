// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './Uint64'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./Uint64'));
  } else {
    factory(root.Machine || (root.Machine = {}), root.KaitaiStream, root.Uint64 || (root.Uint64 = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (Machine_, KaitaiStream, Uint64_) {
/**
 * Which machine of an emulator the image is of.
 * @see spec/23-v4-machine.md
 */

var Machine = (function() {
  function Machine(_io, _parent, _root, isBe) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this._debug = {};

  }
  Machine.prototype._read = function() {
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
  Machine.prototype._readLE = function() {
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4le();
    this._debug.version.end = this._io.pos;
    if (!(this.version == 1)) {
      var _err = new KaitaiStream.ValidationNotEqualError(1, this.version, this._io, "/seq/0");
      this._debug.version.validationError = _err;
      throw _err;
    }
    this._debug.vcpus = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpus = this._io.readU4le();
    this._debug.vcpus.end = this._io.pos;
    if (!(this.vcpus >= 1)) {
      var _err = new KaitaiStream.ValidationLessThanError(1, this.vcpus, this._io, "/seq/1");
      this._debug.vcpus.validationError = _err;
      throw _err;
    }
    if (!(this.vcpus <= 255)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(255, this.vcpus, this._io, "/seq/1");
      this._debug.vcpus.validationError = _err;
      throw _err;
    }
    this._debug.ramPages = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ramPages = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.ramPages._read();
    this._debug.ramPages.end = this._io.pos;
    this._debug.properties = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.properties.arr = [];
    this.properties = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.properties.arr[this.properties.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_properties = new Property(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_properties._read();
      } finally {
        this.properties.push(_t_properties);
      }
      this._debug.properties.arr[this.properties.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.properties.end = this._io.pos;
  }
  Machine.prototype._readBE = function() {
    this._debug.version = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.version = this._io.readU4be();
    this._debug.version.end = this._io.pos;
    if (!(this.version == 1)) {
      var _err = new KaitaiStream.ValidationNotEqualError(1, this.version, this._io, "/seq/0");
      this._debug.version.validationError = _err;
      throw _err;
    }
    this._debug.vcpus = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.vcpus = this._io.readU4be();
    this._debug.vcpus.end = this._io.pos;
    if (!(this.vcpus >= 1)) {
      var _err = new KaitaiStream.ValidationLessThanError(1, this.vcpus, this._io, "/seq/1");
      this._debug.vcpus.validationError = _err;
      throw _err;
    }
    if (!(this.vcpus <= 255)) {
      var _err = new KaitaiStream.ValidationGreaterThanError(255, this.vcpus, this._io, "/seq/1");
      this._debug.vcpus.validationError = _err;
      throw _err;
    }
    this._debug.ramPages = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.ramPages = new Uint64_.Uint64(this._io, null, null, this.isBe);
    this.ramPages._read();
    this._debug.ramPages.end = this._io.pos;
    this._debug.properties = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this._debug.properties.arr = [];
    this.properties = [];
    var i = 0;
    while (!this._io.isEof()) {
      this._debug.properties.arr[this.properties.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
      var _t_properties = new Property(this._io, this, this._root, this._is_le, this.isBe);
      try {
        _t_properties._read();
      } finally {
        this.properties.push(_t_properties);
      }
      this._debug.properties.arr[this.properties.length - 1].end = this._io.pos;
      i++;
    }
    this._debug.properties.end = this._io.pos;
  }

  /**
   * One property.
   */

  var Property = Machine.Property = (function() {
    function Property(_io, _parent, _root, _is_le, isBe) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._is_le = _is_le;
      this.isBe = isBe;
      this._debug = {};

    }
    Property.prototype._read = function() {

      if (this._is_le === true) {
        this._readLE();
      } else if (this._is_le === false) {
        this._readBE();
      } else {
        throw new KaitaiStream.UndecidedEndiannessError();
      }
    }
    Property.prototype._readLE = function() {
      this._debug.nameLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.nameLength = this._io.readU4le();
      this._debug.nameLength.end = this._io.pos;
      if (!(this.nameLength >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.nameLength, this._io, "/types/property/seq/0");
        this._debug.nameLength.validationError = _err;
        throw _err;
      }
      if (!(this.nameLength <= 64)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(64, this.nameLength, this._io, "/types/property/seq/0");
        this._debug.nameLength.validationError = _err;
        throw _err;
      }
      this._debug.valueLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.valueLength = this._io.readU4le();
      this._debug.valueLength.end = this._io.pos;
      this._debug.name = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.name = this._io.readBytes(this.nameLength);
      this._debug.name.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.valueLength);
      this._debug.value.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.padding.arr = [];
      this.padding = [];
      for (var i = 0; i < KaitaiStream.mod(8 - KaitaiStream.mod(this.nameLength + this.valueLength, 8), 8); i++) {
        this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.padding.push(this._io.readU1());
        this._debug.padding.arr[i].end = this._io.pos;
        if (!(this.padding[i] == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.padding[i], this._io, "/types/property/seq/4");
          this._debug.padding.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.padding.end = this._io.pos;
    }
    Property.prototype._readBE = function() {
      this._debug.nameLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.nameLength = this._io.readU4be();
      this._debug.nameLength.end = this._io.pos;
      if (!(this.nameLength >= 1)) {
        var _err = new KaitaiStream.ValidationLessThanError(1, this.nameLength, this._io, "/types/property/seq/0");
        this._debug.nameLength.validationError = _err;
        throw _err;
      }
      if (!(this.nameLength <= 64)) {
        var _err = new KaitaiStream.ValidationGreaterThanError(64, this.nameLength, this._io, "/types/property/seq/0");
        this._debug.nameLength.validationError = _err;
        throw _err;
      }
      this._debug.valueLength = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.valueLength = this._io.readU4be();
      this._debug.valueLength.end = this._io.pos;
      this._debug.name = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.name = this._io.readBytes(this.nameLength);
      this._debug.name.end = this._io.pos;
      this._debug.value = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.value = this._io.readBytes(this.valueLength);
      this._debug.value.end = this._io.pos;
      this._debug.padding = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.padding.arr = [];
      this.padding = [];
      for (var i = 0; i < KaitaiStream.mod(8 - KaitaiStream.mod(this.nameLength + this.valueLength, 8), 8); i++) {
        this._debug.padding.arr[i] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        this.padding.push(this._io.readU1());
        this._debug.padding.arr[i].end = this._io.pos;
        if (!(this.padding[i] == 0)) {
          var _err = new KaitaiStream.ValidationNotEqualError(0, this.padding[i], this._io, "/types/property/seq/4");
          this._debug.padding.arr[i].validationError = _err;
          throw _err;
        }
      }
      this._debug.padding.end = this._io.pos;
    }

    /**
     * Octets of the name.
     * @see spec/23-v4-machine.md#MACH-017
     */

    /**
     * Octets of the value.
     */

    /**
     * The name, of a to z, 0 to 9 and hyphen.
     * @see spec/23-v4-machine.md#MACH-017
     */

    /**
     * The value, in UTF-8.
     */

    /**
     * Zero octets up to a multiple of eight; any others are refused.
     * @see spec/23-v4-machine.md#MACH-019
     */

    /**
     * Byte order of the image.
     */

    return Property;
  })();

  /**
   * What the properties mean, and how the state of PLATFORM_STATE is laid out.
   * @see spec/23-v4-machine.md#MACH-011
   */

  /**
   * Number of vCPUs.
   * @see spec/23-v4-machine.md#MACH-013
   */

  /**
   * Pages of RAM, over all regions of MEMORY_LAYOUT.
   * @see spec/23-v4-machine.md#MACH-015
   */

  /**
   * The properties, ascending by name, up to the end of the body.
   * @see spec/23-v4-machine.md#MACH-017
   */

  /**
   * Byte order of the image.
   */

  return Machine;
})();
Machine_.Machine = Machine;
});
