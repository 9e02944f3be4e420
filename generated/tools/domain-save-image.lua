-- Generated from schemas/*.ksy and the requirements of the specification by `npm run generate`; edit those, or
-- src/authoring/tools/wireshark.lua. Put it into the folder of Wireshark's personal Lua plugins, or: tshark -X lua_script:FILE
-- Apache-2.0; what is loaded into Wireshark may be used under its licence too.

local enums, structs, requirements = {}, {}, {}
local function pick(condition, yes, no) if condition then return yes end return no end
local function bits(a, b, both)
  local result, place = 0, 1
  while a > 0 or b > 0 do
    local x, y = a % 2, b % 2
    if (both and x + y == 2) or (not both and x + y > 0) then result = result + place end
    a, b, place = math.floor(a / 2), math.floor(b / 2), place * 2
  end
  return result
end
local function band(a, b) return bits(a, b, true) end
local function bor(a, b) return bits(a, b, false) end

enums["image_header_v4.check"] = {[0] = "NONE", [3] = "CRC32", [5] = "CRC32C", [6] = "SHA256"}
enums["domain_header.domain_type"] = {[1] = "X86_PV", [2] = "X86_HVM", [5] = "ARM", [6] = "V86_MACHINE", [7] = "QEMU_MACHINE"}
enums["record_header.record_type"] = {[0] = "END", [1] = "PAGE_DATA", [2] = "X86_PV_INFO", [3] = "X86_PV_P2M_FRAMES", [4] = "X86_PV_VCPU_BASIC", [5] = "X86_PV_VCPU_EXTENDED", [6] = "X86_PV_VCPU_XSAVE", [7] = "SHARED_INFO", [8] = "X86_TSC_INFO", [9] = "HVM_CONTEXT", [10] = "HVM_PARAMS", [11] = "TOOLSTACK", [12] = "X86_PV_VCPU_MSRS", [13] = "VERIFY", [14] = "CHECKPOINT", [15] = "CHECKPOINT_DIRTY_PFN_LIST", [16] = "STATIC_DATA_END", [17] = "X86_CPUID_POLICY", [18] = "X86_MSR_POLICY", [19] = "MEMORY_LAYOUT", [20] = "PAGE_DATA_COMPRESSED", [21] = "REQUIRES", [22] = "ARM_ID_POLICY", [23] = "ARM_VCPU", [24] = "MACHINE", [25] = "MACHINE_VCPU", [26] = "PLATFORM_STATE", [2147483664] = "IMAGE_DIGEST"}
enums["page_data.page_type"] = {[0] = "NOTAB", [1] = "L1", [2] = "L2", [3] = "L3", [4] = "L4", [9] = "L1PIN", [10] = "L2PIN", [11] = "L3PIN", [12] = "L4PIN", [13] = "BROKEN", [14] = "XALLOC", [15] = "XTAB"}
enums["x86_tsc_info.tsc_mode"] = {[0] = "DEFAULT", [1] = "ALWAYS_EMULATE", [2] = "NEVER_EMULATE", [3] = "PVRDTSCP"}
enums["hvm_params.hvm_param_name"] = {[0] = "CALLBACK_IRQ", [1] = "STORE_PFN", [2] = "STORE_EVTCHN", [4] = "PAE_ENABLED", [5] = "IOREQ_PFN", [6] = "BUFIOREQ_PFN", [9] = "VIRIDIAN", [10] = "TIMER_MODE", [11] = "HPET_ENABLED", [12] = "IDENT_PT", [13] = "DM_DOMAIN", [14] = "ACPI_S_STATE", [15] = "VM86_TSS", [16] = "VPT_ALIGN", [17] = "CONSOLE_PFN", [18] = "CONSOLE_EVTCHN", [19] = "ACPI_IOPORTS_LOCATION", [20] = "MEMORY_EVENT_CR0", [21] = "MEMORY_EVENT_CR3", [22] = "MEMORY_EVENT_CR4", [23] = "MEMORY_EVENT_INT3", [24] = "NESTEDHVM", [25] = "MEMORY_EVENT_SINGLE_STEP", [26] = "BUFIOREQ_EVTCHN", [27] = "PAGING_RING_PFN", [28] = "MONITOR_RING_PFN", [29] = "SHARING_RING_PFN", [30] = "MEMORY_EVENT_MSR", [31] = "TRIPLE_FAULT_REASON", [32] = "IOREQ_SERVER_PFN", [33] = "NR_IOREQ_SERVER_PAGES", [34] = "VM_GENERATION_ID_ADDR", [35] = "ALTP2M", [36] = "X87_FIP_WIDTH", [37] = "VM86_TSS_SIZED", [38] = "MCA_CAP"}
enums["x86_pv_vcpu_msrs.vcpu_msr"] = {[72] = "SPEC_CTRL", [320] = "MISC_FEATURES_ENABLES", [3221225731] = "TSC_AUX", [3221295129] = "DR1_ADDRESS_MASK", [3221295130] = "DR2_ADDRESS_MASK", [3221295131] = "DR3_ADDRESS_MASK", [3221295143] = "DR0_ADDRESS_MASK"}
enums["x86_msr_policy.policy_msr"] = {[206] = "PLATFORM_INFO", [266] = "ARCH_CAPABILITIES"}
enums["page_data_compressed.codec"] = {[0] = "NONE", [1] = "WORD_DELTA", [2] = "GZIP", [3] = "ZSTD", [4] = "LZ4"}
enums["libxl_record_header.libxl_record_type"] = {[0] = "END", [1] = "LIBXC_CONTEXT", [2] = "EMULATOR_XENSTORE_DATA", [3] = "EMULATOR_CONTEXT", [4] = "CHECKPOINT_END", [5] = "CHECKPOINT_STATE"}
enums["libxl_emulator_xenstore_data.emulator"] = {[0] = "UNKNOWN", [1] = "QEMU_TRADITIONAL", [2] = "QEMU_UPSTREAM"}
enums["libxl_checkpoint_state.control"] = {[0] = "NEW_CHECKPOINT", [1] = "SVM_SUSPENDED", [2] = "SVM_READY", [3] = "SVM_RESUMED"}

structs["xl_header"] = {
  {id = "magic", doc = "Identity; the odd octets at the end show damage by a transfer as text.", check = function(x, v, s) return x == "58656e20736176656420646f6d61696e2c20786c20666f726d61740a2000200d" end, req = "XL-001", wanted = "58 65 6e 20 73 61 76 65 64 20 64 6f 6d 61 69 6e 2c 20 78 6c 20 66 6f 72 6d 61 74 0a 20 00 20 0d", kind = "octets", size = function(v, s) return 32 end},
  {id = "byteorder", doc = "0x01020304 in the writer's byte order.", check = function(x, v, s) return x == 16909060 end, req = "XL-003", wanted = "16909060", kind = "int", octets = 4},
  {id = "mandatory_flags", doc = "What a reader has to know: bit 0, the configuration is JSON; bit 1, a libxl stream follows. A reader refuses a file with any other bit.", check = function(x, v, s) return x <= 3 end, req = "XL-005", wanted = "at most 3", kind = "int", octets = 4},
  {id = "optional_flags", doc = "What a reader may ignore; no bit has a meaning so far.", kind = "int", octets = 4},
  {id = "optional_data_len", doc = "Octets of the optional data.", kind = "int", octets = 4},
  {id = "optional_data", doc = "The configuration.", when = function(v, s) return (v.optional_data_len ~= 0) end, kind = "struct", of = "xl_header.optional_data", size = function(v, s) return v.optional_data_len end},
  {id = "has_json", kind = "value", value = function(v, s) return ((band(v.mandatory_flags, 1)) ~= 0) end, hidden = true, doc = "True when the configuration is JSON."},
  {id = "is_stream_v2", kind = "value", value = function(v, s) return ((band(v.mandatory_flags, 2)) ~= 0) end, hidden = true, doc = "True when a libxl stream follows."},
}
structs["xl_header.optional_data"] = {
  {id = "config_len", doc = "Octets of the configuration, its closing zero octet counted.", kind = "int", octets = 4},
  {id = "config", doc = "The configuration.", when = function(v, s) return (v.config_len ~= 0) end, kind = "struct", of = "xl_header.config", size = function(v, s) return v.config_len end},
  {id = "rest", doc = "Octets that no reader has a use for yet; skipped.", kind = "octets"},
}
structs["xl_header.config"] = {
  {id = "text", doc = "The text; JSON is closed by a zero octet.", kind = "strz"},
}
structs["libxl_header"] = {
  {id = "ident", doc = "The eight letters that name the format.", check = function(x, v, s) return x == "4c6962786c466d74" end, req = "LXL-001", wanted = "4c 69 62 78 6c 46 6d 74", kind = "octets", size = function(v, s) return 8 end},
  {id = "version", doc = "Version of the stream: 2 in every Xen from 4.6.", check = function(x, v, s) return x == 2 end, req = "LXL-003", wanted = "2", kind = "int", octets = 4, be = true},
  {id = "options", doc = "Bit 0 is the byte order of the records, 1 for big-endian. Bit 1 marks the output of the converter from the legacy format. The rest is reserved and written as zero.", check = function(x, v, s) return x <= 3 end, req = "LXL-005", wanted = "at most 3", kind = "int", octets = 4, be = true},
  {id = "is_be", kind = "value", value = function(v, s) return ((band(v.options, 1)) ~= 0) end, hidden = true, doc = "True when the records are big-endian."},
  {id = "is_converted", kind = "value", value = function(v, s) return ((band(v.options, 2)) ~= 0) end, hidden = true, doc = "True when the stream was converted from the legacy format."},
}
structs["image_header"] = {
  {id = "marker", doc = "All ones. A stream of the older (legacy) format has a zero bit somewhere in its first eight octets, so the two are never mistaken for each other.", check = function(x, v, s) return x == "ffffffffffffffff" end, req = "IMG-001", wanted = "ff ff ff ff ff ff ff ff", kind = "octets", size = function(v, s) return 8 end},
  {id = "ident", doc = "The four letters that name the format.", check = function(x, v, s) return x == "58454e46" end, req = "IMG-003", wanted = "58 45 4e 46", kind = "octets", size = function(v, s) return 4 end},
  {id = "version", doc = "Edition of the stream: 2 (Xen 4.6 to 4.13), 3 (Xen 4.14 and newer) or 4 (the draft).", check = function(x, v, s) return x == 2 or x == 3 or x == 4 end, req = "IMG-005", wanted = "one of 2, 3, 4", kind = "int", octets = 4, be = true},
  {id = "options", doc = "Bit 0 tells the byte order of everything after this header: 0 is little endian, 1 is big endian. Bits 1 to 15 are reserved and written as zero.", check = function(x, v, s) return x <= 1 end, req = "IMG-012", wanted = "at most 1", kind = "int", octets = 2, be = true},
  {id = "reserved1", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "IMG-016", wanted = "0", kind = "int", octets = 2, be = true},
  {id = "reserved2", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "IMG-016", wanted = "0", kind = "int", octets = 4, be = true},
  {id = "is_be", kind = "value", value = function(v, s) return ((band(v.options, 1)) ~= 0) end, hidden = true, doc = "True when the rest of the image is big-endian."},
}
structs["image_header_v4"] = {
  {id = "incompat", doc = "Features that a Reader has to know. None is defined.", check = function(x, v, s) return x == 0 end, req = "VFOUR-007", wanted = "0", kind = "int", octets = 4, be = true},
  {id = "compat", doc = "Features that a Reader may pass over. None is defined.", check = function(x, v, s) return x == 0 end, req = "VFOUR-009", wanted = "0", kind = "int", octets = 4, be = true},
  {id = "record_check", doc = "Algorithm of the sum behind each record.", enum = "image_header_v4.check", check = function(x, v, s) return enums["image_header_v4.check"][x] ~= nil end, req = "VFOUR-011", wanted = "a value of check", kind = "int", octets = 2, be = true},
  {id = "image_digest", doc = "Algorithm of the sum that closes each round.", enum = "image_header_v4.check", check = function(x, v, s) return enums["image_header_v4.check"][x] ~= nil end, req = "VFOUR-013", wanted = "a value of check", kind = "int", octets = 2, be = true},
  {id = "reserved", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "VFOUR-015", wanted = "0", kind = "int", octets = 4, be = true},
  {id = "len_trailer", kind = "value", value = function(v, s) return pick((v.record_check == 0), 0, pick((v.record_check == 6), 32, 8)) end, hidden = true, doc = "Octets of the trailer behind each record."},
}
structs["domain_header"] = {
  {id = "type", doc = "Kind of domain.", enum = "domain_header.domain_type", check = function(x, v, s) return enums["domain_header.domain_type"][x] ~= nil end, req = "DOM-001", wanted = "a value of domain_type", kind = "int", octets = 4},
  {id = "page_shift", doc = "Base-2 logarithm of the page size in octets. 12 on x86.", check = function(x, v, s) return ((x == 12) or ((v.type == 5) and (((x == 14) or (x == 16))))) end, req = "DOM-004", wanted = "12, or 14 or 16 in an ARM domain", kind = "int", octets = 2},
  {id = "reserved", doc = "Written as zero, ignored by a Reader.", check = function(x, v, s) return x == 0 end, req = "DOM-006", wanted = "0", kind = "int", octets = 2},
  {id = "xen_major", doc = "Major version of the Xen that saved the domain. Zero when the image was converted from the legacy format.", kind = "int", octets = 4},
  {id = "xen_minor", doc = "Minor version of the Xen that saved the domain; the converter's own version when `xen_major` is zero.", kind = "int", octets = 4},
}
structs["libxc_record"] = {
  {id = "header", doc = "Type and length.", kind = "struct", of = "record_header"},
  {id = "body", doc = "What the type says; octets where it is not known.", kind = "switch", on = function(v, s) return v.header.type end, cases = {[0] = "libxc_record.no_content", [1] = "page_data", [2] = "x86_pv_info", [3] = "x86_pv_p2m_frames", [4] = "x86_pv_vcpu_basic", [5] = "x86_pv_vcpu_extended", [6] = "x86_pv_vcpu_xsave", [7] = "shared_info", [8] = "x86_tsc_info", [9] = "hvm_context", [10] = "hvm_params", [12] = "x86_pv_vcpu_msrs", [13] = "libxc_record.no_content", [14] = "libxc_record.no_content", [15] = "checkpoint_dirty_pfn_list", [16] = "libxc_record.no_content", [17] = "x86_cpuid_policy", [18] = "x86_msr_policy", [21] = "requires", [19] = "memory_layout", [22] = "arm_id_policy", [23] = "arm_vcpu", [24] = "machine", [25] = "machine_vcpu", [26] = "platform_state", [20] = "page_data_compressed", [2147483664] = "image_digest"}, size = function(v, s) return v.header.body_length end},
  {id = "padding", doc = "Zero octets up to a multiple of eight.", check = function(x, v, s) return x == 0 end, req = "REC-003", wanted = "0", many = true, count = function(v, s) return v.header.len_padding end, kind = "int", octets = 1},
  {id = "trailer", doc = "The sum over header, body and padding.", when = function(v, s) return (s.len_trailer ~= 0) end, kind = "octets", size = function(v, s) return s.len_trailer end},
}
structs["record_header"] = {
  {id = "type", doc = "What the body holds. With bit 31 set, a Reader may skip what it does not know.", enum = "record_header.record_type", kind = "int", octets = 4},
  {id = "body_length", doc = "Octets of the body, padding not counted. At most 128 MiB.", check = function(x, v, s) return x <= 134217728 end, req = "REC-007", wanted = "at most 134217728", kind = "int", octets = 4},
  {id = "is_optional", kind = "value", value = function(v, s) return ((band(v.type, 2147483648)) ~= 0) end, hidden = true, doc = "True when a Reader that does not know the type skips the record."},
  {id = "len_padding", kind = "value", value = function(v, s) return (((8 - (v.body_length % 8))) % 8) end, hidden = true, doc = "Octets of padding after the body."},
}
structs["libxc_record.no_content"] = {
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "REC-031", wanted = "no octet after this", kind = "check"},
}
structs["page_data"] = {
  {id = "count", doc = "Number of entries.", check = function(x, v, s) return x >= 1 end, req = "PAGE-001", wanted = "at least 1", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PAGE-005", wanted = "0", kind = "int", octets = 4},
  {id = "pfns", doc = "The page frames of the batch.", many = true, count = function(v, s) return v.count end, kind = "struct", of = "page_data.pfn_entry"},
  {id = "pages", kind = "octets", doc = "Contents, one page for each entry that carries data."},
}
structs["page_data.pfn_entry"] = {
  {id = "raw", doc = "The whole word. Types 5 to 8 do not exist, bits 52 to 59 are zero.", check = function(x, v, s) return (((((math.floor(x.hi / 2 ^ 28)) < 5) or ((math.floor(x.hi / 2 ^ 28)) > 8))) and ((band((math.floor(x.hi / 2 ^ 20)), 255)) == 0)) end, req = "PAGE-016", wanted = "a type other than 5 to 8, and bits 52 to 59 zero", kind = "u64"},
  {id = "type", kind = "value", value = function(v, s) return band((math.floor(v.raw.hi / 2 ^ 28)), 15) end, enum = "page_data.page_type", doc = "What the page is."},
  {id = "reserved", kind = "value", value = function(v, s) return band((math.floor(v.raw.hi / 2 ^ 20)), 255) end, hidden = true, doc = "Bits 52 to 59, written as zero."},
  {id = "pfn_hi", kind = "value", value = function(v, s) return band(v.raw.hi, 1048575) end, doc = "Bits 51 to 32 of the page frame number."},
  {id = "pfn_lo", kind = "value", value = function(v, s) return v.raw.lo end, doc = "Bits 31 to 0 of the page frame number."},
  {id = "has_data", kind = "value", value = function(v, s) return (((math.floor(v.raw.hi / 2 ^ 28)) < 5) or ((((math.floor(v.raw.hi / 2 ^ 28)) > 8) and ((math.floor(v.raw.hi / 2 ^ 28)) < 13)))) end, hidden = true, doc = "True when the record carries the contents of this page."},
}
structs["x86_pv_info"] = {
  {id = "guest_width", doc = "Octets in a register: 4 or 8.", check = function(x, v, s) return x == 4 or x == 8 end, req = "PV-004", wanted = "one of 4, 8", kind = "int", octets = 1},
  {id = "pt_levels", doc = "Levels of page tables, 3 for a 32-bit guest and 4 for a 64-bit guest.", check = function(x, v, s) return (x == (pick((v.guest_width == 4), 3, 4))) end, req = "PV-004", wanted = "3 with width 4, 4 with width 8", kind = "int", octets = 1},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PV-006", wanted = "0", many = true, count = function(v, s) return 6 end, kind = "int", octets = 1},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "PV-001", wanted = "no octet after this", kind = "check"},
}
structs["x86_pv_p2m_frames"] = {
  {id = "start_pfn", doc = "First page frame number that the table covers. Every Writer starts at 0.", check = function(x, v, s) return x == 0 end, req = "PV-012", wanted = "0", kind = "int", octets = 4},
  {id = "end_pfn", doc = "Last page frame number that the table covers, itself included.", check = function(x, v, s) return ((x >= v.start_pfn) and (x > 0)) end, req = "PV-008", wanted = "at least start_pfn, and not 0", kind = "int", octets = 4},
  {id = "frames", doc = "Page frame numbers of the frames that hold the table.", many = true, kind = "u64"},
  {id = "frames_complete", doc = "The list has one entry for every frame of the table.", kind = "check"},
  {id = "pfns_per_frame", kind = "value", value = function(v, s) return pick((s.guest_width == 0), 512, math.floor(4096 / s.guest_width)) end, doc = "Entries of the table in one frame."},
}
structs["x86_pv_vcpu_basic"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PV-024", wanted = "0", kind = "int", octets = 4},
  {id = "content_present", doc = "A vCPU without this state has no such record; a Reader takes an empty one for none.", check = function(x, v, s) return (not v._eof) end, req = "PV-026", wanted = "a register context", kind = "check"},
  {id = "context", doc = "The registers.", when = function(v, s) return (not v._eof) end, kind = "switch", on = function(v, s) return s.guest_width end, cases = {[4] = "vcpu_guest_context_x86_32", [8] = "vcpu_guest_context_x86_64"}},
}
structs["vcpu_guest_context_x86_32"] = {
  {id = "fpu", doc = "Floating-point registers.", kind = "struct", of = "x86_fxsave_area", size = function(v, s) return 512 end},
  {id = "flags", doc = "What of the context is in use.", kind = "int", octets = 4, be = false},
  {id = "user_regs", doc = "General registers.", kind = "struct", of = "vcpu_guest_context_x86_32.user_regs"},
  {id = "trap_ctxt", doc = "The interrupt descriptor table that the guest registered.", many = true, count = function(v, s) return 256 end, kind = "struct", of = "vcpu_guest_context_x86_32.trap_info"},
  {id = "ldt_base", doc = "Linear address of the local descriptor table.", kind = "int", octets = 4, be = false},
  {id = "ldt_ents", doc = "Entries of that table.", kind = "int", octets = 4, be = false},
  {id = "gdt_frames", doc = "Frames that hold the global descriptor table; as many are in use as `gdt_ents` needs.", many = true, count = function(v, s) return 16 end, kind = "int", octets = 4, be = false},
  {id = "gdt_ents", doc = "Entries of that table, at most 7168.", check = function(x, v, s) return x <= 7168 end, req = "PV-028", wanted = "at most 7168", kind = "int", octets = 4, be = false},
  {id = "kernel_ss", doc = "Stack segment of the guest kernel.", kind = "int", octets = 4, be = false},
  {id = "kernel_sp", doc = "Stack pointer of the guest kernel.", kind = "int", octets = 4, be = false},
  {id = "ctrlreg", doc = "CR0 to CR7. CR3 is a frame number rotated left by 12 within 32 bits.", many = true, count = function(v, s) return 8 end, kind = "int", octets = 4, be = false},
  {id = "debugreg", doc = "DR0 to DR7.", many = true, count = function(v, s) return 8 end, kind = "int", octets = 4, be = false},
  {id = "event_callback_cs", doc = "Code segment of the next.", kind = "int", octets = 4, be = false},
  {id = "event_callback_eip", doc = "Where events enter the guest.", kind = "int", octets = 4, be = false},
  {id = "failsafe_callback_cs", doc = "Code segment of the next.", kind = "int", octets = 4, be = false},
  {id = "failsafe_callback_eip", doc = "Where a failed return enters the guest.", kind = "int", octets = 4, be = false},
  {id = "vm_assist", doc = "Assists that the guest has enabled.", kind = "int", octets = 4, be = false},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "PV-026", wanted = "no octet after this", kind = "check"},
  {id = "i387_valid", kind = "value", value = function(v, s) return ((band(v.flags, 1)) ~= 0) end, hidden = true, doc = "Bit 0 of `flags`. The floating-point state is in use."},
  {id = "in_kernel", kind = "value", value = function(v, s) return ((band(v.flags, 4)) ~= 0) end, hidden = true, doc = "Bit 2 of `flags`. The vCPU was in its kernel."},
  {id = "failsafe_disables_events", kind = "value", value = function(v, s) return ((band(v.flags, 8)) ~= 0) end, hidden = true, doc = "Bit 3 of `flags`. The failsafe callback masks events."},
  {id = "syscall_disables_events", kind = "value", value = function(v, s) return ((band(v.flags, 16)) ~= 0) end, hidden = true, doc = "Bit 4 of `flags`. The system-call entry masks events."},
  {id = "online", kind = "value", value = function(v, s) return ((band(v.flags, 32)) ~= 0) end, hidden = true, doc = "Bit 5 of `flags`. The vCPU is online."},
}
structs["x86_fxsave_area"] = {
  {id = "fcw", doc = "x87 control word.", kind = "int", octets = 2, be = false},
  {id = "fsw", doc = "x87 status word.", kind = "int", octets = 2, be = false},
  {id = "ftw", doc = "Abridged x87 tag word.", kind = "int", octets = 1, be = false},
  {id = "reserved1", doc = "Reserved.", kind = "int", octets = 1, be = false},
  {id = "fop", doc = "Last x87 opcode.", kind = "int", octets = 2, be = false},
  {id = "fip", doc = "Last x87 instruction pointer.", kind = "u64", be = false},
  {id = "fdp", doc = "Last x87 data pointer.", kind = "u64", be = false},
  {id = "mxcsr", doc = "SSE control and status.", kind = "int", octets = 4, be = false},
  {id = "mxcsr_mask", doc = "Bits of `mxcsr` that the processor supports.", kind = "int", octets = 4, be = false},
  {id = "st", doc = "Registers ST0 to ST7, or MM0 to MM7.", many = true, count = function(v, s) return 8 end, kind = "struct", of = "x86_fxsave_area.x87_register"},
  {id = "xmm", doc = "Registers XMM0 to XMM15.", many = true, count = function(v, s) return 16 end, kind = "octets", size = function(v, s) return 16 end},
  {id = "reserved2", doc = "Reserved.", kind = "octets", size = function(v, s) return 48 end},
  {id = "available", doc = "Octets that the processor leaves to software.", kind = "octets", size = function(v, s) return 48 end},
}
structs["x86_fxsave_area.x87_register"] = {
  {id = "significand", doc = "Explicit integer bit and fraction; the whole of an MMX register.", kind = "u64", be = false},
  {id = "sign_exponent", doc = "Sign in bit 15, biased exponent below.", kind = "int", octets = 2, be = false},
  {id = "reserved", doc = "Reserved.", kind = "octets", size = function(v, s) return 6 end},
}
structs["vcpu_guest_context_x86_32.user_regs"] = {
  {id = "ebx", doc = "EBX.", kind = "int", octets = 4, be = false},
  {id = "ecx", doc = "ECX.", kind = "int", octets = 4, be = false},
  {id = "edx", doc = "EDX.", kind = "int", octets = 4, be = false},
  {id = "esi", doc = "ESI.", kind = "int", octets = 4, be = false},
  {id = "edi", doc = "EDI.", kind = "int", octets = 4, be = false},
  {id = "ebp", doc = "EBP.", kind = "int", octets = 4, be = false},
  {id = "eax", doc = "EAX.", kind = "int", octets = 4, be = false},
  {id = "error_code", doc = "Private to the hypervisor.", kind = "int", octets = 2, be = false},
  {id = "entry_vector", doc = "Private to the hypervisor.", kind = "int", octets = 2, be = false},
  {id = "eip", doc = "EIP.", kind = "int", octets = 4, be = false},
  {id = "cs", doc = "CS.", kind = "int", octets = 2, be = false},
  {id = "saved_upcall_mask", doc = "Event mask at the time of the last entry.", kind = "int", octets = 1, be = false},
  {id = "saved_upcall_mask_pad", doc = "Unused.", kind = "int", octets = 1, be = false},
  {id = "eflags", doc = "EFLAGS.", kind = "int", octets = 4, be = false},
  {id = "esp", doc = "ESP.", kind = "int", octets = 4, be = false},
  {id = "ss", doc = "SS.", kind = "int", octets = 2, be = false},
  {id = "ss_pad", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "es", doc = "ES.", kind = "int", octets = 2, be = false},
  {id = "es_pad", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "ds", doc = "DS.", kind = "int", octets = 2, be = false},
  {id = "ds_pad", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "fs", doc = "FS.", kind = "int", octets = 2, be = false},
  {id = "fs_pad", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "gs", doc = "GS.", kind = "int", octets = 2, be = false},
  {id = "gs_pad", doc = "Unused.", kind = "int", octets = 2, be = false},
}
structs["vcpu_guest_context_x86_32.trap_info"] = {
  {id = "vector", doc = "Number of the exception.", kind = "int", octets = 1, be = false},
  {id = "flags", doc = "Privilege level in bits 0 and 1; bit 2 masks events.", kind = "int", octets = 1, be = false},
  {id = "cs", doc = "Code segment of the handler.", kind = "int", octets = 2, be = false},
  {id = "address", doc = "Entry point of the handler.", kind = "int", octets = 4, be = false},
}
structs["vcpu_guest_context_x86_64"] = {
  {id = "fpu", doc = "Floating-point registers.", kind = "struct", of = "x86_fxsave_area", size = function(v, s) return 512 end},
  {id = "flags", doc = "What of the context is in use.", kind = "u64", be = false},
  {id = "user_regs", doc = "General registers.", kind = "struct", of = "vcpu_guest_context_x86_64.user_regs"},
  {id = "trap_ctxt", doc = "The interrupt descriptor table that the guest registered.", many = true, count = function(v, s) return 256 end, kind = "struct", of = "vcpu_guest_context_x86_64.trap_info"},
  {id = "ldt_base", doc = "Linear address of the local descriptor table.", kind = "u64", be = false},
  {id = "ldt_ents", doc = "Entries of that table.", kind = "u64", be = false},
  {id = "gdt_frames", doc = "Frames that hold the global descriptor table; as many are in use as `gdt_ents` needs.", many = true, count = function(v, s) return 16 end, kind = "u64", be = false},
  {id = "gdt_ents", doc = "Entries of that table, at most 7168.", check = function(x, v, s) return ((x.hi == 0) and (x.lo <= 7168)) end, req = "PV-028", wanted = "at most 7168", kind = "u64", be = false},
  {id = "kernel_ss", doc = "Stack segment of the guest kernel.", kind = "u64", be = false},
  {id = "kernel_sp", doc = "Stack pointer of the guest kernel.", kind = "u64", be = false},
  {id = "ctrlreg", doc = "CR0 to CR7. CR3 is a frame number shifted left by 12; CR1 is 0, or the user page table shifted left by 12 with bit 0 set.", many = true, count = function(v, s) return 8 end, kind = "u64", be = false},
  {id = "debugreg", doc = "DR0 to DR7.", many = true, count = function(v, s) return 8 end, kind = "u64", be = false},
  {id = "event_callback_eip", doc = "Where events enter the guest.", kind = "u64", be = false},
  {id = "failsafe_callback_eip", doc = "Where a failed return enters the guest.", kind = "u64", be = false},
  {id = "syscall_callback_eip", doc = "Where system calls enter the guest.", kind = "u64", be = false},
  {id = "vm_assist", doc = "Assists that the guest has enabled.", kind = "u64", be = false},
  {id = "fs_base", doc = "Base of fs.", kind = "u64", be = false},
  {id = "gs_base_kernel", doc = "Base of gs in the guest kernel.", kind = "u64", be = false},
  {id = "gs_base_user", doc = "Base of gs in user mode.", kind = "u64", be = false},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "PV-026", wanted = "no octet after this", kind = "check"},
  {id = "i387_valid", kind = "value", value = function(v, s) return ((band(v.flags.lo, 1)) ~= 0) end, hidden = true, doc = "Bit 0 of `flags`. The floating-point state is in use."},
  {id = "in_kernel", kind = "value", value = function(v, s) return ((band(v.flags.lo, 4)) ~= 0) end, hidden = true, doc = "Bit 2 of `flags`. The vCPU was in its kernel."},
  {id = "failsafe_disables_events", kind = "value", value = function(v, s) return ((band(v.flags.lo, 8)) ~= 0) end, hidden = true, doc = "Bit 3 of `flags`. The failsafe callback masks events."},
  {id = "syscall_disables_events", kind = "value", value = function(v, s) return ((band(v.flags.lo, 16)) ~= 0) end, hidden = true, doc = "Bit 4 of `flags`. The system-call entry masks events."},
  {id = "online", kind = "value", value = function(v, s) return ((band(v.flags.lo, 32)) ~= 0) end, hidden = true, doc = "Bit 5 of `flags`. The vCPU is online."},
}
structs["vcpu_guest_context_x86_64.user_regs"] = {
  {id = "r15", doc = "R15.", kind = "u64", be = false},
  {id = "r14", doc = "R14.", kind = "u64", be = false},
  {id = "r13", doc = "R13.", kind = "u64", be = false},
  {id = "r12", doc = "R12.", kind = "u64", be = false},
  {id = "rbp", doc = "RBP.", kind = "u64", be = false},
  {id = "rbx", doc = "RBX.", kind = "u64", be = false},
  {id = "r11", doc = "R11.", kind = "u64", be = false},
  {id = "r10", doc = "R10.", kind = "u64", be = false},
  {id = "r9", doc = "R9.", kind = "u64", be = false},
  {id = "r8", doc = "R8.", kind = "u64", be = false},
  {id = "rax", doc = "RAX.", kind = "u64", be = false},
  {id = "rcx", doc = "RCX.", kind = "u64", be = false},
  {id = "rdx", doc = "RDX.", kind = "u64", be = false},
  {id = "rsi", doc = "RSI.", kind = "u64", be = false},
  {id = "rdi", doc = "RDI.", kind = "u64", be = false},
  {id = "error_code", doc = "Private to the hypervisor.", kind = "int", octets = 4, be = false},
  {id = "entry_vector", doc = "Private to the hypervisor.", kind = "int", octets = 4, be = false},
  {id = "rip", doc = "RIP.", kind = "u64", be = false},
  {id = "cs", doc = "CS.", kind = "int", octets = 2, be = false},
  {id = "cs_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 2 end},
  {id = "saved_upcall_mask", doc = "Event mask at the time of the last entry.", kind = "int", octets = 1, be = false},
  {id = "saved_upcall_mask_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 3 end},
  {id = "rflags", doc = "RFLAGS.", kind = "u64", be = false},
  {id = "rsp", doc = "RSP.", kind = "u64", be = false},
  {id = "ss", doc = "SS.", kind = "int", octets = 2, be = false},
  {id = "ss_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 6 end},
  {id = "es", doc = "ES.", kind = "int", octets = 2, be = false},
  {id = "es_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 6 end},
  {id = "ds", doc = "DS.", kind = "int", octets = 2, be = false},
  {id = "ds_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 6 end},
  {id = "fs", doc = "FS.", kind = "int", octets = 2, be = false},
  {id = "fs_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 6 end},
  {id = "gs", doc = "GS.", kind = "int", octets = 2, be = false},
  {id = "gs_pad", doc = "Unused.", kind = "octets", size = function(v, s) return 6 end},
}
structs["vcpu_guest_context_x86_64.trap_info"] = {
  {id = "vector", doc = "Number of the exception.", kind = "int", octets = 1, be = false},
  {id = "flags", doc = "Privilege level in bits 0 and 1; bit 2 masks events.", kind = "int", octets = 1, be = false},
  {id = "cs", doc = "Code segment of the handler.", kind = "int", octets = 2, be = false},
  {id = "pad", doc = "Unused.", kind = "int", octets = 4, be = false},
  {id = "address", doc = "Entry point of the handler.", kind = "u64", be = false},
}
structs["x86_pv_vcpu_extended"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PV-024", wanted = "0", kind = "int", octets = 4},
  {id = "context", doc = "The state.", when = function(v, s) return (not v._eof) end, kind = "struct", of = "x86_pv_vcpu_extended.extended_context"},
}
structs["x86_pv_vcpu_extended.extended_context"] = {
  {id = "length_fits", doc = "The context is neither too short nor too long.", check = function(x, v, s) return ((v._size >= 32) and (v._size <= 128)) end, req = "PV-042", wanted = "32 to 128 octets", kind = "check"},
  {id = "vcpu", doc = "Number of the vCPU, again.", kind = "int", octets = 4, be = false},
  {id = "size", doc = "Octets of this structure that are in use, by its own account.", check = function(x, v, s) return x <= v._size end, req = "PV-046", wanted = "at most _io.size", kind = "int", octets = 4, be = false},
  {id = "syscall32_callback_eip", doc = "Where a 32-bit SYSCALL enters the guest.", kind = "u64", be = false},
  {id = "sysenter_callback_eip", doc = "Where SYSENTER enters the guest.", kind = "u64", be = false},
  {id = "syscall32_callback_cs", doc = "Code segment of that entry.", kind = "int", octets = 2, be = false},
  {id = "sysenter_callback_cs", doc = "Code segment of that entry.", kind = "int", octets = 2, be = false},
  {id = "syscall32_disables_events", doc = "1 when the entry masks events.", kind = "int", octets = 1, be = false},
  {id = "sysenter_disables_events", doc = "1 when the entry masks events.", kind = "int", octets = 1, be = false},
  {id = "pad", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "vmce", kind = "octets", doc = "Machine-check state; absent in a context of 32 octets."},
}
structs["x86_pv_vcpu_xsave"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PV-024", wanted = "0", kind = "int", octets = 4},
  {id = "context", doc = "The state.", when = function(v, s) return (not v._eof) end, kind = "struct", of = "x86_pv_vcpu_xsave.xsave_context"},
}
structs["x86_pv_vcpu_xsave.xsave_context"] = {
  {id = "xcr0", doc = "Components enabled now.", kind = "u64", be = false},
  {id = "xcr0_accum", doc = "Components enabled at any time since the vCPU started.", kind = "u64", be = false},
  {id = "area_present", doc = "Only a vCPU that never used the state has no area.", check = function(x, v, s) return ((not v._eof) or (((v.xcr0_accum.hi == 0) and (v.xcr0_accum.lo == 0)))) end, req = "PV-048", wanted = "an area, unless both masks are zero", kind = "check"},
  {id = "area", doc = "The components.", when = function(v, s) return (not v._eof) end, kind = "struct", of = "x86_xsave_area"},
}
structs["x86_xsave_area"] = {
  {id = "legacy", doc = "x87 and SSE state.", kind = "struct", of = "x86_fxsave_area", size = function(v, s) return 512 end},
  {id = "xstate_bv", doc = "Components of this area that are not in their initial state.", kind = "u64", be = false},
  {id = "xcomp_bv", doc = "Zero, the area is not compacted.", check = function(x, v, s) return ((x.hi == 0) and (x.lo == 0)) end, req = "PV-050", wanted = "0", kind = "u64", be = false},
  {id = "reserved", doc = "Rest of the 64-octet header, zero.", check = function(x, v, s) return ((x.hi == 0) and (x.lo == 0)) end, req = "PV-050", wanted = "0", many = true, count = function(v, s) return 6 end, kind = "u64", be = false},
  {id = "components", doc = "Components from AVX upwards, each at the offset that the processor reports for it.", kind = "octets"},
}
structs["shared_info"] = {
  {id = "is_a_page", doc = "The record carries exactly one page.", check = function(x, v, s) return (v._size == 4096) end, req = "PV-058", wanted = "4096 octets", kind = "check"},
  {id = "page", doc = "The page.", kind = "switch", on = function(v, s) return s.guest_width end, cases = {[4] = "shared_info_x86_32", [8] = "shared_info_x86_64"}},
}
structs["shared_info_x86_32"] = {
  {id = "vcpu_info", doc = "One for each of the first 32 vCPUs.", many = true, count = function(v, s) return 32 end, kind = "struct", of = "shared_info_x86_32.vcpu_info"},
  {id = "evtchn_pending", doc = "One bit for each event channel: an event is pending.", many = true, count = function(v, s) return 32 end, kind = "int", octets = 4, be = false},
  {id = "evtchn_mask", doc = "One bit for each event channel: events are masked.", many = true, count = function(v, s) return 32 end, kind = "int", octets = 4, be = false},
  {id = "wc_version", doc = "Odd while Xen is changing the wallclock.", kind = "int", octets = 4, be = false},
  {id = "wc_sec", doc = "Seconds from 1970 to the start of the host, low half.", kind = "int", octets = 4, be = false},
  {id = "wc_nsec", doc = "Nanoseconds beyond them.", kind = "int", octets = 4, be = false},
  {id = "arch", doc = "What belongs to the architecture.", kind = "struct", of = "shared_info_x86_32.arch_shared_info"},
  {id = "unused", doc = "Rest of the page.", kind = "octets", size = function(v, s) return 1752 end},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "PV-058", wanted = "no octet after this", kind = "check"},
}
structs["shared_info_x86_32.vcpu_info"] = {
  {id = "evtchn_upcall_pending", doc = "Not zero when the vCPU has a pending event.", kind = "int", octets = 1, be = false},
  {id = "evtchn_upcall_mask", doc = "Not zero when events are masked.", kind = "int", octets = 1, be = false},
  {id = "pad0", doc = "Unused.", kind = "int", octets = 2, be = false},
  {id = "evtchn_pending_sel", doc = "One bit for each word of `evtchn_pending` that is not zero.", kind = "int", octets = 4, be = false},
  {id = "cr2", doc = "Address of the last page fault.", kind = "int", octets = 4, be = false},
  {id = "pad1", doc = "Unused.", kind = "octets", size = function(v, s) return 20 end},
  {id = "time", doc = "Time of the vCPU.", kind = "struct", of = "vcpu_time_info", size = function(v, s) return 32 end},
}
structs["vcpu_time_info"] = {
  {id = "version", doc = "Odd while Xen is changing the rest.", kind = "int", octets = 4, be = false},
  {id = "pad0", doc = "Unused.", kind = "int", octets = 4, be = false},
  {id = "tsc_timestamp", doc = "Time-stamp counter at the last change.", kind = "u64", be = false},
  {id = "system_time", doc = "Nanoseconds since the host started, at the last change.", kind = "u64", be = false},
  {id = "tsc_to_system_mul", doc = "Nanoseconds in a tick of the shifted counter, times 2^32.", kind = "int", octets = 4, be = false},
  {id = "tsc_shift", doc = "How far to shift the counter left before multiplying.", kind = "int", octets = 1, be = false},
  {id = "flags", doc = "Bit 0 is set when the counters of all vCPUs agree.", kind = "int", octets = 1, be = false},
  {id = "pad1", doc = "Unused.", kind = "int", octets = 2, be = false},
}
structs["shared_info_x86_32.arch_shared_info"] = {
  {id = "max_pfn", doc = "Number of page frames that the table covers, despite its name.", kind = "int", octets = 4, be = false},
  {id = "pfn_to_mfn_frame_list_list", doc = "Machine frame of the root of the three-level table. A restorer zeroes it.", kind = "int", octets = 4, be = false},
  {id = "nmi_reason", doc = "Why the last non-maskable interrupt came.", kind = "int", octets = 4, be = false},
  {id = "p2m_cr3", doc = "Page table in which `p2m_vaddr` is mapped.", kind = "int", octets = 4, be = false},
  {id = "p2m_vaddr", doc = "Linear address of the flat table; 0 when the guest has none.", kind = "int", octets = 4, be = false},
  {id = "p2m_generation", doc = "Counts changes of the flat table.", kind = "int", octets = 4, be = false},
  {id = "wc_sec_hi", doc = "High half of the wallclock seconds.", kind = "int", octets = 4, be = false},
}
structs["shared_info_x86_64"] = {
  {id = "vcpu_info", doc = "One for each of the first 32 vCPUs.", many = true, count = function(v, s) return 32 end, kind = "struct", of = "shared_info_x86_64.vcpu_info"},
  {id = "evtchn_pending", doc = "One bit for each event channel: an event is pending.", many = true, count = function(v, s) return 64 end, kind = "u64", be = false},
  {id = "evtchn_mask", doc = "One bit for each event channel: events are masked.", many = true, count = function(v, s) return 64 end, kind = "u64", be = false},
  {id = "wc_version", doc = "Odd while Xen is changing the wallclock.", kind = "int", octets = 4, be = false},
  {id = "wc_sec", doc = "Seconds from 1970 to the start of the host, low half.", kind = "int", octets = 4, be = false},
  {id = "wc_nsec", doc = "Nanoseconds beyond them.", kind = "int", octets = 4, be = false},
  {id = "wc_sec_hi", doc = "High half of the seconds.", kind = "int", octets = 4, be = false},
  {id = "arch", doc = "What belongs to the architecture.", kind = "struct", of = "shared_info_x86_64.arch_shared_info"},
  {id = "unused", doc = "Rest of the page.", kind = "octets", size = function(v, s) return 960 end},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "PV-058", wanted = "no octet after this", kind = "check"},
}
structs["shared_info_x86_64.vcpu_info"] = {
  {id = "evtchn_upcall_pending", doc = "Not zero when the vCPU has a pending event.", kind = "int", octets = 1, be = false},
  {id = "pad0", doc = "Unused.", kind = "int", octets = 1, be = false},
  {id = "evtchn_upcall_mask", doc = "Not zero when events are masked.", kind = "int", octets = 1, be = false},
  {id = "pad1", doc = "Unused.", kind = "octets", size = function(v, s) return 5 end},
  {id = "evtchn_pending_sel", doc = "One bit for each word of `evtchn_pending` that is not zero.", kind = "u64", be = false},
  {id = "cr2", doc = "Address of the last page fault.", kind = "u64", be = false},
  {id = "pad2", doc = "Unused.", kind = "u64", be = false},
  {id = "time", doc = "Time of the vCPU.", kind = "struct", of = "vcpu_time_info", size = function(v, s) return 32 end},
}
structs["shared_info_x86_64.arch_shared_info"] = {
  {id = "max_pfn", doc = "Number of page frames that the table covers, despite its name.", kind = "u64", be = false},
  {id = "pfn_to_mfn_frame_list_list", doc = "Machine frame of the root of the three-level table. A restorer zeroes it.", kind = "u64", be = false},
  {id = "nmi_reason", doc = "Why the last non-maskable interrupt came.", kind = "u64", be = false},
  {id = "p2m_cr3", doc = "Page table in which `p2m_vaddr` is mapped.", kind = "u64", be = false},
  {id = "p2m_vaddr", doc = "Linear address of the flat table; 0 when the guest has none.", kind = "u64", be = false},
  {id = "p2m_generation", doc = "Counts changes of the flat table.", kind = "u64", be = false},
}
structs["x86_tsc_info"] = {
  {id = "mode", doc = "How the guest reads the counter. Mode 3 was written up to Xen 4.11 only.", enum = "x86_tsc_info.tsc_mode", check = function(x, v, s) return enums["x86_tsc_info.tsc_mode"][x] ~= nil end, req = "X86-003", wanted = "a value of tsc_mode", kind = "int", octets = 4},
  {id = "khz", doc = "Frequency that the guest was told, in kHz; 0 is the host's own.", kind = "int", octets = 4},
  {id = "nsec", doc = "Guest time in nanoseconds at the moment of saving.", kind = "u64"},
  {id = "incarnation", doc = "How often the domain was restored before. The restoring Xen adds one.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "X86-007", wanted = "0", kind = "int", octets = 4},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "X86-001", wanted = "no octet after this", kind = "check"},
}
structs["hvm_context"] = {
  {id = "entries", kind = "octets", doc = "The chain, END included."},
}
structs["hvm_params"] = {
  {id = "count", doc = "Number of parameters.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "HVM-034", wanted = "0", kind = "int", octets = 4},
  {id = "params", doc = "The parameters.", many = true, count = function(v, s) return v.count end, kind = "struct", of = "hvm_params.hvm_param"},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "HVM-021", wanted = "no octet after this", kind = "check"},
}
structs["hvm_params.hvm_param"] = {
  {id = "index", doc = "Number of the parameter.", check = function(x, v, s) return ((x.hi == 0) and (x.lo < 39)) end, req = "HVM-023", wanted = "below 39", kind = "u64"},
  {id = "value", doc = "Its value.", check = function(x, v, s) return ((x.hi ~= 0) or (x.lo ~= 0)) end, req = "HVM-027", wanted = "not 0", kind = "u64"},
  {id = "name", kind = "value", value = function(v, s) return pick((v.index.hi == 0), v.index.lo, 4294967295) end, enum = "hvm_params.hvm_param_name", doc = "Name of the parameter."},
}
structs["x86_pv_vcpu_msrs"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", kind = "int", octets = 4},
  {id = "reserved", doc = "Written as zero.", check = function(x, v, s) return x == 0 end, req = "PV-024", wanted = "0", kind = "int", octets = 4},
  {id = "msrs", doc = "The registers, up to the end of the body.", many = true, kind = "struct", of = "x86_pv_vcpu_msrs.msr"},
}
structs["x86_pv_vcpu_msrs.msr"] = {
  {id = "index", doc = "Number of the register.", enum = "x86_pv_vcpu_msrs.vcpu_msr", check = function(x, v, s) return enums["x86_pv_vcpu_msrs.vcpu_msr"][x] ~= nil end, req = "PV-054", wanted = "a value of vcpu_msr", kind = "int", octets = 4, be = false},
  {id = "reserved", doc = "Always zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "PV-056", wanted = "0", kind = "int", octets = 4, be = false},
  {id = "value", doc = "Contents of the register.", kind = "u64", be = false},
}
structs["checkpoint_dirty_pfn_list"] = {
  {id = "pfns", doc = "Page frame numbers, up to the end of the body.", many = true, kind = "u64"},
}
structs["x86_cpuid_policy"] = {
  {id = "content_present", doc = "A policy without leaves is left out, never written empty.", check = function(x, v, s) return (not v._eof) end, req = "X86-009", wanted = "at least one leaf", kind = "check"},
  {id = "leaves", doc = "The leaves, up to the end of the body.", many = true, kind = "struct", of = "x86_cpuid_policy.leaf"},
}
structs["x86_cpuid_policy.leaf"] = {
  {id = "leaf", doc = "Input in EAX.", kind = "int", octets = 4},
  {id = "subleaf", doc = "Input in ECX; 0xffffffff where the leaf has no subleaves.", kind = "int", octets = 4},
  {id = "eax", doc = "Output in EAX.", kind = "int", octets = 4},
  {id = "ebx", doc = "Output in EBX.", kind = "int", octets = 4},
  {id = "ecx", doc = "Output in ECX.", kind = "int", octets = 4},
  {id = "edx", doc = "Output in EDX.", kind = "int", octets = 4},
}
structs["x86_msr_policy"] = {
  {id = "content_present", doc = "A policy without registers is left out, never written empty.", check = function(x, v, s) return (not v._eof) end, req = "X86-015", wanted = "at least one register", kind = "check"},
  {id = "msrs", doc = "The registers, up to the end of the body.", many = true, kind = "struct", of = "x86_msr_policy.msr"},
}
structs["x86_msr_policy.msr"] = {
  {id = "index", doc = "Number of the register.", enum = "x86_msr_policy.policy_msr", check = function(x, v, s) return enums["x86_msr_policy.policy_msr"][x] ~= nil end, req = "X86-017", wanted = "a value of policy_msr", kind = "int", octets = 4},
  {id = "flags", doc = "Always zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "X86-019", wanted = "0", kind = "int", octets = 4},
  {id = "value", doc = "Contents of the register.", kind = "u64"},
}
structs["requires"] = {
  {id = "items", doc = "The items, up to the end of the body.", many = true, kind = "struct", of = "requires.item"},
}
structs["requires.item"] = {
  {id = "tag", doc = "What the value tells. With bit 31 set, a Reader may skip what it does not know.", kind = "int", octets = 4},
  {id = "length", doc = "Octets of the value.", check = function(x, v, s) return ((band(x, 7)) == 0) end, req = "CAP-012", wanted = "a multiple of 8", kind = "int", octets = 4},
  {id = "value", doc = "The value.", kind = "octets", size = function(v, s) return v.length end},
}
structs["memory_layout"] = {
  {id = "content_present", doc = "A domain has memory.", check = function(x, v, s) return (not v._eof) end, req = "ARM-003", wanted = "at least one region", kind = "check"},
  {id = "regions", doc = "The regions, ascending, up to the end of the body.", many = true, kind = "struct", of = "memory_layout.region"},
}
structs["memory_layout.region"] = {
  {id = "first_pfn", doc = "Page frame number of the first page.", kind = "u64"},
  {id = "pages", doc = "Number of pages, at least 1.", kind = "u64"},
  {id = "flags", doc = "Zero; any other value is refused.", check = function(x, v, s) return ((x.lo == 0) and (x.hi == 0)) end, req = "ARM-007", wanted = "zero", kind = "u64"},
}
structs["arm_id_policy"] = {
  {id = "content_present", doc = "A policy without registers is left out, never written empty.", check = function(x, v, s) return (not v._eof) end, req = "ARM-021", wanted = "at least one register", kind = "check"},
  {id = "registers", doc = "The registers, ascending, up to the end of the body.", many = true, kind = "struct", of = "arm_id_policy.id_register"},
}
structs["arm_id_policy.id_register"] = {
  {id = "encoding", doc = "Which register.", check = function(x, v, s) return x <= 65535 end, req = "ARM-021", wanted = "at most 65535", kind = "int", octets = 4},
  {id = "flags", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "ARM-021", wanted = "0", kind = "int", octets = 4},
  {id = "value", doc = "What the guest reads.", kind = "u64"},
}
structs["arm_vcpu"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", check = function(x, v, s) return x <= 8191 end, req = "ARM-023", wanted = "at most 8191", kind = "int", octets = 4},
  {id = "reserved", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "ARM-025", wanted = "0", kind = "int", octets = 4},
  {id = "registers", doc = "The registers, ascending, up to the end of the body.", many = true, kind = "struct", of = "arm_vcpu.register"},
}
structs["arm_vcpu.register"] = {
  {id = "set", doc = "Which set it belongs to.", check = function(x, v, s) return x <= 3 end, req = "ARM-027", wanted = "at most 3", kind = "int", octets = 1},
  {id = "reserved", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "ARM-025", wanted = "0", kind = "int", octets = 1},
  {id = "size", doc = "Octets of the value.", check = function(x, v, s) return x >= 1 and x <= 256 end, req = "ARM-027", wanted = "at least 1 and at most 256", kind = "int", octets = 2},
  {id = "index", doc = "Which register of the set.", kind = "int", octets = 4},
  {id = "value", doc = "The value, little-endian.", kind = "octets", size = function(v, s) return v.size end},
  {id = "padding", doc = "Zero octets up to a multiple of eight; any others are refused.", check = function(x, v, s) return x == 0 end, req = "ARM-025", wanted = "0", many = true, count = function(v, s) return (((8 - (v.size % 8))) % 8) end, kind = "int", octets = 1},
}
structs["machine"] = {
  {id = "version", doc = "What the properties mean, and how the state of PLATFORM_STATE is laid out.", check = function(x, v, s) return x == 1 end, req = "MACH-011", wanted = "1", kind = "int", octets = 4},
  {id = "vcpus", doc = "Number of vCPUs.", check = function(x, v, s) return x >= 1 and x <= 255 end, req = "MACH-013", wanted = "at least 1 and at most 255", kind = "int", octets = 4},
  {id = "ram_pages", doc = "Pages of RAM, over all regions of MEMORY_LAYOUT.", kind = "u64"},
  {id = "properties", doc = "The properties, ascending by name, up to the end of the body.", many = true, kind = "struct", of = "machine.property"},
}
structs["machine.property"] = {
  {id = "name_length", doc = "Octets of the name.", check = function(x, v, s) return x >= 1 and x <= 64 end, req = "MACH-017", wanted = "at least 1 and at most 64", kind = "int", octets = 4},
  {id = "value_length", doc = "Octets of the value.", kind = "int", octets = 4},
  {id = "name", doc = "The name, of a to z, 0 to 9 and hyphen.", kind = "octets", size = function(v, s) return v.name_length end},
  {id = "value", doc = "The value, in UTF-8.", kind = "octets", size = function(v, s) return v.value_length end},
  {id = "padding", doc = "Zero octets up to a multiple of eight; any others are refused.", check = function(x, v, s) return x == 0 end, req = "MACH-019", wanted = "0", many = true, count = function(v, s) return (((8 - (((v.name_length + v.value_length)) % 8))) % 8) end, kind = "int", octets = 1},
}
structs["machine_vcpu"] = {
  {id = "vcpu_id", doc = "Number of the vCPU.", kind = "int", octets = 4},
  {id = "reserved", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "MACH-033", wanted = "0", kind = "int", octets = 4},
  {id = "registers", doc = "Laid out like a CPU entry of the HVM context.", kind = "octets", size = function(v, s) return 1032 end},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "MACH-029", wanted = "no octet after this", kind = "check"},
}
structs["platform_state"] = {
  {id = "digest", doc = "SHA-256 of the bodies of MEMORY_LAYOUT and MACHINE and of the state.", kind = "octets", size = function(v, s) return 32 end},
  {id = "state_present", doc = "An emulator has state.", check = function(x, v, s) return (not v._eof) end, req = "MACH-039", wanted = "at least one octet of state", kind = "check"},
  {id = "state", doc = "The state, in the emulator's own form.", kind = "octets"},
}
structs["page_data_compressed"] = {
  {id = "count", doc = "Number of entries.", check = function(x, v, s) return x >= 1 end, req = "ZIP-001", wanted = "at least 1", kind = "int", octets = 4},
  {id = "codec", doc = "What the frames are.", enum = "page_data_compressed.codec", check = function(x, v, s) return enums["page_data_compressed.codec"][x] ~= nil end, req = "ZIP-014", wanted = "a value of codec", kind = "int", octets = 2},
  {id = "flags", doc = "Bit 0 is set where each page has a frame of its own; the others are zero.", check = function(x, v, s) return x <= 1 end, req = "ZIP-005", wanted = "at most 1", kind = "int", octets = 2},
  {id = "raw_length", doc = "Octets of contents that come out of all frames.", kind = "u64"},
  {id = "pfns", doc = "The page frames of the batch.", many = true, count = function(v, s) return v.count end, kind = "struct", of = "page_data_compressed.pfn_entry"},
  {id = "frame_lengths", kind = "octets", doc = "Octets of each frame, where each page has one."},
}
structs["page_data_compressed.pfn_entry"] = {
  {id = "raw", doc = "The whole word.", check = function(x, v, s) return ((((((math.floor(x.hi / 2 ^ 28)) < 5) or ((math.floor(x.hi / 2 ^ 28)) > 8))) and ((band((math.floor(x.hi / 2 ^ 21)), 127)) == 0)) and ((((math.floor(x.hi / 2 ^ 28)) < 13) or ((band((math.floor(x.hi / 2 ^ 20)), 1)) == 0)))) end, req = "PAGE-016", wanted = "a type other than 5 to 8, bits 53 to 59 zero, and bit 52 only where the type has contents", kind = "u64"},
  {id = "type", kind = "value", value = function(v, s) return band((math.floor(v.raw.hi / 2 ^ 28)), 15) end, hidden = true, doc = "What the page is, by the numbers of PAGE_DATA."},
  {id = "is_zero", kind = "value", value = function(v, s) return ((band((math.floor(v.raw.hi / 2 ^ 20)), 1)) ~= 0) end, hidden = true, doc = "True when the page is full of zeros and has no contents in a frame."},
  {id = "pfn_hi", kind = "value", value = function(v, s) return band(v.raw.hi, 1048575) end, doc = "Bits 51 to 32 of the page frame number."},
  {id = "pfn_lo", kind = "value", value = function(v, s) return v.raw.lo end, doc = "Bits 31 to 0 of the page frame number."},
  {id = "has_data", kind = "value", value = function(v, s) return (((((math.floor(v.raw.hi / 2 ^ 28)) < 5) or ((((math.floor(v.raw.hi / 2 ^ 28)) > 8) and ((math.floor(v.raw.hi / 2 ^ 28)) < 13))))) and (not v.is_zero)) end, hidden = true, doc = "True when the contents of this page are in a frame."},
}
structs["image_digest"] = {
  {id = "algorithm", doc = "Number of the algorithm, that of the image header's image_digest.", check = function(x, v, s) return x == 3 or x == 5 or x == 6 end, req = "SUM-013", wanted = "one of 3, 5, 6", kind = "int", octets = 2},
  {id = "reserved1", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "SUM-017", wanted = "0", kind = "int", octets = 2},
  {id = "reserved2", doc = "Zero; any other value is refused.", check = function(x, v, s) return x == 0 end, req = "SUM-017", wanted = "0", kind = "int", octets = 4},
  {id = "position", doc = "Octets of the image before this record.", kind = "u64"},
  {id = "sum", doc = "The sum, 8 octets for a CRC and 32 for SHA-256.", kind = "octets"},
}
structs["libxl_record"] = {
  {id = "header", doc = "Type and length.", kind = "struct", of = "libxl_record_header"},
  {id = "body", doc = "What the type says; octets where it is not known.", kind = "switch", on = function(v, s) return v.header.type end, cases = {[0] = "libxl_record.no_content", [1] = "libxl_record.no_content", [2] = "libxl_emulator_xenstore_data", [3] = "libxl_emulator_context", [4] = "libxl_record.no_content", [5] = "libxl_checkpoint_state"}, size = function(v, s) return v.header.body_length end},
  {id = "padding", doc = "Zero octets up to a multiple of eight.", check = function(x, v, s) return x == 0 end, req = "LXL-015", wanted = "0", many = true, count = function(v, s) return v.header.len_padding end, kind = "int", octets = 1},
}
structs["libxl_record_header"] = {
  {id = "type", doc = "What the body holds. With bit 31 set, a Reader may skip what it does not know.", enum = "libxl_record_header.libxl_record_type", kind = "int", octets = 4},
  {id = "body_length", doc = "Octets of the body, padding not counted.", kind = "int", octets = 4},
  {id = "is_optional", kind = "value", value = function(v, s) return ((band(v.type, 2147483648)) ~= 0) end, hidden = true, doc = "True when a Reader that does not know the type skips the record."},
  {id = "len_padding", kind = "value", value = function(v, s) return (((8 - (v.body_length % 8))) % 8) end, hidden = true, doc = "Octets of padding after the body."},
}
structs["libxl_record.no_content"] = {
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "LXL-013", wanted = "no octet after this", kind = "check"},
}
structs["libxl_emulator_xenstore_data"] = {
  {id = "emulator_id", doc = "Which device model. 0 comes from the converter only.", enum = "libxl_emulator_xenstore_data.emulator", check = function(x, v, s) return enums["libxl_emulator_xenstore_data.emulator"][x] ~= nil end, req = "LXL-030", wanted = "a value of emulator", kind = "int", octets = 4},
  {id = "index", doc = "Which of several device models of that kind; 0 so far.", kind = "int", octets = 4},
  {id = "entries", doc = "Keys and values, up to the end of the body.", many = true, kind = "struct", of = "libxl_emulator_xenstore_data.entry"},
}
structs["libxl_emulator_xenstore_data.entry"] = {
  {id = "key", doc = "Path below the device model's own. Letters, digits, and - / _ @ only; that last part is beyond what this description can enforce.", kind = "strz"},
  {id = "value", doc = "Its value.", kind = "strz"},
}
structs["libxl_emulator_context"] = {
  {id = "emulator_id", doc = "Which device model. 0 comes from the converter only.", enum = "libxl_emulator_xenstore_data.emulator", check = function(x, v, s) return enums["libxl_emulator_xenstore_data.emulator"][x] ~= nil end, req = "LXL-030", wanted = "a value of libxl_emulator_xenstore_data::emulator", kind = "int", octets = 4},
  {id = "index", doc = "Which of several device models of that kind; 0 so far.", kind = "int", octets = 4},
  {id = "state", doc = "The state; its format is the device model's and carries no lengths of its own.", kind = "octets"},
}
structs["libxl_checkpoint_state"] = {
  {id = "control_id", doc = "The message.", enum = "libxl_checkpoint_state.control", check = function(x, v, s) return enums["libxl_checkpoint_state.control"][x] ~= nil end, req = "LXL-048", wanted = "a value of control", kind = "int", octets = 4},
  {id = "reserved", doc = "Zero, where it is sent.", when = function(v, s) return (not v._eof) end, check = function(x, v, s) return x == 0 end, req = "LXL-048", wanted = "0", kind = "int", octets = 4},
  {id = "body_end", doc = "The body ends here.", check = function(x, v, s) return v._eof end, req = "LXL-048", wanted = "no octet after this", kind = "check"},
}

requirements["IMG-001"] = {level = "MUST", text = "The first eight octets of an image MUST be FF."}
requirements["IMG-003"] = {level = "MUST", text = "Octets 8 to 11 of an image MUST be 58 45 4E 46, \"XENF\" in ASCII."}
requirements["IMG-005"] = {level = "MUST", text = "The version of an image MUST be 2."}
requirements["IMG-012"] = {level = "MUST", text = "Bits 1 to 15 of an image header's options MUST be 0."}
requirements["IMG-016"] = {level = "MUST", text = "Octets 18 to 23 of an image MUST be 0."}
requirements["DOM-001"] = {level = "MUST", text = "The type of a domain header MUST be 1 or 2."}
requirements["DOM-004"] = {level = "MUST", text = "The page_shift of an x86 domain MUST be 12."}
requirements["DOM-006"] = {level = "MUST", text = "Octets 6 and 7 of a domain header MUST be 0."}
requirements["REC-003"] = {level = "MUST", text = "The padding octets of a record MUST be 0."}
requirements["REC-007"] = {level = "MUST", text = "The body_length of a record MUST NOT exceed 134217728."}
requirements["REC-031"] = {level = "MUST", text = "The body_length of END MUST be 0."}
requirements["PAGE-001"] = {level = "MUST", text = "The count of a PAGE_DATA record MUST be at least 1."}
requirements["PAGE-005"] = {level = "MUST", text = "Octets 4 to 7 of the body of a PAGE_DATA record MUST be 0."}
requirements["PAGE-016"] = {level = "MUST", text = "The type of a page entry MUST NOT be 5, 6, 7 or 8."}
requirements["PV-001"] = {level = "MUST", text = "The body_length of X86_PV_INFO MUST be 8."}
requirements["PV-004"] = {level = "MUST", text = "The guest_width and pt_levels of X86_PV_INFO MUST be 4 and 3, or 8 and 4."}
requirements["PV-006"] = {level = "MUST", text = "Octets 2 to 7 of X86_PV_INFO MUST be 0."}
requirements["PV-008"] = {level = "MUST", text = "The start_pfn of X86_PV_P2M_FRAMES MUST NOT exceed its end_pfn."}
requirements["PV-012"] = {level = "MUST", text = "The start_pfn of X86_PV_P2M_FRAMES MUST be 0."}
requirements["PV-024"] = {level = "MUST", text = "Octets 4 to 7 of a vCPU record MUST be 0."}
requirements["PV-026"] = {level = "MUST", text = "The context of X86_PV_VCPU_BASIC MUST be 5168 octets long for guest_width 8, and 2800 for guest_width 4."}
requirements["PV-028"] = {level = "MUST", text = "The gdt_ents of a basic context MUST NOT exceed 7168."}
requirements["PV-042"] = {level = "MUST", text = "The context of X86_PV_VCPU_EXTENDED MUST be 32 to 128 octets long."}
requirements["PV-046"] = {level = "MUST", text = "The size inside an extended context MUST NOT exceed the length of the context."}
requirements["PV-048"] = {level = "MUST", text = "The context of X86_PV_VCPU_XSAVE MUST be 16 octets of 0, or 16 octets and the XSAVE area of the components in xcr0_accum."}
requirements["PV-050"] = {level = "MUST", text = "xcr0 and the area's xstate_bv MUST name no component that xcr0_accum does not, and the area's xcomp_bv and the reserved words of its header are 0."}
requirements["PV-054"] = {level = "MUST", text = "The index of an entry of X86_PV_VCPU_MSRS MUST be 48, 140, C0000103, C0011027, C0011019, C001101A or C001101B (hexadecimal)."}
requirements["PV-056"] = {level = "MUST", text = "Octets 4 to 7 of an entry of X86_PV_VCPU_MSRS MUST be 0."}
requirements["PV-058"] = {level = "MUST", text = "The body_length of SHARED_INFO MUST be 4096."}
requirements["X86-001"] = {level = "MUST", text = "The body_length of X86_TSC_INFO MUST be 24."}
requirements["X86-003"] = {level = "MUST", text = "The mode of X86_TSC_INFO MUST NOT exceed 3."}
requirements["X86-007"] = {level = "MUST", text = "Octets 20 to 23 of X86_TSC_INFO MUST be 0."}
requirements["X86-009"] = {level = "MUST", text = "The body_length of X86_CPUID_POLICY MUST be a multiple of 24 and not 0."}
requirements["X86-015"] = {level = "MUST", text = "The body_length of X86_MSR_POLICY MUST be a multiple of 16 and not 0."}
requirements["X86-017"] = {level = "MUST", text = "The index of an X86_MSR_POLICY entry MUST be CE or 10A."}
requirements["X86-019"] = {level = "MUST", text = "The flags of an X86_MSR_POLICY entry MUST be 0."}
requirements["HVM-021"] = {level = "MUST", text = "The body_length of HVM_PARAMS MUST be 8 + 16 × count."}
requirements["HVM-034"] = {level = "MUST", text = "Octets 4 to 7 of the body of HVM_PARAMS MUST be 0."}
requirements["HVM-023"] = {level = "MUST", text = "The index of an HVM parameter MUST be less than 39."}
requirements["HVM-027"] = {level = "MUST", text = "The value of an HVM parameter MUST NOT be 0."}
requirements["LXL-001"] = {level = "MUST", text = "The ident of a libxl stream MUST be 4C 69 62 78 6C 46 6D 74, \"LibxlFmt\" in ASCII."}
requirements["LXL-003"] = {level = "MUST", text = "The version of a libxl stream MUST be 2."}
requirements["LXL-005"] = {level = "MUST", text = "Bits 2 to 31 of the options of a libxl stream MUST be 0."}
requirements["LXL-013"] = {level = "MUST", text = "The body_length of LIBXC_CONTEXT, END and CHECKPOINT_END MUST be 0."}
requirements["LXL-015"] = {level = "MUST", text = "The padding octets of a record of a libxl stream MUST be 0."}
requirements["LXL-030"] = {level = "MUST", text = "The emulator_id of an emulator record MUST be 1 or 2, or 0 where option bit 1 of the stream is set."}
requirements["LXL-048"] = {level = "MUST", text = "The body of CHECKPOINT_STATE MUST begin with a control id of 4 octets, below 4."}
requirements["XL-001"] = {level = "MUST", text = "The first 32 octets of an xl save file MUST be the text Xen saved domain, xl format, LF, space, NUL, space, CR."}
requirements["XL-003"] = {level = "MUST", text = "The byteorder of an xl save file from an x86 host MUST be the octets 04 03 02 01."}
requirements["XL-005"] = {level = "MUST", text = "Bits 2 to 31 of mandatory_flags MUST be 0."}
requirements["VFOUR-007"] = {level = "MUST", text = "Octets 24 to 27 of an image, incompat, MUST be 0."}
requirements["VFOUR-009"] = {level = "MUST", text = "Octets 28 to 31 of an image, compat, MUST be 0."}
requirements["VFOUR-011"] = {level = "MUST", text = "Octets 32 and 33 of an image, record_check, MUST be 0, 3, 5 or 6."}
requirements["VFOUR-013"] = {level = "MUST", text = "Octets 34 and 35 of an image, image_digest, MUST be 0, 3, 5 or 6."}
requirements["VFOUR-015"] = {level = "MUST", text = "Octets 36 to 39 of an image MUST be 0."}
requirements["SUM-013"] = {level = "MUST", text = "The algorithm of IMAGE_DIGEST MUST be the image_digest of the image header, and not 0."}
requirements["SUM-017"] = {level = "MUST", text = "Octets 2 to 7 of IMAGE_DIGEST, and the last 4 of the sum of a CRC, MUST be 0."}
requirements["ZIP-001"] = {level = "MUST", text = "The count of PAGE_DATA_COMPRESSED MUST be at least 1."}
requirements["ZIP-005"] = {level = "MUST", text = "Bits 1 to 15 of flags MUST be 0."}
requirements["ZIP-014"] = {level = "MUST", text = "The codec of PAGE_DATA_COMPRESSED MUST be 0, 1, 2, 3 or 4."}
requirements["CAP-012"] = {level = "MUST", text = "The length of an item of REQUIRES MUST be 8 for CODECS and RECORD_LIMIT, and a multiple of 8 for any other; that of RECORD_TYPES is not 0."}
requirements["ARM-003"] = {level = "MUST", text = "The body_length of MEMORY_LAYOUT MUST be a multiple of 24, not 0, and at most 24576."}
requirements["ARM-007"] = {level = "MUST", text = "The flags of a region of MEMORY_LAYOUT MUST be 0."}
requirements["ARM-021"] = {level = "MUST", text = "The body of ARM_ID_POLICY MUST be entries of 16 octets, at least one, that ascend by encoding, each below 65536 and with flags of 0."}
requirements["ARM-023"] = {level = "MUST", text = "The vcpu_id of ARM_VCPU MUST be less than 8192, and less than the number of vCPUs of the domain where that is known."}
requirements["ARM-025"] = {level = "MUST", text = "The reserved words of ARM_VCPU, of its sub-header and of its registers, and the octets after a value up to a multiple of 8, MUST be 0."}
requirements["ARM-027"] = {level = "MUST", text = "The body of ARM_VCPU MUST be its sub-header and registers without gaps, at least one, each of set 0 to 3 and of 1 to 256 octets, that ascend by set, then index."}
requirements["MACH-011"] = {level = "MUST", text = "The version of MACHINE MUST be 1."}
requirements["MACH-013"] = {level = "MUST", text = "The vcpus of MACHINE MUST be 1 for a machine of v86, and 1 to 255 for one of QEMU."}
requirements["MACH-017"] = {level = "MUST", text = "The properties of MACHINE MUST follow each other without gaps up to the end of the body, ascend by name, octet for octet and without repetition, have names of 1 to 64 octets out of a to z, 0 to 9 and hyphen, and values in UTF-8."}
requirements["MACH-019"] = {level = "MUST", text = "The octets between the value of a property and the next multiple of 8 MUST be 0."}
requirements["MACH-029"] = {level = "MUST", text = "The body_length of MACHINE_VCPU MUST be 1040."}
requirements["MACH-033"] = {level = "MUST", text = "Octets 4 to 7 of MACHINE_VCPU MUST be 0."}
requirements["MACH-039"] = {level = "MUST", text = "The body_length of PLATFORM_STATE MUST be more than 32."}

-- The engine: follows a stream over TCP, unit by unit, and shows each by its table.

local xensave = Proto("xensave", "Xen domain save image")
local fields, experts = {}, {}
local unknown = ProtoExpert.new("xensave.expert.unknown", "Mandatory record of unknown type", expert.group.UNDECODED, expert.severity.ERROR)
local broken = ProtoExpert.new("xensave.expert.broken", "The stream cannot be followed", expert.group.MALFORMED, expert.severity.ERROR)
local all_fields, all_experts = {}, {unknown, broken}

for id, requirement in pairs(requirements) do
  local severity = requirement.level == "MUST" and expert.severity.ERROR or expert.severity.WARN
  experts[id] = ProtoExpert.new("xensave.expert." .. id, id .. ": " .. requirement.text, expert.group.PROTOCOL, severity)
  all_experts[#all_experts + 1] = experts[id]
end

local INTS = {[1] = "uint8", [2] = "uint16", [4] = "uint32"}

for name, struct in pairs(structs) do
  for _, field in ipairs(struct) do
    local key = "xensave." .. name .. "." .. field.id
    local names = field.enum and enums[field.enum]
    local made
    if field.kind == "int" and INTS[field.octets] then
      made = ProtoField[INTS[field.octets]](key, field.id, names and base.HEX or base.DEC_HEX, names, nil, field.doc)
    elseif field.kind == "u64" then made = ProtoField.uint64(key, field.id, base.HEX_DEC, nil, nil, field.doc)
    elseif field.kind == "value" and not field.hidden then
      made = ProtoField.uint32(key, field.id, base.HEX_DEC, names, nil, field.doc)
    elseif field.kind == "text" or field.kind == "strz" then made = ProtoField.string(key, field.id, base.UNICODE, field.doc)
    elseif field.kind ~= "check" and field.kind ~= "value" then made = ProtoField.bytes(key, field.id, base.NONE, field.doc) end
    if made then
      fields[field] = made
      all_fields[#all_fields + 1] = made
    end
  end
end

local edition_field = ProtoField.uint32("xensave.version", "Image version", base.DEC)
local record_field = ProtoField.uint32("xensave.record", "Record", base.HEX, enums["record_header.record_type"])
local libxl_field = ProtoField.uint32("xensave.libxl_record", "libxl record", base.HEX, enums["libxl_record_header.libxl_record_type"])
for _, field in ipairs({edition_field, record_field, libxl_field}) do all_fields[#all_fields + 1] = field end
xensave.fields = all_fields
xensave.experts = all_experts

-- Elements of one list that are shown, so that a batch of many pages stays readable.
local SHOWN = 4096

local function integer(range, octets, be)
  if octets == 1 then return range:uint() end
  if be then return range:uint() end
  return range:le_uint()
end

local dissect_struct

-- One element of a field at `at`; returns its value and the offset behind it.
local function dissect_one(field, v, s, tvb, at, to, tree)
  local kind = field.kind
  local be = field.be
  if be == nil then be = s.is_be end
  if kind == "int" then
    if at + field.octets > to then return nil, to end
    local range = tvb(at, field.octets)
    local value = integer(range, field.octets, be)
    return value, at + field.octets, fields[field] and tree:add(fields[field], range, value)
  elseif kind == "u64" then
    if at + 8 > to then return nil, to end
    local range = tvb(at, 8)
    local first, second = integer(tvb(at, 4), 4, be), integer(tvb(at + 4, 4), 4, be)
    local value = be and {hi = first, lo = second} or {hi = second, lo = first}
    return value, at + 8, tree:add(fields[field], range, be and range:uint64() or range:le_uint64())
  end
  local size = field.size and field.size(v, s)
  local stop = size and math.min(at + size, to) or to
  if kind == "octets" then
    local range = tvb(at, stop - at)
    -- Only what is held to something is worth turning into text: pages are long.
    local value = field.check and stop > at and range:bytes():tohex(true) or ""
    return value, stop, stop > at and tree:add(fields[field], range)
  elseif kind == "text" or kind == "strz" then
    local last = stop
    if kind == "strz" then
      local zero = at
      while zero < stop and tvb(zero, 1):uint() ~= 0 do zero = zero + 1 end
      last = zero
      if not size then stop = math.min(zero + 1, stop) end
    end
    local value = last > at and tvb(at, last - at):string(ENC_UTF_8) or ""
    return value, stop, stop > at and tree:add(fields[field], tvb(at, stop - at), value)
  end
  local name = kind == "struct" and field.of or field.cases[field.on(v, s)]
  if name == nil then
    return "", stop, stop > at and tree:add(fields[field], tvb(at, stop - at))
  end
  local below = tree:add(xensave, tvb(at, math.max(0, stop - at)), field.id)
  local value, after = dissect_struct(name, s, tvb, at, stop, below)
  local behind = size and stop or after
  below:set_len(behind - at)
  return value, behind, below
end

local function judge(field, value, v, s, item)
  if not field.check or value == nil then return end
  if not field.check(value, v, s) then
    item:add_proto_expert_info(experts[field.req], field.req .. ": wanted " .. field.wanted)
  end
end

-- The fields of a structure within [at, to); returns their values and the offset behind the last.
dissect_struct = function(name, s, tvb, at, to, tree)
  local v = {_size = to - at}
  for _, field in ipairs(structs[name]) do
    v._eof = at >= to
    if field.kind == "value" then
      local ok, value = pcall(field.value, v, s)
      if ok then
        v[field.id] = value
        if fields[field] then tree:add(fields[field], value):set_generated() end
      end
    elseif field.when == nil or field.when(v, s) then
      if field.kind == "check" then judge(field, 0, v, s, tree)
      elseif field.many then
        local count = field.count and field.count(v, s) or math.huge
        local index = 0
        while index < count and at < to do
          local into = tree
          if index == SHOWN then tree:add(xensave, tvb(at, to - at), "and more") end
          if index >= SHOWN then break end
          local value, next, item = dissect_one(field, v, s, tvb, at, to, into)
          judge(field, value, v, s, item or tree)
          if next == at then break end
          at, index = next, index + 1
        end
      else
        local value, next, item = dissect_one(field, v, s, tvb, at, to, tree)
        v[field.id] = value
        judge(field, value, v, s, item or tree)
        at = next
      end
    end
  end
  return v, at
end

local function copy(s)
  local other = {}
  for key, value in pairs(s) do other[key] = value end
  return other
end

local RECORD_LIMIT = 0x8000000
local MARKER, LIBXL, XL = "ffffffffffffffff", "4c6962786c466d74", "58656e2073617665"

local function record_length(tvb, at, be, trailer)
  local length = integer(tvb(at + 4, 4), 4, be)
  return 8 + length + (8 - length % 8) % 8 + trailer, length
end

-- The kind of the unit at `at` and its octets; nil and how many octets have to be there to tell.
local function next_unit(s, tvb, at)
  local there = tvb:len() - at
  if s.what == "start" then
    if there < 8 then return nil, 8 end
    local lead = tvb(at, 8):bytes():tohex(true)
    if lead == MARKER then return "image_header", 24 end
    if lead == LIBXL then return "libxl_header", 16 end
    if lead ~= XL then return "foreign", there end
    if there < 48 then return nil, 48 end
    s.is_be = tvb(at + 32, 1):uint() == 1
    return "xl_header", 48 + integer(tvb(at + 44, 4), 4, s.is_be)
  elseif s.what == "image_header" then return "image_header", 24
  elseif s.what == "image_header_v4" then return "image_header_v4", 16
  elseif s.what == "domain_header" then return "domain_header", 16 + s.len_trailer
  elseif s.what == "done" then return "foreign", there end
  if there < 8 then return nil, 8 end
  if s.what == "record" and s.colo and s.in_libxl then
    -- In a COLO stream the order for the next checkpoint comes between records of the image.
    local kind, length = integer(tvb(at, 4), 4, s.libxl_be), integer(tvb(at + 4, 4), 4, s.libxl_be)
    if enums["libxl_record_header.libxl_record_type"][kind] == "CHECKPOINT_STATE" and length <= 8 then
      return "libxl_record", (record_length(tvb, at, s.libxl_be, 0))
    end
  end
  local be = s.what == "record" and s.image_be
  if s.what == "libxl_record" then be = s.libxl_be end
  local octets, length = record_length(tvb, at, be, s.what == "record" and s.len_trailer or 0)
  if length > RECORD_LIMIT then return "broken", there end
  return s.what, octets
end

-- Shows a unit and moves the state behind it; returns what the column says of it.
local function show_unit(kind, s, tvb, at, octets, tree)
  local range = tvb(at, octets)
  local item = tree:add(xensave, range)
  s.is_be = s.image_be
  if kind == "libxl_record" then s.is_be = s.libxl_be end
  if kind == "xl_header" then s.is_be = tvb(at + 32, 1):uint() == 1 end
  if kind == "broken" then
    item:set_text("Record longer than any may be")
    item:add_proto_expert_info(broken)
    s.what = "done"
    return "cannot be followed"
  end
  if kind == "record" or kind == "libxl_record" then
    local field = kind == "record" and record_field or libxl_field
    local number = integer(tvb(at, 4), 4, s.is_be)
    local names = kind == "record" and enums["record_header.record_type"] or enums["libxl_record_header.libxl_record_type"]
    local name = names[number] or string.format("type 0x%x", number)
    item:set_text((kind == "record" and "Record " or "libxl record ") .. name .. ", " .. integer(tvb(at + 4, 4), 4, s.is_be) .. " octets")
    local label = item:add(field, tvb(at, 4), number)
    if names[number] == nil and number < 0x80000000 then label:add_proto_expert_info(unknown) end
    local v = dissect_struct(kind == "record" and "libxc_record" or "libxl_record", s, tvb, at, at + octets, item)
    if kind == "record" then
      if name == "X86_PV_INFO" and type(v.body) == "table" then s.guest_width = v.body.guest_width or 0 end
      if name == "END" then s.what = s.in_libxl and "libxl_record" or "done" end
      if name == "CHECKPOINT" and s.in_libxl then s.what = "libxl_record" end
    else
      if name == "LIBXC_CONTEXT" then s.what = "image_header" end
      if name == "CHECKPOINT_END" then s.what, s.colo = "record", true end
      if name == "CHECKPOINT_STATE" then s.what = "record" end
      if name == "END" then s.what = "done" end
    end
    return name
  end
  local v = dissect_struct(kind, s, tvb, at, at + octets, item)
  if kind == "xl_header" then
    item:set_text("Header of an xl save file")
    s.what = "start"
    return "xl header"
  elseif kind == "libxl_header" then
    item:set_text("Header of a libxl stream")
    s.libxl_be, s.in_libxl, s.what = v.options % 2 == 1, true, "libxl_record"
    return "libxl stream"
  elseif kind == "image_header" then
    item:set_text("Image header, version " .. v.version)
    item:add(edition_field, tvb(at + 12, 4), v.version):set_generated()
    s.image_be = v.options % 2 == 1
    -- Streams of other versions have another shape, and none of them was ever sent by Xen.
    s.what = v.version == 4 and "image_header_v4" or (v.version == 2 or v.version == 3) and "domain_header" or "done"
    return "image v" .. v.version
  elseif kind == "image_header_v4" then
    item:set_text("Image header, what version 4 appends")
    s.len_trailer = v.len_trailer or 0
    s.what = "domain_header"
    return "v4"
  end
  item:set_text("Domain header")
  s.page_size, s.what = 2 ^ (v.page_shift or 12), "record"
  return enums["domain_header.domain_type"][v.type] or "domain"
end

local tcp_stream, tcp_source = Field.new("tcp.stream"), Field.new("tcp.srcport")
local streams, places, frame = {}, {}, nil

function xensave.init() streams, places = {}, {} end

local function fresh()
  return {what = "start", is_be = false, image_be = false, libxl_be = false, in_libxl = false, guest_width = 0, page_size = 4096, len_trailer = 0}
end

function xensave.dissector(tvb, pinfo, tree)
  local way = tostring(tcp_stream().value) .. ":" .. tostring(tcp_source().value)
  local place = pinfo.number .. ":" .. tvb:len() .. ":" .. tvb:offset()
  local s
  if pinfo.visited then s = places[place] and copy(places[place]) or fresh()
  else
    s = copy(streams[way] or fresh())
    places[place] = copy(s)
  end
  local at, said, last, times = 0, {}, nil, 0
  local root
  local function say(words)
    if words == last then times = times + 1 else
      if last then said[#said + 1] = times > 1 and (last .. " x " .. times) or last end
      last, times = words, 1
    end
  end
  while at < tvb:len() do
    local kind, octets = next_unit(s, tvb, at)
    if kind == "foreign" then break end
    if kind == nil or at + octets > tvb:len() then
      pinfo.desegment_offset = at
      pinfo.desegment_len = at + octets - tvb:len()
      break
    end
    root = root or tree:add(xensave, tvb(at))
    say(show_unit(kind, s, tvb, at, octets, root))
    at = at + octets
  end
  if not pinfo.visited then streams[way] = s end
  if at > 0 then
    say(nil)
    pinfo.cols.protocol = "Xen save"
    -- What was said of a frame stays when more of it is dissected; the next words go behind.
    pinfo.cols.info = (frame == pinfo.number and ", " or "") .. table.concat(said, ", ")
    frame = pinfo.number
  end
  if at == 0 and pinfo.desegment_len == 0 then return 0 end
  return tvb:len()
end

-- A stream begins with one of three marks, whatever port it goes to.
xensave:register_heuristic("tcp", function(tvb, pinfo, tree)
  if tvb:len() < 8 then return false end
  local lead = tvb(0, 8):bytes():tohex(true)
  if lead ~= MARKER and lead ~= LIBXL and lead ~= XL then return false end
  pinfo.conversation = xensave
  xensave.dissector(tvb, pinfo, tree)
  return true
end)
DissectorTable.get("tcp.port"):add_for_decode_as(xensave)
