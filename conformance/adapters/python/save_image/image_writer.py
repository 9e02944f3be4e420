"""The image in a stream document, of version 2 and later, becomes octets."""
from . import integrity, records
from .document import array, closed, exactly, invalid, unsigned
from .encoding import framed, record_of, records_of
from .headers import ARM, EDITIONS, ID, MARKER


def image_of(document, libxl_order, folder):
    """Yields the octets of the image, and of what the libxl layer writes between its rounds."""
    order, domain = document["endian"], document["domain"]
    headers, record_check, image_digest = _headers(document)
    sums = _Sums(record_check, image_digest, order)
    page_size = 1 << domain["pageShift"] if domain["type"] == ARM and domain["pageShift"] < 32 else 4096
    yield from sums.guarded([headers])
    for record in array(document["records"]):
        if isinstance(record, dict) and "libxl" in record:
            if libxl_order is None:
                raise invalid("libxl records without a libxl layer")
            yield from records_of("libxl", closed(record, ["libxl"])["libxl"], libxl_order, folder)
        elif isinstance(record, dict) and record.get("type") == records.IMAGE_DIGEST and record.get("fields") == {}:
            body = sums.digest_body()
            yield from sums.guarded(framed(records.IMAGE_DIGEST, [body], len(body), order, record))
        else:
            yield from sums.guarded(record_of("image", record, order, folder, page_size))
            if record["type"] == records.CHECKPOINT:
                sums.begin_round()


class _Sums:
    """The sums of an image in the making: behind each record, and over each round."""

    def __init__(self, record_check, image_digest, order):
        self._record_check = record_check
        self._image_digest = image_digest
        self._order = order
        self._position = 0
        self.begin_round()

    def begin_round(self):
        self._round = integrity.Sum(self._image_digest, self._order)

    def guarded(self, pieces):
        """The pieces of a record, and its trailer."""
        trailer = integrity.Sum(self._record_check, self._order)
        for piece in pieces:
            yield self._covered(piece)
            if self._record_check:
                trailer.add(piece)
        if self._record_check:
            yield self._covered(trailer.octets())

    def _covered(self, piece):
        self._position += len(piece)
        if self._image_digest:
            self._round.add(piece)
        return piece

    def digest_body(self):
        return (self._image_digest.to_bytes(2, self._order) + bytes(6) + self._position.to_bytes(8, self._order)
                + self._round.octets())


def _headers(document):
    """The octets of both headers, and the two algorithms that they name."""
    order = document["endian"]
    image = closed(document["image"], ["version", "options"],
                   ["reserved", "incompat", "compat", "recordCheck", "imageDigest"])
    if document["edition"] != EDITIONS.get(image["version"]):
        raise invalid("edition %.40r has another image version than %.40r" % (document["edition"], image["version"]))
    domain = closed(document["domain"], ["type", "pageShift", "xenMajor", "xenMinor"], ["reserved"])
    checks = unsigned(image.get("recordCheck", 0), 16), unsigned(image.get("imageDigest", 0), 16)
    features = (unsigned(image.get("incompat", 0)).to_bytes(4, "big")
                + unsigned(image.get("compat", 0)).to_bytes(4, "big")
                + checks[0].to_bytes(2, "big") + checks[1].to_bytes(2, "big") + bytes(4))
    if image["version"] < 4 and any(features):
        raise invalid("features in an image of version %d" % image["version"])
    return image_header(image, order) + (features if image["version"] >= 4 else b"") + b"".join((
        unsigned(domain["type"]).to_bytes(4, order), unsigned(domain["pageShift"], 16).to_bytes(2, order),
        unsigned(domain.get("reserved", 0), 16).to_bytes(2, order),
        unsigned(domain["xenMajor"]).to_bytes(4, order), unsigned(domain["xenMinor"]).to_bytes(4, order))), *checks


def image_header(image, order):
    """The 24 octets that every version has."""
    version, options = unsigned(image["version"]), unsigned(image["options"], 16)
    if (options & 1) != (order == "big"):
        raise invalid("endian %s and image options %#x" % (order, options))
    return MARKER + ID + version.to_bytes(4, "big") + options.to_bytes(2, "big") + exactly(image, "reserved", 6)
