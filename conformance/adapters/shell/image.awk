# Judges one domain save image, as the text that od makes of it. Numbers in comments are requirements of spec/.
#
# Variables: od (the command, up to its operands; the image is IMAGE in the environment), role (reader or verifier), edition (2 or 3), kind and vcpus of the domain to restore into (may be empty),
# size of the image in octets. Exit status: 0 accepted, 1 rejected (with JSON), 3 not supported.

BEGIN {
  for (i = 0; i < 256; i++) VALUE[sprintf("%02x", i)] = i
  hvm_tables()
  # A Verifier remembers contents to compare after VERIFY, unless that would not fit into memory.
  REMEMBER = role == "verifier" && size <= 67108864

  seek(0)
  image_header()
  domain_header()
  while (record() != 0) {}
  trailer()
  verdict()
}

# --- Verdicts ---------------------------------------------------------------------------------------------------------

# A departure at an offset. `reads` says what a Reader does about it; `level` is SHOULD where nobody rejects for it.
function departs(code, at, reads, level) {
  if (role == "reader") {
    if (reads == "reject") fatal(code, at)
    return
  }
  FINDINGS = FINDINGS (FINDINGS == "" ? "" : ",") sprintf("{\"code\":\"%s\",\"at\":%.0f}", code, at)
  if (level != "SHOULD") REJECTED = 1
}

# A departure after which there is nothing left to make sense of.
function fatal(code, at) {
  if (role == "reader") {
    printf "{\"code\":\"%s\",\"at\":%.0f}\n", code, at
    exit 1
  }
  departs(code, at)
  verdict()
}

function verdict() {
  if (role == "verifier") printf "{\"findings\":[%s]}\n", FINDINGS
  exit REJECTED
}

# --- Octets -----------------------------------------------------------------------------------------------------------

# AT is the offset of the next octet, SHORT the code for an image that ends before it. LINE is the text being read, and
# COLUMN the next octet in it.
function seek(offset) {
  if (PIPE != "") close(PIPE)
  PIPE = od sprintf(" -j %.0f", offset) " \"$IMAGE\""
  LINE = ""
  COLUMN = 0
  AT = offset
}

function next_line() {
  if ((PIPE | getline LINE) <= 0) fatal(SHORT, AT)
  COLUMN = 0
}

function u8() {
  if (3 * COLUMN >= length(LINE)) next_line()
  AT++
  return VALUE[substr(LINE, 3 * COLUMN++ + 2, 2)]
}

function u16(  low) { low = u8(); return low + 256 * u8() }
function u32(  low) { low = u16(); return low + 65536 * u16() }
function be16(  high) { high = u8(); return 256 * high + u8() }
function be32(  high) { high = be16(); return 65536 * high + be16() }

# Passes the next `count` octets without looking at each of them; returns their text where it is to be kept.
function text(count, keep,  all, here) {
  if (!keep && count > 262144) {
    if (AT + count > size) fatal(SHORT, size)
    seek(AT + count)
    return
  }
  while (count > 0) {
    here = int(length(LINE) / 3) - COLUMN
    if (here <= 0) {
      next_line()
      continue
    }
    if (here > count) here = count
    if (keep) all = all substr(LINE, 3 * COLUMN + 1, 3 * here)
    COLUMN += here
    AT += here
    count -= here
  }
  return all
}

# Whether any of the next `count` octets is not zero.
function any(count,  found) {
  while (count-- > 0) if (u8() != 0) found = 1
  return found
}

# --- Headers ----------------------------------------------------------------------------------------------------------

function image_header(  i, all_ones, options) {
  SHORT = "image-header-truncated"                                                # IMG-018, IMG-019
  all_ones = 1
  for (i = 0; i < 8; i++) if (u8() != 255) all_ones = 0
  if (!all_ones) fatal("image-marker", 0)                                         # IMG-001, IMG-002
  if (be32() != 1480937030) fatal("image-id", 8)                                  # IMG-003, IMG-004: 58454e46
  VERSION = be32()
  if (VERSION != edition && !(VERSION == 2 && edition == 3)) fatal("image-version", 12)       # IMG-005 to IMG-008
  if (VERSION != edition) departs("image-version-previous", 12, "accept")         # IMG-009, IMG-020
  options = be16()
  if (options % 2) {                                                          # IMG-014, little-only
    if (role == "reader") fatal("image-byte-order", 16)
    exit 3
  }
  if (options > 1) departs("image-options-reserved", 16, "accept")                # IMG-012, IMG-013
  if (any(6)) departs("image-reserved", 18, "accept")                             # IMG-016, IMG-017
}

