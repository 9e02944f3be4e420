"""An image as a stream document, from which the Writer makes the same octets again."""
import hashlib
import os

from . import decoding, libvirt, records as r, xenopsd, xl
from .headers import EDITIONS
from .layers import Layers
from .verdict import ReaderJudge, Reject

_MOST_HEX = 4096
# What version 4 appends to the image header: name in the document, offset, size.
_FEATURES = (("incompat", 24, 4), ("compat", 28, 4), ("recordCheck", 32, 2), ("imageDigest", 34, 2))


def stream_of(octets, folder, edition, context):
    """The stream document of an image; octets too many for it go to blobs in `folder`. Raises Reject where the input
    is no image of `edition` or ends inside a record."""
    layers = Layers(octets, edition, context, ReaderJudge())
    show = _Shower(octets, folder, layers)
    before, inner, after = [], [], []
    for record in layers.records():
        if record.cut == "boundary":
            break
        if record.cut:
            raise Reject("record-truncated", octets.size)
        if record.layer == "xenopsd":
            if record.type not in (xenopsd.LIBXC, xenopsd.END_OF_IMAGE):
                part = {"type": record.type, "data": show.blob(record.body, record.length)}
                (after if inner else before).append(part)
            continue
        shown = show.record(record)
        if record.layer == "image":
            inner.append(shown)
        elif record.place == "before":
            before.append(shown)
        elif record.place == "after":
            after.append(shown)
        elif inner and "libxl" in inner[-1]:
            inner[-1]["libxl"].append(shown)
        else:
            inner.append({"libxl": [shown]})
    if layers.image is None:
        raise Reject("libxl-image-missing", octets.size)
    return _document(octets, layers, show, before, inner, after)


def _document(octets, layers, show, before, inner, after):
    image = layers.image
    stream = {"dsi": "stream/1", "edition": EDITIONS[image.version], "endian": image.order}
    if layers.outermost == "xl":
        end = layers.libxl.at
        stream["xl"] = {"mandatory": octets.u32(36, "little"), "optional": octets.u32(40, "little"),
                        "data": show.blob(xl.HEADER_LENGTH, end - xl.HEADER_LENGTH)}
    if layers.outermost == "libvirt":
        stream["libvirt"] = {"xml": show.blob(libvirt.HEADER_LENGTH, layers.libxl.at - libvirt.HEADER_LENGTH)}
        if not octets.is_zero(24, libvirt.HEADER_LENGTH):
            stream["libvirt"]["reserved"] = octets.read(24, libvirt.HEADER_LENGTH - 24).hex()
    if layers.outermost == "xenopsd":
        stream["xenopsd"] = {"before": before, "after": after}
    if layers.libxl:
        stream["libxl"] = {"options": layers.libxl.options, "before": before, "after": after}
    stream["image"] = {"version": image.version, "options": octets.u16(image.at + 16, "big")}
    if not octets.is_zero(image.at + 18, image.at + 24):
        stream["image"]["reserved"] = octets.read(image.at + 18, 6).hex()
    if image.version >= 4:
        for name, at, size in _FEATURES:
            value = int.from_bytes(octets.read(image.at + at, size), "big")
            if value:
                stream["image"][name] = value
    stream["domain"] = {"type": image.kind, "pageShift": image.page_shift,
                        "xenMajor": image.xen_major, "xenMinor": image.xen_minor}
    reserved = octets.u16(image.domain + 6, image.order)
    if reserved:
        stream["domain"]["reserved"] = reserved
    stream["records"] = inner
    return stream


class _Shower:
    """Shows records and octets as RECs and BLOBs."""

    def __init__(self, octets, folder, layers):
        self._octets = octets
        self._layers = layers
        self._folder = folder

    def record(self, record):
        """A whole record as a REC: by its fields where they say all, by its body where they do not."""
        shown = {"type": record.type}
        image = self._layers.image
        if record.layer == "image" and record.type == r.IMAGE_DIGEST and image.image_digest:
            named = {}, None  # the Writer works it out
        else:
            named = decoding.decode(self._octets, record, self.blob, image.page_size if image else None)
        if named:
            shown["fields"], reserved = named
            if reserved:
                shown["reserved"] = reserved
        else:
            shown["body"] = self.blob(record.body, record.length)
        pad = self._octets.read(record.body + record.length, r.padded(record.length) - record.length)
        if any(pad):
            shown["pad"] = pad.hex()
        return shown

    def blob(self, at, length):
        """A BLOB of the octets at `at`."""
        if length and self._octets.is_zero(at, at + length):
            return {"zero": length}
        if length <= _MOST_HEX:
            return {"hex": self._octets.read(at, length).hex()}
        data = self._octets.read(at, length)
        digest = hashlib.sha256(data).hexdigest()
        os.makedirs(self._folder, exist_ok=True)
        path = os.path.join(self._folder, digest)
        if not os.path.exists(path):
            with open(path, "wb") as file:
                file.write(data)
        return {"len": length, "sha256": digest}
