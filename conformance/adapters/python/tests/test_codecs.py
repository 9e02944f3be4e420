"""Sums and codecs, against values that other programs computed."""
import unittest
import zlib

import sample_images as s
from support import Case
from save_image import codecs, lz4, word_delta, zstd
from save_image.fse import Unsound
from save_image.integrity import CRC32, CRC32C, SHA256, crc32c, sum_of
from save_image.xxhash import xxh32, xxh64

DIGITS = b"123456789"
TEXT = b", ".join([b"the words of a page"] * 3)
# What zstd 1.5 and lz4 1.9 make of TEXT, with their sums.
ZSTD = bytes.fromhex("28b52ffd243ddd0000a874686520776f726473206f66206120706167652c20010063399992a34ca1")
LZ4 = bytes.fromhex("04224d186c403d000000000000005c20000000ff0674686520776f726473206f66206120706167652c2015001050"
                    "20706167650000000072487959")


class Sums(unittest.TestCase):
    def test_of_the_digits(self):
        self.assertEqual(crc32c(DIGITS), 0xE3069283)
        self.assertEqual(crc32c(DIGITS[4:], crc32c(DIGITS[:4])), 0xE3069283)
        self.assertEqual(sum_of(CRC32, [DIGITS], "big"), bytes.fromhex("cbf43926 00000000"))
        self.assertEqual(sum_of(CRC32C, [b"1234", b"56789"], "little"), bytes.fromhex("839206e3 00000000"))
        self.assertEqual(sum_of(SHA256, [DIGITS], "big")[:4], bytes.fromhex("15e2b0d3"))
        self.assertEqual((xxh32(b""), xxh32(DIGITS)), (0x02CC5D05, 0x937BAD67))
        self.assertEqual((xxh64(b""), xxh64(DIGITS)), (0xEF46DB3751D8E999, 0x8CB841DB40E6AE83))


class Frames(unittest.TestCase):
    def test_what_other_programs_made(self):
        self.assertEqual(zstd.decode(ZSTD, len(TEXT)), TEXT)
        self.assertEqual(lz4.decode(LZ4, len(TEXT)), TEXT)

    def test_any_octet_lost_or_changed(self):
        for decode, frame, fault in ((zstd.decode, ZSTD, (Unsound, zstd.Window)), (lz4.decode, LZ4, lz4.Unsound)):
            for at in range(len(frame)):
                with self.assertRaises(fault):
                    decode(frame[:at], len(TEXT))
                with self.assertRaises(fault):
                    decode(frame, len(TEXT) - 1 - at)
                for bit in range(8):
                    changed = frame[:at] + bytes([frame[at] ^ 1 << bit]) + frame[at + 1:]
                    try:
                        self.assertEqual(decode(changed, len(TEXT)), TEXT)
                    except fault:
                        pass

    def test_gzip_is_one_member(self):
        packer = zlib.compressobj(wbits=31)
        member = packer.compress(TEXT) + packer.flush()
        self.assertEqual(codecs.decode(codecs.GZIP, member, len(TEXT)), TEXT)
        for frame, size in ((member + member, len(TEXT)), (member + b"\0", len(TEXT)), (member[:-1], len(TEXT)),
                            (member, len(TEXT) - 1), (member, len(TEXT) + 1), (b"", 0)):
            with self.assertRaises(codecs.Unsound):
                codecs.decode(codecs.GZIP, frame, size)


class WordDelta(unittest.TestCase):
    ZEROS = bytes(4096)

    def decode(self, code, base=ZEROS):
        return word_delta.decode(code, 0, 4096, lambda: base)

    def test_of_chapter_19(self):
        words = bytes(20) + b"\x44\x33\x22\x11"
        self.assertEqual(self.decode(b"\0"), (self.ZEROS, 1))
        self.assertEqual(self.decode(b"\x85\1" + words[20:] + b"\xff" * 8 + b"\x82"), (words + bytes(4072), 15))
        self.assertEqual(self.decode(b"\xff" * 8 + b"\x87\1\1\0\0\0"), (bytes(4092) + b"\1\0\0\0", 14))
        self.assertEqual(self.decode(b"\x80" + b"a" * 4096, None), (b"a" * 4096, 4097))

    def test_refused(self):
        for code in (b"", b"\x80", b"\xff" * 8, b"\xff" * 8 + b"\x89", b"\1\0", b"\x85\0"):
            with self.assertRaises(word_delta.Unsound):
                self.decode(code)
        with self.assertRaises(word_delta.NoBase):
            self.decode(b"\0", None)


class Integrity(Case):
    def test_any_bit_shows(self):
        for name in ("checked.v4-draft", "checked-crc32c.v4-draft"):
            good, _ = s.suite_image(name)
            self.assertEqual(self.state(good, edition="v4-draft")["digest"], "verified")
            for at in [*range(120), *range(120, len(good), 211)]:
                changed = s.edit(good, at, bytes([good[at] ^ 1 << at % 8]))
                if self.read(changed, edition="v4-draft")["outcome"] != "reject":
                    self.fail("octet %d of %s may change" % (at, name))


if __name__ == "__main__":
    unittest.main()
