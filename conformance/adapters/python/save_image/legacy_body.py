"""Chapters 15.4 to 15.8: the chunks of a body, up to the one that ends it."""
from . import memory, word_delta
from .headers import HVM, PV

_HOLE = 0xF0000000
_MOST_ENTRIES = 1024
_LOWEST = -21
_MOST_VCPUS = 4096
_VERIFY, _VCPU_INFO, _TMEM, _TMEM_EXTRA, _TSC_INFO, _LAST_CHECKPOINT = -1, -2, -5, -6, -7, -9
_COMPRESSED_DATA, _ENABLE_COMPRESSION, _TOOLSTACK = -12, -13, -18
# HVM parameters by the identifiers of their chunks.
_PARAMETERS = {-3: 12, -4: 15, -8: 17, -10: 19, -11: 9, -14: 34, -15: 27, -16: 28, -17: 29, -19: 32, -20: 33, -21: 36}


def take(domain):
    """Reads the chunks of one body."""
    cursor, judge = domain.cursor, domain.judge
    codes = _Codes(domain) if domain.compressing and domain.tails else None
    while True:
        at = cursor.at
        chunk = int.from_bytes(cursor.take(4), "little", signed=True)
        if chunk == 0:
            break
        if not _LOWEST <= chunk <= _MOST_ENTRIES:
            judge.fatal("legacy-chunk", at)
        elif chunk > 0:
            _take_batch(domain, chunk, codes)
        elif chunk in _PARAMETERS:
            _take_parameter(domain, _PARAMETERS[chunk], at)
        elif chunk == _COMPRESSED_DATA:
            _take_compressed(domain, codes, at)
        else:
            _TAKERS[chunk](domain, at)
    if codes:
        codes.judge_end(at)


def _take_batch(domain, count, codes):
    cursor = domain.cursor
    at, width = cursor.at, cursor.long_width
    entries = [(entry & ~_HOLE, entry >> 28 & 0xF, at + width * index)
               for index, entry in enumerate(cursor.longs(count)) if entry != _HOLE]
    for pfn, kind, here in entries:
        _judge_entry(domain, pfn, kind, here)
    for pfn, kind, _ in entries:
        if not memory.has_contents(kind):
            put(domain, pfn, kind, None)
        elif codes:
            codes.announce(pfn, kind)
        else:
            put(domain, pfn, kind, cursor.skip(memory.PAGE))


def _judge_entry(domain, pfn, kind, at):
    judge = domain.judge
    if pfn >= domain.size:
        judge.fault("legacy-pfn", at)
    if kind in memory.INVALID:
        judge.fault("page-type", at)
    elif domain.kind == HVM and memory.table_level(kind):
        judge.departure("page-type-hvm", at)


def put(domain, pfn, kind, contents):
    """Gives a pfn its type and contents, or compares these after ENABLE_VERIFY_MODE."""
    if not domain.verifying:
        domain.memory.put(pfn, 1, kind, contents, 0)
    elif domain.judge.verifier and contents is not None:
        before, octets = domain.memory.contents(pfn), domain.octets
        if before is None or octets.read(before, memory.PAGE) != octets.read(contents, memory.PAGE):
            domain.judge.departure("verify-mismatch", octets.origin(contents))


class _Codes:
    """The pages of a body of format B: entries announce them, COMPRESSED_DATA chunks bring their codes."""

    def __init__(self, domain):
        self._domain = domain
        self._announced = []
        self._done = 0
        self._rest = b""
        self._lost = False  # after an unsound code nobody knows where the next one begins

    def announce(self, pfn, kind):
        self._announced.append((pfn, kind))

    def take(self, data, at):
        """Decodes the codes that are whole by now; `data` stands at `at`."""
        domain, codes, place = self._domain, self._rest + data, 0
        while not self._lost and place < len(codes) and self._done < len(self._announced):
            pfn, kind = self._announced[self._done]
            try:
                page, place = word_delta.decode(codes, place, memory.PAGE, lambda: self._base(pfn, kind, at))
            except word_delta.Unsound as fault:
                if fault.at == len(codes):
                    break  # it goes on in the next chunk
                domain.judge.fault("legacy-delta", at)
                self._lost = True
                return
            put(domain, pfn, kind, domain.octets.keep(page, at))
            self._done += 1
        self._rest = codes[place:]
        if self._rest and self._done == len(self._announced):
            domain.judge.fault("legacy-compressed-surplus", at)

    def _base(self, pfn, kind, at):
        given = self._domain.memory.last_contents(pfn)
        if given is None or memory.table_level(kind):
            self._domain.judge.fault("legacy-delta-base", at)
            return bytes(memory.PAGE)
        return self._domain.octets.read(given, memory.PAGE)

    def judge_end(self, at):
        if not self._lost and self._done < len(self._announced):
            self._domain.judge.fault("legacy-compressed-missing", at)


