// This is a generated file! Please edit source .ksy file and use kaitai-struct-compiler to rebuild

(function (root, factory) {
  if (typeof define === 'function' && define.amd) {
    define(['exports', 'kaitai-struct/KaitaiStream', './LibxlRecordHeader', './Requires', './HvmParams', './RecordHeader', './X86PvVcpuExtended', './ArmIdPolicy', './X86MsrPolicy', './X86TscInfo', './X86PvVcpuMsrs', './HvmContext', './X86CpuidPolicy', './ImageDigest', './LibxlRecord', './MachineVcpu', './CheckpointDirtyPfnList', './PageData', './PageDataCompressed', './X86PvVcpuXsave', './Machine', './SharedInfo', './X86PvInfo', './X86PvP2mFrames', './ArmVcpu', './MemoryLayout', './PlatformState', './X86PvVcpuBasic'], factory);
  } else if (typeof exports === 'object' && exports !== null && typeof exports.nodeType !== 'number') {
    factory(exports, require('kaitai-struct/KaitaiStream'), require('./LibxlRecordHeader'), require('./Requires'), require('./HvmParams'), require('./RecordHeader'), require('./X86PvVcpuExtended'), require('./ArmIdPolicy'), require('./X86MsrPolicy'), require('./X86TscInfo'), require('./X86PvVcpuMsrs'), require('./HvmContext'), require('./X86CpuidPolicy'), require('./ImageDigest'), require('./LibxlRecord'), require('./MachineVcpu'), require('./CheckpointDirtyPfnList'), require('./PageData'), require('./PageDataCompressed'), require('./X86PvVcpuXsave'), require('./Machine'), require('./SharedInfo'), require('./X86PvInfo'), require('./X86PvP2mFrames'), require('./ArmVcpu'), require('./MemoryLayout'), require('./PlatformState'), require('./X86PvVcpuBasic'));
  } else {
    factory(root.LibxcRecord || (root.LibxcRecord = {}), root.KaitaiStream, root.LibxlRecordHeader || (root.LibxlRecordHeader = {}), root.Requires || (root.Requires = {}), root.HvmParams || (root.HvmParams = {}), root.RecordHeader || (root.RecordHeader = {}), root.X86PvVcpuExtended || (root.X86PvVcpuExtended = {}), root.ArmIdPolicy || (root.ArmIdPolicy = {}), root.X86MsrPolicy || (root.X86MsrPolicy = {}), root.X86TscInfo || (root.X86TscInfo = {}), root.X86PvVcpuMsrs || (root.X86PvVcpuMsrs = {}), root.HvmContext || (root.HvmContext = {}), root.X86CpuidPolicy || (root.X86CpuidPolicy = {}), root.ImageDigest || (root.ImageDigest = {}), root.LibxlRecord || (root.LibxlRecord = {}), root.MachineVcpu || (root.MachineVcpu = {}), root.CheckpointDirtyPfnList || (root.CheckpointDirtyPfnList = {}), root.PageData || (root.PageData = {}), root.PageDataCompressed || (root.PageDataCompressed = {}), root.X86PvVcpuXsave || (root.X86PvVcpuXsave = {}), root.Machine || (root.Machine = {}), root.SharedInfo || (root.SharedInfo = {}), root.X86PvInfo || (root.X86PvInfo = {}), root.X86PvP2mFrames || (root.X86PvP2mFrames = {}), root.ArmVcpu || (root.ArmVcpu = {}), root.MemoryLayout || (root.MemoryLayout = {}), root.PlatformState || (root.PlatformState = {}), root.X86PvVcpuBasic || (root.X86PvVcpuBasic = {}));
  }
})(typeof self !== 'undefined' ? self : this, function (LibxcRecord_, KaitaiStream, LibxlRecordHeader_, Requires_, HvmParams_, RecordHeader_, X86PvVcpuExtended_, ArmIdPolicy_, X86MsrPolicy_, X86TscInfo_, X86PvVcpuMsrs_, HvmContext_, X86CpuidPolicy_, ImageDigest_, LibxlRecord_, MachineVcpu_, CheckpointDirtyPfnList_, PageData_, PageDataCompressed_, X86PvVcpuXsave_, Machine_, SharedInfo_, X86PvInfo_, X86PvP2mFrames_, ArmVcpu_, MemoryLayout_, PlatformState_, X86PvVcpuBasic_) {
/**
 * A record of a libxc stream: header, body, padding. Inside a libxl stream the
 * libxl records that complete a checkpoint follow its CHECKPOINT.
 * 
 * Some bodies cannot be read without what earlier records said: `guest_width`
 * comes in as a parameter and goes on, perhaps changed, as `guest_width_after`.
 * @see spec/04-records.md
 */

var LibxcRecord = (function() {
  function LibxcRecord(_io, _parent, _root, isBe, pageSize, guestWidth, inLibxl, libxlIsBe, lenTrailer) {
    this._io = _io;
    this._parent = _parent;
    this._root = _root || this;
    this.isBe = isBe;
    this.pageSize = pageSize;
    this.guestWidth = guestWidth;
    this.inLibxl = inLibxl;
    this.libxlIsBe = libxlIsBe;
    this.lenTrailer = lenTrailer;
    this._debug = {};

  }
  LibxcRecord.prototype._read = function() {
    this._debug.header = { start: this._io.pos, ioOffset: this._io.byteOffset };
    this.header = new RecordHeader_.RecordHeader(this._io, null, null, this.isBe);
    this.header._read();
    this._debug.header.end = this._io.pos;
    this._debug.body = { start: this._io.pos, ioOffset: this._io.byteOffset };
    switch (this.header.type) {
    case RecordHeader_.RecordHeader.RecordType.ARM_ID_POLICY:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new ArmIdPolicy_.ArmIdPolicy(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.ARM_VCPU:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new ArmVcpu_.ArmVcpu(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.CHECKPOINT:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.CHECKPOINT_DIRTY_PFN_LIST:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new CheckpointDirtyPfnList_.CheckpointDirtyPfnList(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.END:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.HVM_CONTEXT:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new HvmContext_.HvmContext(_io__raw_body, null, null);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.HVM_PARAMS:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new HvmParams_.HvmParams(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.IMAGE_DIGEST:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new ImageDigest_.ImageDigest(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.MACHINE:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new Machine_.Machine(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.MACHINE_VCPU:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new MachineVcpu_.MachineVcpu(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.MEMORY_LAYOUT:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new MemoryLayout_.MemoryLayout(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.PAGE_DATA:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new PageData_.PageData(_io__raw_body, null, null, this.isBe, this.pageSize);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.PAGE_DATA_COMPRESSED:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new PageDataCompressed_.PageDataCompressed(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.PLATFORM_STATE:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new PlatformState_.PlatformState(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.REQUIRES:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new Requires_.Requires(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.SHARED_INFO:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new SharedInfo_.SharedInfo(_io__raw_body, null, null, this.guestWidth);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.STATIC_DATA_END:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.VERIFY:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new NoContent(_io__raw_body, this, this._root);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_CPUID_POLICY:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86CpuidPolicy_.X86CpuidPolicy(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_MSR_POLICY:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86MsrPolicy_.X86MsrPolicy(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_INFO:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvInfo_.X86PvInfo(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_P2M_FRAMES:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvP2mFrames_.X86PvP2mFrames(_io__raw_body, null, null, this.isBe, this.guestWidth);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_VCPU_BASIC:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvVcpuBasic_.X86PvVcpuBasic(_io__raw_body, null, null, this.isBe, this.guestWidth);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_VCPU_EXTENDED:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvVcpuExtended_.X86PvVcpuExtended(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_VCPU_MSRS:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvVcpuMsrs_.X86PvVcpuMsrs(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_PV_VCPU_XSAVE:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86PvVcpuXsave_.X86PvVcpuXsave(_io__raw_body, null, null, this.isBe);
      this.body._read();
      break;
    case RecordHeader_.RecordHeader.RecordType.X86_TSC_INFO:
      this._raw_body = this._io.readBytes(this.header.bodyLength);
      var _io__raw_body = new KaitaiStream(this._raw_body);
      this.body = new X86TscInfo_.X86TscInfo(_io__raw_body, null, null, this.isBe);
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
    }
    this._debug.padding.end = this._io.pos;
    if (this.lenTrailer != 0) {
      this._debug.trailer = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.trailer = this._io.readBytes(this.lenTrailer);
      this._debug.trailer.end = this._io.pos;
    }
    if ( ((this.inLibxl) && (this.header.type == RecordHeader_.RecordHeader.RecordType.CHECKPOINT) && (!(this._io.isEof()))) ) {
      this._debug.libxlRecords = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._debug.libxlRecords.arr = [];
      this.libxlRecords = [];
      var i = 0;
      do {
        this._debug.libxlRecords.arr[this.libxlRecords.length] = { start: this._io.pos, ioOffset: this._io.byteOffset };
        var _t_libxlRecords = new LibxlRecord_.LibxlRecord(this._io, null, null, this.libxlIsBe);
        try {
          _t_libxlRecords._read();
        } finally {
          var _ = _t_libxlRecords;
          this.libxlRecords.push(_);
        }
        this._debug.libxlRecords.arr[this.libxlRecords.length - 1].end = this._io.pos;
        i++;
      } while (!( ((_.header.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.CHECKPOINT_END) || (this._io.isEof())) ));
      this._debug.libxlRecords.end = this._io.pos;
    }
    if ( ((this.inLibxl) && (this.header.type == RecordHeader_.RecordHeader.RecordType.CHECKPOINT) && (this._io.size - this._io.pos >= 8) && (this.upcoming.type == LibxlRecordHeader_.LibxlRecordHeader.LibxlRecordType.CHECKPOINT_STATE) && (this.upcoming.bodyLength <= 8)) ) {
      this._debug.libxlMessage = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this.libxlMessage = new LibxlRecord_.LibxlRecord(this._io, null, null, this.libxlIsBe);
      this.libxlMessage._read();
      this._debug.libxlMessage.end = this._io.pos;
    }
  }

  /**
   * The type says it all.
   */

  var NoContent = LibxcRecord.NoContent = (function() {
    function NoContent(_io, _parent, _root) {
      this._io = _io;
      this._parent = _parent;
      this._root = _root;
      this._debug = {};

    }
    NoContent.prototype._read = function() {
    }

    return NoContent;
  })();

  /**
   * Octets in a register of the guest, for the records after this one.
   */
  Object.defineProperty(LibxcRecord.prototype, 'guestWidthAfter', {
    get: function() {
      if (this._m_guestWidthAfter !== undefined)
        return this._m_guestWidthAfter;
      this._debug._m_guestWidthAfter = {  };
      this._m_guestWidthAfter = (this.header.type == RecordHeader_.RecordHeader.RecordType.X86_PV_INFO ? this.body.guestWidth : this.guestWidth);
      return this._m_guestWidthAfter;
    }
  });

  /**
   * What follows the libxl part of a checkpoint, read as if it were libxl's.
   */
  Object.defineProperty(LibxcRecord.prototype, 'upcoming', {
    get: function() {
      if (this._m_upcoming !== undefined)
        return this._m_upcoming;
      var _pos = this._io.pos;
      this._io.seek(this._io.pos);
      this._debug._m_upcoming = { start: this._io.pos, ioOffset: this._io.byteOffset };
      this._m_upcoming = new LibxlRecordHeader_.LibxlRecordHeader(this._io, null, null, this.libxlIsBe);
      this._m_upcoming._read();
      this._debug._m_upcoming.end = this._io.pos;
      this._io.seek(_pos);
      return this._m_upcoming;
    }
  });

  /**
   * Type and length.
   */

  /**
   * What the type says; octets where it is not known.
   */

  /**
   * Zero octets up to a multiple of eight.
   * @see spec/04-records.md#REC-003
   */

  /**
   * The sum over header, body and padding.
   * @see spec/18-v4-integrity.md#SUM-001
   */

  /**
   * The libxl part of a checkpoint, CHECKPOINT_END included.
   */

  /**
   * In a COLO stream, the order for the next checkpoint, CHECKPOINT_STATE. A
   * stream does not say that it is one, so the order is known by its number and
   * length, which no record that opens a round in a stream of Xen shares.
   */

  /**
   * Byte order of the image.
   */

  /**
   * Octets in a page, from the domain header.
   */

  /**
   * Octets in a register of the guest, from the X86_PV_INFO record before this
   * one; 0 when there was none.
   */

  /**
   * True when the stream lies inside a libxl stream.
   */

  /**
   * Byte order of that libxl stream.
   */

  /**
   * Octets of the trailer behind each record, 0 before version 4.
   */

  return LibxcRecord;
})();
LibxcRecord_.LibxcRecord = LibxcRecord;
});
