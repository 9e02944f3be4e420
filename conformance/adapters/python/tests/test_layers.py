"""The libxl stream and the xl save file."""
import hashlib

import sample_images as s
from support import Case


class Layered(Case):
    """The libxl stream and the xl save file."""

    def wrap(self, *after, before=(), options=0):
        return s.libxl(*before, s.LIBXC_CONTEXT, s.hvm(), *after, s.LIBXL_END, options=options)

    def test_libxl(self):
        xenstore, context = s.record(2, b"\2" + bytes(7) + b"a/b\0val\0"), s.record(3, b"\2" + bytes(7) + b"QEVM")
        for octets, reader, verifier in [
                (self.wrap(xenstore, context), None, []),
                (self.wrap(context, xenstore), None, ["libxl-emulator-order"]),
                (self.wrap(xenstore, xenstore), None, ["libxl-emulator-repeated"]),
                (self.wrap(before=[context]), None, ["libxl-image-late"]),
                (self.wrap(s.record(0x80000009, b"x")), None, []),
                (self.wrap(s.record(6)), "libxl-unknown-mandatory", ["libxl-unknown-mandatory"]),
                (self.wrap(s.record(3, bytes(4))), "libxl-emulator-length", ["libxl-emulator-length"]),
                (self.wrap(s.record(3, bytes(9))), None, ["libxl-emulator-id"]),
                (self.wrap(s.record(2, b"\2" + bytes(7) + b"a\0")), "libxl-xenstore-strings",
                 ["libxl-xenstore-strings"]),
                (self.wrap(s.record(2, b"\2" + bytes(7) + b"a\0b")), "libxl-xenstore-strings",
                 ["libxl-xenstore-strings"]),
                (self.wrap(s.record(2, b"\2" + bytes(7) + b"/a\0b\0")), "libxl-xenstore-key",
                 ["libxl-xenstore-key"]),
                (self.wrap(s.record(2, b"\2" + bytes(7) + b"a b\0c\n\0")), None,
                 ["libxl-xenstore-charset", "libxl-xenstore-value"]),
                (self.wrap(s.CHECKPOINT_END), "libxl-checkpoint-end", ["libxl-checkpoint-end"]),
                (self.wrap(s.record(5, bytes(4))), "libxl-checkpoint-state-place", ["libxl-checkpoint-state-place"]),
                (self.wrap(s.LIBXC_CONTEXT, s.hvm()), "libxl-image-repeated", ["libxl-image-repeated"]),
                (s.libxl(s.LIBXL_END), "libxl-image-missing", ["libxl-image-missing"]),
                (self.wrap() + b"x", None, ["image-trailing"]),
                (self.wrap()[:-8], None, ["libxl-end-missing"]),
                (self.wrap()[:-5], None, ["libxl-end-missing", "libxl-truncated"]),
                (self.wrap(context)[:-19], "libxl-truncated", ["libxl-truncated"]),
                (self.wrap(context)[:-29], None, ["libxl-end-missing", "libxl-truncated"]),
                (self.wrap(context)[:-9], "libxl-truncated", ["libxl-truncated"]),
                (s.edit(self.wrap(), 0, b"l"), "libxl-ident", ["libxl-ident"]),
                (s.edit(self.wrap(), 11, b"\1"), "libxl-version", ["libxl-version"]),
                (self.wrap(options=4), None, ["libxl-options-reserved"])]:
            self.expect(octets, reader, verifier)
        state = self.state(self.wrap(xenstore, context, s.record(3, b"\2" + bytes(7))))
        self.assertEqual(state["emulators"], [{"id": 2, "index": 0, "xenstore": [["a/b", "val"]],
                                               "context": {"len": 4, "sha256": hashlib.sha256(b"QEVM").hexdigest()}}])
        self.assertNotIn("emulators", self.state(self.wrap(s.record(3, b"\2" + bytes(7)))))
        self.assertEqual(self.state(self.wrap()[:-3])["octets"], len(self.wrap()) - 3)

    def test_orders_of_layers_are_their_own(self):
        big = s.libxl(s.record(1, order="big"), s.hvm(), s.record(0, order="big"), options=1)
        self.expect(big, None, [])
        self.assertEqual(self.state(big)["endian"], "little")

    def test_xl(self):
        stream = self.wrap()
        good = s.xl(stream)
        for octets, reader, verifier in [
                (good, None, []),
                (s.edit(good, 3, b"_"), "xl-magic", ["xl-magic"]),
                (s.edit(good, 32, b"\1\2\3\4"), "xl-byte-order", ["xl-byte-order"]),
                (s.xl(stream, mandatory=7), "xl-mandatory-flags", ["xl-mandatory-flags"]),
                (s.xl(stream, mandatory=1), "xl-stream-flag", ["xl-stream-flag"]),
                (s.xl(stream, mandatory=2), None, ["xl-config-format"]),
                (s.xl(stream, optional=1), None, ["xl-optional-flags"]),
                (s.xl(stream, config=b"{}"), None, ["xl-config-nul"]),
                (s.xl(stream, config=b"\xff\0"), "xl-config-text", ["xl-config-text"]),
                (s.edit(good, 48, b"\xff"), "xl-optional-length", ["xl-optional-length"]),
                (s.edit(good, 51, b"\xff"), "xl-optional-length", ["xl-optional-length"]),
                (s.edit(good, 44, b"\3\0\0\0"), "xl-optional-length", ["xl-optional-length"])]:
            self.expect(octets, reader, verifier)
        self.assertEqual(self.state(good)["config"], '{"name": "tiny"}')
        self.assertEqual(self.state(good)["container"], ["xl", "libxl"])
        self.assertNotIn("config", self.state(s.xl(stream, config=b"", mandatory=2)))