def _take_compressed(domain, codes, at):
    cursor = domain.cursor
    length = cursor.long()
    data = cursor.skip(length)
    if codes:
        codes.take(domain.octets.read(data, length), data)
    else:
        domain.judge.fault("legacy-compressed-early", at)


def _take_parameter(domain, index, at):
    cursor, judge = domain.cursor, domain.judge
    if domain.kind == PV:
        judge.fault("legacy-param-kind", at)
    if cursor.integer(4):
        judge.advice("legacy-param-padding", at + 4)
    domain.hvm_params[index] = cursor.integer(8)
    domain.hvm_param_places[index] = at


def _take_verify(domain, at):
    domain.verifying = True


def _take_vcpu_info(domain, at):
    cursor, judge = domain.cursor, domain.judge
    highest = cursor.integer(4)
    if highest >= _MOST_VCPUS:
        judge.fatal("legacy-vcpu-id", at + 4)
    length = 8 * (highest // 64 + 1)
    bits = int.from_bytes(cursor.take(length), "little")
    if bits >> highest + 1:
        judge.departure("legacy-vcpu-map", at + 8)
    domain.online = [number for number in range(highest + 1) if bits >> number & 1]


def _take_tmem(domain, at):
    domain.judge.fatal("legacy-tmem", at)


def _take_tsc(domain, at):
    cursor = domain.cursor
    mode, nsec, khz, incarnation = (cursor.integer(length) for length in (4, 8, 4, 4))
    domain.tsc = {"mode": mode, "khz": khz, "nsec": format(nsec, "#x"), "incarnation": incarnation}


def _take_last_checkpoint(domain, at):
    domain.last = True


def _take_enable_compression(domain, at):
    if domain.compressing or domain.tails or not domain.checkpointed:
        domain.judge.departure("legacy-compression-place", at)
    else:
        domain.compressing = True


def _take_toolstack(domain, at):
    cursor = domain.cursor
    length = cursor.integer(4)
    data = cursor.skip(length)
    if domain.kind == PV or length == 0:
        return
    mappings = _mappings(domain.octets.read(data, length), 4 if cursor.long_width == 8 else 0)
    if mappings is None:
        domain.judge.fault("legacy-toolstack", data)
    else:
        domain.mappings = mappings


def _mappings(data, filling):
    """The emulator's xenstore pairs in the data of TOOLSTACK; None where these are not as they have to be."""
    if len(data) < 8 or int.from_bytes(data[:4], "little") != 1:
        return None
    pairs, at = [], 8
    for _ in range(int.from_bytes(data[4:8], "little")):
        offset, start, size = (int.from_bytes(data[at + field:at + field + 8], "little") for field in (0, 8, 16))
        length = int.from_bytes(data[at + 24:at + 28], "little")
        name = data[at + 28:at + 28 + length]
        at += 28 + length + filling
        if at > len(data) or name.find(b"\0") != length - 1 or length == 0:
            return None
        text = name[:-1].decode("utf-8", "replace")
        for key, value in (("start_addr", "%x" % start), ("size", "%x" % size), ("name", text)):
            pairs.append(["physmap/%x/%s" % (offset, key), value])
    return pairs


_TAKERS = {_VERIFY: _take_verify, _VCPU_INFO: _take_vcpu_info, _TMEM: _take_tmem, _TMEM_EXTRA: _take_tmem,
           _TSC_INFO: _take_tsc, _LAST_CHECKPOINT: _take_last_checkpoint,
           _ENABLE_COMPRESSION: _take_enable_compression, _TOOLSTACK: _take_toolstack}
