"""Streams made by hand."""
import os

import sample_images as s
from support import Case


class Writing(Case):
    """Streams made by hand."""

    def document(self, *listed, **more):
        return {"dsi": "stream/1", "edition": "v3", "endian": "little", "image": {"version": 3, "options": 0},
                "domain": {"type": 2, "pageShift": 12, "xenMajor": 4, "xenMinor": 17}, "records": list(listed), **more}

    REST = [{"type": 8, "fields": {"mode": 0, "khz": 2596135, "nsec": hex(8055492072), "incarnation": 1}},
            {"type": 9, "fields": {"entries": [
                {"typecode": 1, "instance": 0, "body": {"hex": "le32:0x54381286 le32:1 ff*8 00*8"}},
                {"typecode": 2, "instance": 0, "body": {"zero": 1032}},
                {"typecode": 0, "instance": 0, "body": {"hex": ""}}]}},
            {"type": 10, "fields": {"params": [{"index": "0x1", "value": "0xfeffc"},
                                               {"index": "0x2", "value": "0x5"}]}},
            {"type": 0}]

    def test_fields(self):
        for order in ("little", "big"):
            pages = {"type": 1, "fields": {"pfns": [["0x1", 1, 14], ["0x2", 1, 15]], "pages": {"hex": ""}}}
            answer, octets = self.write(self.document({"type": 16}, pages, *self.REST, endian=order,
                                                      image={"version": 3, "options": int(order == "big")}))
            self.assertEqual((answer, octets), ({"outcome": "accept"}, s.hvm(order=order)))

    def test_layers(self):
        document = self.document(
            {"type": 16}, {"type": 1, "fields": {"pfns": [["0x1", 1, 14], ["0x2", 1, 15]], "pages": {"zero": 0}}},
            *self.REST[:3], {"type": 0x80000013, "body": {"hex": "01 02 03"}}, {"type": 0},
            xl={"mandatory": 3, "optional": 0, "data": {"hex": "le32:3 7b 7d 00"}},
            libxl={"options": 0, "before": [{"type": 1}], "after": [
                {"type": 3, "fields": {"emulator_id": 2, "index": 0, "state": {"hex": "51 45 56 4d"}}}, {"type": 0}]})
        _, octets = self.write(document)
        emulator = s.record(3, b"\2" + bytes(7) + b"QEVM")
        optional = s.record(0x80000013, b"\1\2\3")
        self.assertEqual(octets, s.xl(s.libxl(s.LIBXC_CONTEXT, s.hvm(optional), emulator, s.LIBXL_END), config=b"{}\0"))

    def test_missing_parts_are_not_the_writers(self):
        _, octets = self.write(self.document({"type": 16}, {"type": 0}))
        self.assertEqual(octets, s.image(s.STATIC_END, s.END))

    def test_refused(self):
        page = {"type": 1, "fields": {"pfns": [["0x1", 1, 0]], "pages": {"zero": 4096}}}
        good = self.document({"type": 16}, page, *self.REST)
        self.assertEqual(self.write(good)[0], {"outcome": "accept"})
        for change, code in [
                ({"records": [{"type": 16}, {**page, "fields": {**page["fields"], "pages": {"zero": 4095}}}]}, None),
                ({"records": [{"type": 16}, {**page, "fields": {**page["fields"], "pfns": []}}]}, None),
                ({"records": [{"type": 16}, {"type": 1, "body": {"zero": 8}}, *self.REST]}, "page-count"),
                ({"records": [{"type": 16}, page, {"type": 11}, *self.REST]}, "record-toolstack"),
                ({"records": [{"type": 0x80000013, "body": {"zero": 134217729}}, {"type": 0}]}, "record-limit"),
                ({"records": [{"type": 16}, {"type": 0, "pad": "00"}]}, None),
                ({"records": [{"type": 16, "more": 1}]}, None),
                ({"records": [{"type": 16}, page, *self.REST[:3]]}, "record-end-missing"),
                ({"records": [page, *self.REST]}, "static-end-late"),
                ({"libxl": {"options": 0, "before": [], "after": [{"type": 0}]}}, "libxl-truncated"),
                ({"libxl": {"options": 0, "before": [{"type": 1}], "after": []}}, "libxl-end-missing"),
                ({"image": {"version": 2, "options": 0}}, None),
                ({"image": {"version": 3, "options": 1}}, None),
                ({"edition": "v2", "image": {"version": 2, "options": 0}}, "image-version-previous"),
                ({"records": [{"type": 0x80000013, "body": {"len": 3, "sha256": "0" * 64}}]}, None)]:
            with self.subTest(change):
                answer, octets = self.write({**good, **change})
                self.assertEqual((answer["outcome"], octets), ("reject", None))
                self.assertEqual(answer["code"], code or "stream-invalid")
        os.makedirs(os.path.join(self.folder, "blobs"))
        self.file(b"abc", os.path.join("blobs", "0" * 64))
        forged = self.document({"type": 0x80000013, "body": {"len": 3, "sha256": "0" * 64}}, {"type": 0})
        self.assertEqual(self.write(forged)[0]["outcome"], "reject")