function domain_header(  type) {
  SHORT = "domain-header-truncated"                                               # DOM-012, DOM-013
  type = u32()
  if (type != 1 && type != 2) fatal("domain-type", 24)                            # DOM-001, DOM-002
  if (kind != "" && kind != (type == 1 ? "pv" : "hvm")) departs("domain-target", 24, "reject")   # DOM-003
  if (type == 1) exit 3
  if (u16() != 12) fatal("domain-page-shift", 28)                                 # DOM-004, DOM-005
  if (any(2)) departs("domain-reserved", 30, "accept")                            # DOM-006, DOM-007
  CONVERTED = u32() == 0
  u32()
}

# --- Records ----------------------------------------------------------------------------------------------------------

# Reads one record and returns its type. HEAD, BODY and STOP are offsets: of its header, its body, and the body's end.
function record(  type, length_, pad) {
  SHORT = "record-end-missing"                                                    # REC-026, REC-027
  HEAD = AT
  type = u8()
  SHORT = "record-truncated"                                                      # REC-005, REC-006
  type += 256 * u8() + 65536 * u16()
  length_ = u32()
  if (length_ > 134217728) fatal("record-limit", HEAD + 4)                        # REC-007, REC-008: refuse
  pad = (8 - length_ % 8) % 8
  if (VERSION == 2 && length_ + pad > 8388608) departs("record-limit-early", HEAD + 4, "accept", "SHOULD")  # REC-010
  BODY = AT
  STOP = AT + length_
  body(type, length_)
  text(STOP - AT)
  if (any(pad)) departs("record-padding", STOP, "accept")                          # REC-003, REC-004
  return type
}

function body(type, length_) {
  if (type >= 2147483648) return                                                  # REC-013, REC-014
  if (type > 18) fatal("record-unknown-mandatory", HEAD)                          # REC-011, REC-012
  if (type == 11) return departs("record-toolstack", HEAD, "reject")              # REC-017, REC-018
  if (type == 15) return departs("record-channel", HEAD, "reject")                # REC-021, REC-022
  if (type == 14) return departs("checkpoint-plain", HEAD, "reject")              # CKPT-007, CKPT-008
  if (type >= 2 && type <= 7 || type == 12) return departs("record-kind", HEAD, "reject")     # REC-019, REC-020
  if (VERSION == 2 && type >= 16) return departs("record-edition", HEAD, "reject")            # REC-015, REC-016
  if (CONVERTED && (type == 13 || type >= 17)) departs("domain-converter-records", HEAD, "accept")   # DOM-008
  if (type == 0) end_of_stream(length_)
  else if (type == 1) page_data(length_)
  else if (type == 8) tsc_info(length_)
  else if (type == 9) hvm_context(length_)
  else if (type == 10) hvm_params(length_)
  else if (type == 13) verify(length_)
  else if (type == 16) static_data_end(length_)
  else if (type == 17) cpuid_policy(length_)
  else if (type == 18) msr_policy(length_)
}

function end_of_stream(length_) {
  if (length_ != 0) departs("record-end-length", HEAD + 4, "accept")              # REC-031, REC-032
  if (VERSION == 3 && !STATIC_END) departs("static-end-missing", HEAD, "reject")  # ORD-001, ORD-002
  if (!CONTEXTS) departs("hvm-context-missing", HEAD, "reject")                   # ORD-039, ORD-040
  if (!TSCS) departs("tsc-missing", HEAD, "accept")                               # ORD-043, ORD-044
  if ((32 in PARAM) != (33 in PARAM)) departs("hvm-params-ioreq-pair", HEAD, "accept")        # HVM-030, HVM-031
}

