"""PV domains."""
import sample_images as s
from support import Case


class Paravirtualised(Case):
    """Content rules of PV domains, on an image that a real Xen saved."""

    def setUp(self):
        super().setUp()
        self.good, about = s.suite_image("pv-tiny.bare.v3")
        self.labels = about["labels"]
        self.basic = self.labels["vcpu_basic"] + 16

    def changed(self, at, value, size=8):
        return s.edit(self.good, at, value.to_bytes(size, "little"))

    def without(self, label):
        at = self.labels[label]
        length = 8 + (int.from_bytes(self.good[at + 4:at + 8], "little") + 7 & ~7)
        return self.good[:at] + self.good[at + length:]

    def inserted(self, label, octets):
        at = self.labels[label]
        return self.good[:at] + octets + self.good[at:]

    def test_presence_and_order(self):
        for label, reader, verifier in [
                ("pv_info", "pv-info-order", ["pv-info-missing", "pv-info-order", "shared-info-order"]),
                ("p2m", "p2m-late", ["p2m-late", "p2m-missing"]),
                ("shared_info", None, ["shared-info-missing"]),
                ("vcpu_basic", "vcpu-basic-missing", ["vcpu-basic-missing", "vcpu-orphan"]),
                ("tsc", None, ["tsc-missing"])]:
            with self.subTest(label):
                self.expect(self.without(label), reader, verifier)
        info = s.record(2, b"\x08\4" + bytes(6))
        self.expect(self.inserted("static_end", info), "pv-info-repeated", ["pv-info-repeated"])
        page = self.labels["page"]
        self.expect(self.inserted("page", self.good[self.labels["p2m"]:page]), None, ["p2m-repeated"])
        xsave = self.good[self.labels["vcpu_xsave"]:self.labels["end"]]
        self.expect(self.inserted("end", xsave), None, ["vcpu-repeated"])

    def test_fields(self):
        labels, basic = self.labels, self.basic
        frames = labels["p2m"] + 16
        for at, value, size, reader, verifier in [
                (labels["pv_info"] + 9, 3, 1, "pv-info-width", ["pv-info-width"]),
                (labels["pv_info"] + 10, 1, 1, None, ["pv-info-reserved"]),
                (labels["p2m"] + 8, 1, 4, None, ["p2m-start"]),
                (frames, 0x3FE, 8, "p2m-frame", ["p2m-frame"]),
                (frames, 0x117, 8, None, ["p2m-frame-repeated"]),
                (basic - 4, 1, 4, None, ["vcpu-reserved"]),
                (basic - 8, 8192, 4, "vcpu-id", ["vcpu-basic-missing", "vcpu-id", "vcpu-orphan"]),
                (basic + 4960, 7169, 8, "vcpu-gdt-entries", None),
                (basic + 4960, 1, 8, None, []),
                (basic + 4984 + 24, 0x11C << 12, 8, "vcpu-cr3", ["vcpu-cr3"]),
                (basic + 4984 + 8, 0x11C << 12, 8, None, ["vcpu-cr1-flag"]),
                (basic + 4984 + 8, 0x11B << 12 | 1, 8, None, []),
                (basic + 4984 + 8, 0x11C << 12 | 1, 8, "vcpu-cr1", ["vcpu-cr1"]),
                (basic + 616, 0x11C, 8, "vcpu-start-info", ["vcpu-start-info"]),
                (labels["vcpu_extended"] + 16, 1, 4, None, ["vcpu-extended-id"]),
                (labels["vcpu_extended"] + 20, 65, 4, None, ["vcpu-extended-size"]),
                (labels["vcpu_xsave"] + 16, 1, 1, "vcpu-xsave-length", ["vcpu-xsave-length"])]:
            with self.subTest(at=at, value=value):
                if reader == "vcpu-gdt-entries":
                    self.assertEqual(self.read(self.changed(at, value, size))["code"], reader)
                elif (at, value) == (basic + 4960, 1):
                    # The frame is whatever the guest left there; one that is ordinary memory will do.
                    good = s.edit(self.changed(at, value, size), basic + 4832, (0x100).to_bytes(8, "little"))
                    self.expect(good, reader, verifier)
                    bad = s.edit(good, basic + 4832, (0x11B).to_bytes(8, "little"))
                    self.expect(bad, "vcpu-gdt-frame", ["vcpu-gdt-frame"])
                else:
                    self.expect(self.changed(at, value, size), reader, verifier)

    def _place(self, pfn):
        """Offset of the contents of a pfn of the first batch, and its entry's."""
        page = self.labels["page"] + 16
        contents = self.labels["content"]
        for index in range(1024):
            entry = int.from_bytes(self.good[page + 8 * index:][:8], "little")
            if entry & (1 << 52) - 1 == pfn:
                return contents, page + 8 * index
            contents += 4096 if entry >> 60 < 0xD else 0
        raise AssertionError(pfn)

    def test_page_tables(self):
        l4, _ = self._place(0x11B)
        l2, _ = self._place(0x11D)
        l1, l1_entry = self._place(0x11E)
        for at, value, reader, verifier in [
                (l4 + 8 * 256, 1, None, ["page-table-xen-slot"]),
                (l4 + 8 * 256, 0x400001, "page-table-pfn", ["page-table-pfn", "page-table-xen-slot"]),
                (l4 + 8 * 300, 0x81, "page-table-superpage", ["page-table-superpage"]),
                (l2 + 8 * 511, 0x81, "page-table-superpage", ["page-table-superpage"]),
                (l1 + 8 * 511, 0x81, None, []),
                (l1 + 8 * 511, 0x400001, "page-table-pfn", ["page-table-pfn"]),
                (l1 + 8 * 511, 0x400000, None, [])]:
            with self.subTest(at=at, value=value):
                self.expect(self.changed(at, value), reader, verifier)
        found = self.check(self.changed(l1 + 8 * 511, 0x400001))
        self.assertEqual(found["findings"], [{"code": "page-table-pfn", "at": l1 + 8 * 511}])
        out_of_range = self.changed(l1_entry, 1 << 60 | 0x400)
        self.assertEqual(self.read(out_of_range), {"outcome": "reject", "code": "page-pfn-range", "at": l1_entry})

    def test_start_info(self):
        pfn = int.from_bytes(self.good[self.basic + 616:][:8], "little")
        page, _ = self._place(pfn)
        for field in (56, 72):
            self.expect(self.changed(page + field, 0x400), "start-info-frame", ["start-info-frame"])

    def test_zero_content_and_orphans(self):
        empty = s.record(6, bytes(8))
        self.expect(self.inserted("end", s.record(4, b"\7" + bytes(7))), None, ["record-empty"])
        self.expect(self.inserted("end", s.record(4, b"\0\x20" + bytes(6))), None, ["record-empty", "vcpu-id-empty"])
        padded = self.state(self.inserted("vcpu_xsave", empty))
        self.assertEqual(self.state(self.good), {**padded, "octets": len(self.good)})
        orphan = s.record(6, b"\1" + bytes(7 + 16))
        self.expect(self.inserted("end", orphan), None, ["vcpu-orphan"])
        self.assertEqual(len(self.state(self.inserted("end", orphan))["pv"]["vcpus"]), 1)

    def test_target(self):
        self.assertEqual(self.read(self.good, {"target": {"kind": "hvm", "vcpus": 1}})["code"], "domain-target")
        with_second = self.inserted("end", s.record(12, b"\1" + bytes(7) + b"\x48" + bytes(15)))
        self.assertEqual(self.read(with_second, {"target": {"kind": "pv", "vcpus": 1}})["code"], "vcpu-id")
        self.assertEqual(self.read(with_second, {"target": {"kind": "pv", "vcpus": 2}})["outcome"], "accept")

    def test_emulators_do_not_go_with_it(self):
        emulator = s.record(3, b"\2" + bytes(7) + b"QEVM")
        for before, after in (([emulator], []), ([], [emulator])):
            octets = s.libxl(*before, s.LIBXC_CONTEXT, self.good, *after, s.LIBXL_END)
            self.assertEqual(self.read(octets)["code"], "libxl-emulator-kind")
            self.assertIn("libxl-emulator-kind", self.codes(octets))
