"""Chapter 19.4, and Remus before Xen 4.6: a page as its difference from what was there before, in words of 4 octets."""

WHOLE = 0x80
_UNCHANGED = 0x00
_WORD = 4


class Unsound(Exception):
    """A page code that is no page code, at offset `at` of the octets that hold it."""

    def __init__(self, at):
        super().__init__(at)
        self.at = at


class NoBase(Unsound):
    """A page code that needs a base where there is none."""


def decode(data, at, size, base):
    """The page of `size` octets that the code at `at` stands for, and the offset behind the code. `base()` gives the
    contents before, or None."""
    if at >= len(data):
        raise Unsound(at)
    if data[at] == WHOLE:
        end = at + 1 + size
        if end > len(data):
            raise Unsound(len(data))
        return data[at + 1:end], end
    old = base()
    if old is None:
        raise NoBase(at)
    if data[at] == _UNCHANGED:
        return old, at + 1
    page = bytearray(old)
    filled = 0
    while filled < size:
        if at >= len(data):
            raise Unsound(at)
        run = (data[at] & 0x7F) * _WORD
        if run == 0 or filled + run > size:
            raise Unsound(at)
        if not data[at] & 0x80:
            words = data[at + 1:at + 1 + run]
            if len(words) < run:
                raise Unsound(len(data))
            page[filled:filled + run] = words
            at += run
        at += 1
        filled += run
    return bytes(page), at