# What follows END; a Reader leaves it unread (REC-029).
function trailer(  at, octets, i) {
  if (role == "reader" || AT >= size) return
  at = AT
  octets = size - AT
  if (octets >= 8 && u32() == 0) return departs("record-end-repeated", at, "accept")          # REC-028
  departs("image-trailing", at, "accept", "SHOULD")                               # REC-030
}

function after_static_end() {
  if (VERSION == 3 && !STATIC_END) departs("static-end-order", HEAD, "accept")    # ORD-007, ORD-008
}

function static_data_end(length_) {
  if (STATIC_END++) departs("static-end-repeated", HEAD, "reject")                # ORD-003, ORD-004
  if (length_ != 0) departs("marker-length", HEAD + 4, "accept")                  # CKPT-005, CKPT-006
}

function verify(length_) {
  if (!BATCHES) departs("verify-place", HEAD, "accept")                           # CKPT-001, CKPT-002
  if (length_ != 0) departs("marker-length", HEAD + 4, "accept")
  VERIFYING = 1
}

# --- Memory -----------------------------------------------------------------------------------------------------------

function page_data(length_,  count, i, at, low, high, type, carries, pages, pfn, contents) {
  if (VERSION == 3 && !STATIC_END) departs("static-end-late", HEAD, "reject")     # ORD-005, ORD-006
  BATCHES++
  if (length_ < 8) return departs("page-length", HEAD + 4, "reject")
  count = u32()
  if (count == 0) return departs("page-count", BODY, "reject")                    # PAGE-001, PAGE-002
  if (any(4)) departs("page-reserved", BODY + 4, "accept")                        # PAGE-005, PAGE-006
  if (count > 1024) departs("page-batch", BODY, "accept", "SHOULD")               # PAGE-007, PAGE-008
  if (length_ < 8 + 8 * count) return departs("page-length", HEAD + 4, "reject")
  pages = 0
  for (i = 0; i < count; i++) {
    at = AT
    low = u32()
    high = u32()
    type = int(high / 268435456)
    if (type >= 5 && type <= 8) departs("page-type", at, "reject")                # PAGE-016, PAGE-017
    else if (type >= 1 && type <= 12) departs("page-type-hvm", at, "accept")      # PAGE-018, PAGE-019
    if (int(high / 1048576) % 256) departs("page-pfn-reserved", at, "accept")     # PAGE-009, PAGE-010
    if (high % 1048576 >= 256) departs("page-pfn-limit", at, "reject")            # PAGE-013, PAGE-014
    carries = type <= 4 || type >= 9 && type <= 12
    if (carries) PFN[pages++] = high % 1048576 " " low
  }
  if (length_ != 8 + 8 * count + 4096 * pages) return departs("page-length", HEAD + 4, "reject")   # PAGE-003, PAGE-004
  for (i = 0; i < pages; i++) {
    at = AT
    contents = text(4096, REMEMBER)
    pfn = PFN[i]
    if (!REMEMBER) continue
    if (!VERIFYING) CONTENTS[pfn] = contents
    else if (CONTENTS[pfn] != contents) departs("verify-mismatch", at, "accept")   # CKPT-003, CKPT-004
  }
}

# --- x86 --------------------------------------------------------------------------------------------------------------

function tsc_info(length_,  mode) {
  after_static_end()
  TSCS++
  if (length_ != 24) return departs("tsc-length", HEAD + 4, "reject")             # X86-001, X86-002
  mode = u32()
  if (mode > 5 - VERSION) departs("tsc-mode", BODY, "reject")                     # X86-003 to X86-006
  text(16)
  if (any(4)) departs("tsc-reserved", BODY + 20, "accept")                        # X86-007, X86-008
}

function cpuid_policy(length_,  at, leaf, subleaf, a, b, before, here) {
  if (STATIC_END) departs("policy-late", HEAD, "reject")                          # ORD-009, ORD-010
  if (length_ == 0 || length_ % 24) return departs("cpuid-length", HEAD + 4, "reject")        # X86-009, X86-010
  before = -1
  while (AT < STOP) {
    at = AT
    leaf = u32()
    subleaf = u32()
    a = u32()
    b = u32()
    text(8)
    if (leaf == 13 && subleaf >= 2 && subleaf < 63 && a) {
      SIZE[subleaf] = a
      PLACE[subleaf] = b
    }
    if (!known_leaf(leaf, subleaf)) departs("cpuid-leaf", at, "reject")           # X86-011, X86-012
    here = leaf * 1024 + (subleaf == 4294967295 ? 0 : subleaf)
    if (here <= before) departs("cpuid-order", at, "accept")                      # X86-013, X86-014
    before = here
  }
}

