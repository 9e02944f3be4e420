"""Chapter 18: the sums behind records and at the end of rounds, in images of version 4."""
import hashlib
import zlib
from collections import namedtuple

from . import records as r

NONE, CRC32, CRC32C, SHA256 = 0, 3, 5, 6
LENGTHS = {NONE: 0, CRC32: 8, CRC32C: 8, SHA256: 32}

# at: offset of the round's first octet. before: octets that the image had before it.
Round = namedtuple("Round", "at before")


def _crc32c_table():
    table = []
    for octet in range(256):
        for _ in range(8):
            octet = octet >> 1 ^ (0x82F63B78 if octet & 1 else 0)
        table.append(octet)
    return table


_CRC32C = _crc32c_table()


def crc32c(octets, crc=0):
    """CRC-32C of `octets`, going on from `crc`, that of the octets before them."""
    table = _CRC32C
    crc ^= 0xFFFFFFFF
    for octet in octets:
        crc = table[(crc ^ octet) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


class Sum:
    """A sum in the making, over octets of an image of one byte order."""

    def __init__(self, algorithm, order):
        self._sha256 = hashlib.sha256() if algorithm == SHA256 else None
        self._update = zlib.crc32 if algorithm == CRC32 else crc32c
        self._crc = 0
        self._order = order

    def add(self, octets):
        if self._sha256:
            self._sha256.update(octets)
        else:
            self._crc = self._update(octets, self._crc)

    def octets(self):
        """The sum as it stands in the image."""
        return self._sha256.digest() if self._sha256 else self._crc.to_bytes(4, self._order) + bytes(4)


def sum_of(algorithm, pieces, order):
    """The sum over octets that come in pieces."""
    total = Sum(algorithm, order)
    for piece in pieces:
        total.add(piece)
    return total.octets()


class Integrity:
    """Judges the sums of one image while its records are walked."""

    def __init__(self, octets, image, judge):
        self._octets = octets
        self._image = image
        self._judge = judge
        self.trailer = LENGTHS[image.record_check]
        self._judge_headers()

    def _judge_headers(self):
        end = self._image.end - self.trailer
        if self._octets.size < self._image.end:
            self._judge.fatal("check-truncated", self._octets.size)
        if not self._is_sound(self._image.at, end):
            self._judge.fault("check-sum", end)
        judge_reserved(self._judge, self._octets, self._image, self._image.end)

    def is_broken(self, record, committed):
        """Judges the sums of a whole record. After a commit a Reader takes a wrong one for the place where the stream
        breaks: it is at no fault then, and True says so."""
        end = record.body + r.padded(record.length)
        if not self._is_sound(record.at, end):
            return self._breaks("check-sum", end, committed)
        if record.type == r.IMAGE_DIGEST and self._is_comparable(record):
            covered = sum_of(self._image.image_digest, self._octets.pieces(record.round.at, record.at), record.order)
            given = self._octets.read(record.body + 16, record.length - 16)
            size = 4 if self._image.image_digest != SHA256 else 32
            if given[:size] != covered[:size]:
                return self._breaks("digest-sum", record.body + 16, committed)
        return False

    def _breaks(self, code, at, committed):
        if committed and not self._judge.verifier:
            return True
        self._judge.fault(code, at)
        return False

    def _is_comparable(self, record):
        algorithm = self._image.image_digest
        return algorithm and record.length == 16 + LENGTHS[algorithm] and _algorithm(self._octets, record) == algorithm

    def _is_sound(self, at, end):
        """Whether the trailer at `end` holds the sum over the octets from `at` on."""
        if not self.trailer:
            return True
        size = 4 if self._image.record_check != SHA256 else 32
        covered = sum_of(self._image.record_check, self._octets.pieces(at, end), self._image.order)
        return self._octets.read(end, size) == covered[:size]


def judge_reserved(judge, octets, image, end):
    """Judges the reserved octets of the trailer that ends at `end`, where there is one: the last 4 of a CRC."""
    if image.record_check in (CRC32, CRC32C) and not octets.is_zero(end - 4, end):
        judge.fault("check-reserved", end - 4)


def _algorithm(octets, record):
    return octets.u16(record.body, record.order)


def take_digest(domain, record):
    """Judges IMAGE_DIGEST but for its place and its sum."""
    judge, octets, at = domain.judge, domain.octets, record.body
    expected = domain.image.image_digest
    if record.length < 16 or not expected:
        judge.fault("digest-length" if expected else "digest-algorithm", record.at + 4)
        return
    if _algorithm(octets, record) != expected:
        judge.fault("digest-algorithm", at)
    if record.length != 16 + LENGTHS[expected]:
        judge.fault("digest-length", record.at + 4)
        return
    if not octets.is_zero(at + 2, at + 8):
        judge.fault("digest-reserved", at + 2)
    if octets.u64(at + 8, record.order) != record.round.before + record.at - record.round.at:
        judge.fault("digest-position", at + 8)
    if expected != SHA256 and not octets.is_zero(at + 20, at + 24):
        judge.fault("digest-reserved", at + 20)


def judge_place(domain, record):
    """IMAGE_DIGEST stands before CHECKPOINT and END, and where the header announces it these follow nothing else."""
    closes = record.type in (r.CHECKPOINT, r.END)
    behind = domain.previous == r.IMAGE_DIGEST
    if behind and not closes:
        domain.judge.fault("digest-place", record.at)
    if closes and domain.image.image_digest and not behind:
        domain.judge.fault("digest-missing", record.at)
