"""Guest memory: the last type of every pfn that an image names, and where its last contents stand in the input."""
import hashlib
from array import array

PAGE = 4096
NOTAB, BROKEN, XALLOC, XTAB = 0x0, 0xD, 0xE, 0xF
INVALID = (5, 6, 7, 8)
NAMES = {0x0: "notab", 0x1: "l1", 0x2: "l2", 0x3: "l3", 0x4: "l4", 0x9: "l1pin", 0xA: "l2pin", 0xB: "l3pin",
         0xC: "l4pin", 0xD: "broken", 0xE: "xalloc", 0xF: "xtab"}

_CHUNK = 64
_UNNAMED = 0xFF


def has_contents(kind):
    """Whether a page of this type has contents in the image."""
    return kind not in (BROKEN, XALLOC, XTAB)


def table_level(kind):
    """Which page table level a type names, pinned or not; 0 for what is no page table."""
    return kind & 7 if kind & 7 in (1, 2, 3, 4) and kind < BROKEN else 0


class Memory:
    """Types and places of pages in chunks of 64 pfns: some octets a page where memory is dense."""

    def __init__(self):
        self._kinds = {}
        self._places = {}

    def put(self, pfn, count, kind, contents, stride):
        """`count` pages of one type from `pfn` on; `contents` is the offset of the first one's, the others follow,
        `stride` octets apart."""
        while count:
            chunk, slot = divmod(pfn, _CHUNK)
            pages = min(count, _CHUNK - slot)
            kinds = self._kinds.get(chunk)
            if kinds is None:
                kinds = self._kinds[chunk] = bytearray([_UNNAMED]) * _CHUNK
            kinds[slot:slot + pages] = bytes([kind]) * pages
            if has_contents(kind):
                places = self._places.get(chunk)
                if places is None:
                    places = self._places[chunk] = array("Q", bytes(8 * _CHUNK))
                for page in range(pages):
                    places[slot + page] = contents
                    contents += stride
            pfn += pages
            count -= pages

    def kind(self, pfn):
        """The last type of `pfn`; None when no record named it."""
        kinds = self._kinds.get(pfn // _CHUNK)
        kind = kinds[pfn % _CHUNK] if kinds else _UNNAMED
        return None if kind == _UNNAMED else kind

    def contents(self, pfn):
        """Offset in the input of the last contents of `pfn`; None where its type has none."""
        kind = self.kind(pfn)
        if kind is None or not has_contents(kind):
            return None
        return self._places[pfn // _CHUNK][pfn % _CHUNK]

    def last_contents(self, pfn):
        """Offset in the input of the last contents that were given to `pfn`, whatever its type is now; None where
        there were none, since no contents stand at offset 0."""
        places = self._places.get(pfn // _CHUNK)
        return places[pfn % _CHUNK] or None if places else None

    def names_all(self, first, last):
        """Whether a record named every pfn from `first` to `last`."""
        while first <= last:
            chunk, slot = divmod(first, _CHUNK)
            pages = min(last - first + 1, _CHUNK - slot)
            kinds = self._kinds.get(chunk)
            if kinds is None or _UNNAMED in kinds[slot:slot + pages]:
                return False
            first += pages
        return True

    def _spans(self):
        for chunk in sorted(self._kinds):
            kinds = self._kinds[chunk]
            if kinds.count(kinds[0]) == _CHUNK:
                yield chunk * _CHUNK, _CHUNK, kinds[0]
            else:
                for slot in range(_CHUNK):
                    if kinds[slot] != _UNNAMED:
                        yield chunk * _CHUNK + slot, 1, kinds[slot]

    def runs(self, octets, page_size):
        """The state's `memory`: maximal runs of neighbours of one type, with the digest of their contents' digests."""
        runs = []
        digest = None
        for pfn, count, kind in self._spans():
            last = runs[-1] if runs else None
            if last and last[0] + last[1] == pfn and last[2] == kind:
                last[1] += count
            else:
                digest = hashlib.sha256() if has_contents(kind) else None
                last = [pfn, count, kind, digest]
                runs.append(last)
            if digest:
                places = self._places[pfn // _CHUNK]
                for page in range(pfn, pfn + count):
                    digest.update(hashlib.sha256(octets.read(places[page % _CHUNK], page_size)).digest())
        return [_run(*run) for run in runs]


def _run(pfn, count, kind, digest):
    run = {"pfn": format(pfn, "#x"), "count": format(count, "#x"), "type": NAMES[kind]}
    if digest:
        run["sha256"] = digest.hexdigest()
    return run