function known_leaf(leaf, subleaf) {
  if (leaf == 4) return subleaf < 6
  if (leaf == 7) return subleaf < 3
  if (leaf == 11) return subleaf < 2
  if (leaf == 13) return subleaf < 63
  if (subleaf != 4294967295) return 0
  return leaf <= 13 || leaf == 1073741824 || leaf == 1073742080 || leaf >= 2147483648 && leaf <= 2147483681
}

function msr_policy(length_,  at, index_) {
  if (STATIC_END) departs("policy-late", HEAD, "reject")
  if (length_ == 0 || length_ % 16) return departs("msr-length", HEAD + 4, "reject")          # X86-015, X86-016
  while (AT < STOP) {
    at = AT
    index_ = u32()
    if (index_ != 206 && index_ != 266) departs("msr-index", at, "reject")        # X86-017, X86-018: CE, 10A
    if (any(4)) departs("msr-flags", at + 4, "reject")                            # X86-019, X86-020
    text(8)
  }
}

# --- HVM --------------------------------------------------------------------------------------------------------------

# EXACT, ATMOST: lengths of the entries of HVM_CONTEXT by typecode. VCPU: entries of which each vCPU has its own.
# ZERO: octets of an entry that must be 0, as "typecode offset" (HVM-015). SIZE, PLACE: of the components of an XSAVE
# area, where the CPUID policy of the image does not say otherwise. POWER: of two.
function hvm_tables(  i) {
  split("1 24 3 8 4 400 6 1024 7 16 8 8 9 8 10 56 12 1048 13 8 14 240 19 8", list, " ")
  for (i = 1; i in list; i += 2) EXACT[list[i]] = list[i + 1]
  split("2 1032 5 32 11 24 15 32 17 216 18 32", list, " ")
  for (i = 1; i in list; i += 2) ATMOST[list[i]] = list[i + 1]
  split("2 5 6 14 16 17 18 19 20", list, " ")
  for (i = 1; i <= 9; i++) VCPU[list[i]] = 1
  for (i = 1028; i < 1032; i++) ZERO[2 " " i] = 1
  for (i = 4; i < 8; i++) ZERO[9 " " i] = 1
  for (i = 52; i < 56; i++) ZERO[10 " " i] = 1
  for (i = 9; i < 16; i++) ZERO[17 " " i] = 1
  for (i = 544; i < 600; i++) ZERO[16 " " i] = 1
  split("2 256 576 3 64 960 4 64 1024 5 64 1088 6 512 1152 7 1024 1664 9 8 2688 17 64 2752 18 8192 2816", list, " ")
  for (i = 1; i in list; i += 3) {
    SIZE[list[i]] = list[i + 1]
    PLACE[list[i]] = list[i + 2]
  }
  POWER[0] = 1
  for (i = 1; i < 32; i++) POWER[i] = 2 * POWER[i - 1]
}

function hvm_context(length_,  at, first, type, instance, size_, i, id) {
  after_static_end()
  if (CONTEXTS++) departs("hvm-context-repeated", HEAD, "accept")                 # ORD-041, ORD-042
  split("", NAMED)
  split("", RUNS)
  for (first = 1; ; first = 0) {
    at = AT
    if (STOP - AT < 8) {
      departs(first ? "hvm-header" : "hvm-end-missing", at, "reject")             # HVM-001 to HVM-004
      break
    }
    type = u16()
    instance = u16()
    size_ = u32()
    if (first && type != 1) return departs("hvm-header", at, "reject")
    if (type == 0) {
      if (size_ != 0) departs("hvm-end-trailing", at + 4, "accept")               # HVM-005, HVM-006
      else if (AT != STOP) departs("hvm-end-trailing", AT, "accept")
      break
    }
    if (type > 20) return departs("hvm-typecode", at, "reject")                   # HVM-009, HVM-010
    if (size_ > STOP - AT) return departs("hvm-entry-overrun", at + 4, "reject")   # HVM-007, HVM-008
    if (!length_allowed(type, size_)) departs("hvm-entry-length", at + 4, "reject")           # HVM-011, HVM-012
    if (!instance_allowed(type, instance)) departs("hvm-instance", at + 2, "reject")          # HVM-013, HVM-014
    if (type in VCPU) NAMED[instance] = 1
    if (type == 2) RUNS[instance] = 1
    entry(type, size_, first, at)
  }
  for (i = 0; i < vcpus + 0; i++) NAMED[i] = 1
  for (id in NAMED) if (!(id in RUNS)) departs("hvm-cpu-missing", HEAD, "accept") # HVM-017, HVM-018
}

