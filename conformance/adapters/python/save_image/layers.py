"""The layers of a stream, and the walk over the records in them, in the order in which they stand."""
from . import headers, libvirt, libxl, records, xenopsd, xl
from .integrity import Integrity, Round

CONTEXT = {"stream": "plain", "channel": "forward"}


class Layers:
    """Finds the layers by their content. Headers are judged as they are met; records are handed out as they are."""

    def __init__(self, octets, edition, context, judge):
        self.octets = octets
        self.edition = edition
        self.context = context
        self.judge = judge
        self.libxl = self.image = self.integrity = None
        self.config = ""
        self.commits = 0
        self.outermost = _outermost(octets)
        if self.outermost == "xenopsd":
            self._first_part = xenopsd.read_signature(octets, judge)
        elif self.outermost == "image":
            self._open_image(0)
        else:
            self.libxl = libxl.read_header(octets, self._read_file_header(), judge)

    def _read_file_header(self):
        """Reads what stands before the libxl stream; the offset of that."""
        if self.outermost == "libxl":
            return 0
        header = (xl if self.outermost == "xl" else libvirt).read_header(self.octets, self.judge)
        self.config = header.config
        return header.end

    @property
    def container(self):
        """The wrappers, outermost first."""
        wrappers = [self.outermost] if self.outermost != "image" else []
        return wrappers + ["libxl"] if self.libxl and self.outermost != "libxl" else wrappers

    def records(self):
        """Every record, up to the outermost END or the end of the input: the last one is END or cut."""
        if self.outermost == "image":
            yield from self._image_records()
        elif self.outermost == "xenopsd":
            yield from self._parts()
        else:
            yield from self._libxl_records()

    def _parts(self):
        at = self._first_part
        while True:
            part = xenopsd.frame(self.octets, at)
            yield part
            if part.cut or part.type == xenopsd.END_OF_IMAGE:
                return
            at = part.end
            if part.type == xenopsd.LIBXC:
                self._open_image(at)
                at = yield from self._image_records()
                if at is None:
                    return

    def _libxl_records(self):
        at = self.libxl.at + libxl.HEADER_LENGTH
        place = "before"
        while True:
            record = records.frame(self.octets, "libxl", at, self.libxl.order, place)
            yield record
            if record.cut or record.type == libxl.END:
                return
            at = record.end
            if record.type == libxl.LIBXC_CONTEXT and place == "before":
                self._open_image(at)
                at = yield from self._image_records()
                if at is None:
                    return
                place = "after"

    def _open_image(self, at):
        self.image = headers.read_headers(self.octets, at, self.edition, self.context.get("target"), self.judge)
        if self.libxl and self.libxl.converted and self.image.xen_major:
            self.judge.departure("domain-converter-release", self.image.domain + 8)
        self.integrity = Integrity(self.octets, self.image, self.judge)

    def frame(self, at):
        """The record of the image whose header stands at `at`."""
        return records.frame(self.octets, "image", at, self.image.order, trailer=self.integrity.trailer)

    def _image_records(self):
        """Yields the image's records; returns the offset behind its END, None where the input ended first."""
        checkpointed = self.context["stream"] != "plain"
        at, this_round = self.image.end, Round(self.image.at, 0)
        while True:
            record = self.frame(at)._replace(round=this_round)
            if not record.cut and self.integrity.is_broken(record, self.commits):
                record = record._replace(cut="sum")
            at_checkpoint = checkpointed and record.type == records.CHECKPOINT and not record.cut
            yield self._counted(record._replace(commits=at_checkpoint and not self.libxl))
            if record.cut:
                return None
            at = record.end
            if record.type == records.END:
                return at
            if at_checkpoint:
                before = this_round.before + at - this_round.at
                if self.libxl:
                    at = yield from self._checkpoint_block(at)
                    if at is None:
                        return None
                this_round = Round(at, before)

    def _counted(self, record):
        self.commits += record.commits
        return record

    def _checkpoint_block(self, at):
        """After CHECKPOINT the libxl layer takes over up to its CHECKPOINT_END, and in a COLO stream for the
        CHECKPOINT_STATE behind it."""
        while True:
            record = records.frame(self.octets, "libxl", at, self.libxl.order, "block")
            commits = record.type == libxl.CHECKPOINT_END and not record.cut
            yield self._counted(record._replace(commits=commits))
            if record.cut or record.type == libxl.END:
                return None
            at = record.end
            if commits:
                break
        if self.context["stream"] != "colo":
            return at
        record = records.frame(self.octets, "libxl", at, self.libxl.order, "dialogue")
        if record.type != libxl.CHECKPOINT_STATE:
            return at
        yield record
        return None if record.cut else record.end


def _outermost(octets):
    """Which layer the input begins with: the one whose opening octets agree best, an image where none does."""
    head = octets.read(0, 32)
    agreement = {}
    for name, opening in (("image", headers.MARKER), ("libxl", libxl.IDENT), ("xl", xl.MAGIC),
                          ("libvirt", libvirt.MAGIC), ("xenopsd", xenopsd.SIGNATURE)):
        given = head[:len(opening)]
        agreement[name] = sum(a == b for a, b in zip(given, opening)) / max(1, len(given))
    best = max(agreement, key=agreement.get)
    return best if agreement[best] >= 0.5 else "image"