function length_allowed(type, size_) {
  if (type in EXACT) return size_ == EXACT[type]
  if (type in ATMOST) return size_ <= ATMOST[type]
  if (type == 16) return size_ >= 600                                             # more in xsave_size
  return 1
}

function instance_allowed(type, instance) {
  if (type in VCPU) return instance < 128 && (vcpus == "" || instance < vcpus + 0)
  return instance <= (type == 3)
}

# Octets of a CPU_XSAVE entry with the components of a mask; 0 where one of them is of unknown size.
function xsave_size(low, high,  size_, i) {
  size_ = 600
  for (i = 2; i < 64; i++) {
    if (int((i < 32 ? low : high) / POWER[i % 32]) % 2 == 0) continue
    if (!(i in SIZE)) return 0
    if (24 + PLACE[i] + SIZE[i] > size_) size_ = 24 + PLACE[i] + SIZE[i]
  }
  return size_
}

function entry(type, size_, first, at,  i, octet, start, full, surplus) {
  start = AT
  if (type == 16 && size_ >= 600) {
    text(16)
    i = u32()
    full = xsave_size(i, u32())
    if (size_ < full) departs("hvm-entry-length", at + 4, "reject")
  }
  if (first && size_ >= 8) {
    if (u32() != 1412960902) departs("hvm-header", start, "reject")               # 54381286
    else if (u32() != 1) departs("hvm-header", start + 4, "reject")
  }
  if (type == 20) {
    if (size_ < 24 || size_ % 16 != 8 || u32() != (size_ - 8) / 16) {
      departs("hvm-msr-length", at + 4, "reject")                                 # HVM-019, HVM-020
    }
  }
  while (AT < start + size_) {
    i = AT - start
    octet = u8()
    if (octet != 0 && full && i >= full) surplus = 1
    if (octet != 0 && (type " " i in ZERO || type == 20 && i >= 8 && int((i - 8) % 16 / 4) == 1)) {
      departs("hvm-must-be-zero", start + i, "reject")                            # HVM-015, HVM-016
    }
  }
  if (surplus) departs("hvm-entry-length", at + 4, "reject")
}

function hvm_params(length_,  count, at, low, high, value, above, here) {
  after_static_end()
  if (length_ < 8) return departs("hvm-params-length", HEAD + 4, "reject")
  count = u32()
  if (any(4)) departs("hvm-params-reserved", BODY + 4, "accept")                  # HVM-034, HVM-035
  if (length_ != 8 + 16 * count) return departs("hvm-params-length", HEAD + 4, "reject")      # HVM-021, HVM-022
  if (count == 0) departs("record-empty", HEAD, "accept", "SHOULD")               # REC-024, REC-025
  split("", here)
  while (AT < STOP) {
    at = AT
    low = u32()
    high = u32()
    value = u32()
    above = u32()
    if (high || low >= 39) departs("hvm-params-index", at, "reject")              # HVM-023, HVM-024
    if (low in here) departs("hvm-params-repeated", at, "accept")                 # HVM-025, HVM-026
    if (value == 0 && above == 0) departs("hvm-params-zero", at + 8, "accept")    # HVM-027, HVM-028
    if (low == 36 && (above || value != 0 && value != 4 && value != 8)) departs("hvm-params-value", at + 8, "reject")
    if (low == 9 && (above || value >= 8192 || value && value % 2 == 0)) departs("hvm-params-value", at + 8, "reject")
    here[low] = PARAM[low] = 1                                                    # HVM-032, HVM-033
  }
}
