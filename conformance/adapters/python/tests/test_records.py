"""Headers, records and bodies of HVM domains, on images made by hand."""
import hashlib

import sample_images as s
from support import Case


class Small(Case):
    """One departure at a time in a tiny image: what a Reader and what a Verifier make of it."""

    def test_well_formed(self):
        for order in ("little", "big"):
            self.expect(s.hvm(order=order), None, [])

    def test_headers(self):
        good = s.hvm()
        for at, octets, reader, verifier in [
                (0, b"\xfe", "image-marker", ["image-marker"]),
                (8, b"xenf", "image-id", ["image-id"]),
                (12, b"\0\0\0\4", "image-version", ["image-version"]),
                (16, b"\x80", None, ["image-options-reserved"]),
                (23, b"\1", None, ["image-reserved"]),
                (24, b"\3", "domain-type", ["domain-type"]),
                (28, b"\x2c", "domain-page-shift", ["domain-page-shift"]),
                (30, b"\1", None, ["domain-reserved"]),
                (32, bytes(8), None, [])]:
            with self.subTest(at=at):
                self.expect(s.edit(good, at, octets), reader, verifier)
        self.assertEqual(self.read(good, {"target": {"kind": "pv", "vcpus": 1}})["code"], "domain-target")

    def test_editions(self):
        new, old = s.hvm(), s.image(s.HOLE, s.tsc(), s.hvm_context(), s.END, version=2)
        self.assertEqual(self.state(old, edition="v2")["edition"], "v2")
        self.assertEqual(self.state(old, edition="v3")["edition"], "v2")
        self.assertEqual(self.read(new, edition="v2")["code"], "image-version")
        self.assertEqual(set(self.codes(old)), {"image-version", "image-version-previous"})
        with_policy = s.image(s.PLATFORM_INFO, s.HOLE, s.tsc(), s.hvm_context(), s.END, version=2)
        self.expect(with_policy, "record-edition", ["record-edition"], edition="v2")
        self.expect(s.image(s.HOLE, s.tsc(mode=3), s.hvm_context(), s.END, version=2), None, [], edition="v2")
        self.expect(s.image(s.STATIC_END, s.tsc(mode=3), s.hvm_context(), s.END), "tsc-mode", ["tsc-mode"])
        self.assertEqual(self.read(new, edition="v9")["outcome"], "unsupported")

    def test_framing(self):
        for octets, reader, verifier in [
                (s.hvm(s.record(0x80000013, b"\1\2\3")), None, []),
                (s.hvm(s.record(0x80000013, b"\1\2\3", pad=b"\0\0\1\0\0")), None, ["record-padding"]),
                (s.hvm(s.record(0x13)), "record-unknown-mandatory", ["record-unknown-mandatory"]),
                (s.hvm(s.record(0x0B)), "record-toolstack", ["record-toolstack"]),
                (s.hvm(s.record(0x0F)), "record-channel", ["record-channel"]),
                (s.hvm(s.record(0x02, bytes(8))), "record-kind", ["record-kind"]),
                (s.hvm(s.record(0x80000013, length=134217729)), "record-limit", ["record-limit", "record-truncated"]),
                (s.hvm(s.record(0x80000013, length=134217728)), "record-truncated", ["record-truncated"]),
                (s.hvm()[:-8], "record-end-missing", ["record-end-missing"]),
                (s.hvm() + s.END, None, ["image-trailing", "record-end-repeated"]),
                (s.hvm() + b"more", None, ["image-trailing"]),
                (s.hvm(s.CHECKPOINT), "checkpoint-plain", ["checkpoint-plain"]),
                (s.hvm(s.record(0, b"12345678"))[:-8], None, ["record-end-length"])]:
            self.expect(octets, reader, verifier)

    def test_order(self):
        page, tsc, context, params = s.HOLE, s.tsc(), s.hvm_context(), s.hvm_params((1, 2))
        msrs = s.PLATFORM_INFO
        for parts, reader, verifier in [
                ([s.STATIC_END, page, tsc, params, context], None, []),
                ([page, tsc, context], "static-end-late",
                 ["static-end-late", "static-end-missing", "static-end-order"]),
                ([tsc, context], "static-end-missing", ["static-end-missing", "static-end-order"]),
                ([tsc, s.STATIC_END, page, context], None, ["static-end-order"]),
                ([s.STATIC_END, s.STATIC_END, page, tsc, context], "static-end-repeated", ["static-end-repeated"]),
                ([s.STATIC_END, msrs, page, tsc, context], "policy-late", ["policy-late"]),
                ([s.STATIC_END, page, context], None, ["tsc-missing"]),
                ([s.STATIC_END, page, tsc], "hvm-context-missing", ["hvm-context-missing"]),
                ([s.STATIC_END, page, tsc, context, context], None, ["hvm-context-repeated"]),
                ([s.STATIC_END, s.VERIFY, page, tsc, context], None, ["verify-place"])]:
            self.expect(s.image(*parts, s.END), reader, verifier)

    def test_page_data(self):
        full = bytes(range(256)) * 16
        for record, reader, verifier in [
                (s.page_data((0, 5, full)), None, []),
                (s.page_data((0, 5, full), reserved=1), None, ["page-reserved"]),
                (s.page_data(), "page-count", ["page-count"]),
                (s.record(1, bytes(4)), "page-length", ["page-length"]),
                (s.page_data((0xF, 5, None), count=2), "page-length", ["page-length"]),
                (s.page_data((0, 5, None)), "page-length", ["page-length"]),
                (s.page_data((0xF, 5, full)), "page-length", ["page-length"]),
                (s.page_data((5, 5, None)), "page-type", ["page-type"]),
                (s.page_data((0xF, 5 | 1 << 55, None)), None, ["page-pfn-reserved"]),
                (s.page_data((0xF, 1 << 40, None)), "page-pfn-limit", ["page-pfn-limit"]),
                (s.page_data((0xF, (1 << 40) - 1, None)), None, []),
                (s.page_data((9, 5, full)), None, ["page-type-hvm"]),
                (s.page_data(*[(0xF, pfn, None) for pfn in range(1025)]), None, ["page-batch"])]:
            self.expect(s.hvm(record), reader, verifier)

    def test_memory(self):
        first, second = b"\1" * 4096, b"\2" * 4096
        state = self.state(s.hvm(s.page_data((0, 5, first), (0xE, 6, None), (0, 5, second), (0, 4, first)),
                                 s.page_data((0, 1, first)), s.VERIFY, s.page_data((0, 1, second), (0xF, 9, None))))
        digests = [hashlib.sha256(page).digest() for page in (first, second)]
        self.assertEqual(state["memory"], [
            {"pfn": "0x1", "count": "0x1", "type": "notab", "sha256": hashlib.sha256(digests[0]).hexdigest()},
            {"pfn": "0x2", "count": "0x1", "type": "xtab"},
            {"pfn": "0x4", "count": "0x2", "type": "notab", "sha256": hashlib.sha256(b"".join(digests)).hexdigest()},
            {"pfn": "0x6", "count": "0x1", "type": "xalloc"}])

    def test_verify(self):
        page, other = b"\1" * 4096, b"\2" * 4096
        self.expect(s.hvm(s.page_data((0, 5, page)), s.VERIFY, s.page_data((0, 5, page))), None, [])
        self.expect(s.hvm(s.page_data((0, 5, page)), s.VERIFY, s.page_data((0, 5, other))), None, ["verify-mismatch"])

    def test_policies(self):
        def cpuid(*leaves):
            return s.record(17, s.words("little", *[(word, 4) for leaf in leaves for word in leaf + (0,) * 4]))

        for record, reader, verifier in [
                (cpuid((0, 0xFFFFFFFF), (4, 5), (13, 62), (0x80000021, 0xFFFFFFFF)), None, []),
                (cpuid((4, 1), (4, 0)), None, ["cpuid-order"]),
                (cpuid((4, 6)), "cpuid-leaf", ["cpuid-leaf"]),
                (cpuid((14, 0xFFFFFFFF)), "cpuid-leaf", ["cpuid-leaf"]),
                (cpuid(), "cpuid-length", ["cpuid-length"]),
                (s.record(18, bytes(8)), "msr-length", ["msr-length"]),
                (s.record(18, bytes([0xCF]) + bytes(15)), "msr-index", ["msr-index"]),
                (s.record(18, bytes([0xCE, 0, 0, 0, 1]) + bytes(11)), "msr-flags", ["msr-flags"])]:
            self.expect(s.image(record, s.STATIC_END, s.HOLE, s.tsc(), s.hvm_context(), s.END), reader, verifier)

    def test_hvm_context(self):
        end, zero = s.entry(0), bytes(1032)
        for entries, reader, verifier in [
                ([b""], "hvm-header", ["hvm-header"]),
                ([s.CPU, end], "hvm-header", ["hvm-header"]),
                ([s.edit(s.HEADER, 8, b"\0"), s.CPU, end], "hvm-header", ["hvm-header"]),
                ([s.HEADER, s.CPU], "hvm-end-missing", ["hvm-end-missing"]),
                ([s.HEADER, s.CPU, end, b"more"], None, ["hvm-end-trailing"]),
                ([s.HEADER, s.CPU, s.entry(0, instance=1)], None, []),
                ([s.HEADER, s.CPU[:-1]], "hvm-entry-overrun", ["hvm-cpu-missing", "hvm-entry-overrun"][1:]),
                ([s.HEADER, s.CPU, s.entry(21), end], "hvm-typecode", ["hvm-typecode"]),
                ([s.HEADER, s.CPU, s.entry(5, bytes(24)), end], None, []),
                ([s.HEADER, s.CPU, s.entry(5, bytes(33)), end], "hvm-entry-length", ["hvm-entry-length"]),
                ([s.HEADER, s.CPU, s.entry(19, bytes(7)), end], "hvm-entry-length", ["hvm-entry-length"]),
                ([s.HEADER, s.CPU, s.entry(3, bytes(8), 1), end], None, []),
                ([s.HEADER, s.CPU, s.entry(3, bytes(8), 2), end], "hvm-instance", ["hvm-instance"]),
                ([s.HEADER, s.CPU, s.entry(19, bytes(8), 1), end], None, ["hvm-cpu-missing"]),
                ([s.HEADER, s.entry(2, zero[:1028] + b"\1"), end], "hvm-must-be-zero", ["hvm-must-be-zero"]),
                ([s.HEADER, s.CPU, s.entry(9, bytes(4) + b"\1" + bytes(3)), end], "hvm-must-be-zero",
                 ["hvm-must-be-zero"]),
                ([s.HEADER, s.CPU, s.entry(20, bytes(24)), end], "hvm-msr-length", ["hvm-msr-length"]),
                ([s.HEADER, s.CPU, s.entry(20, b"\1" + bytes(23)), end], None, []),
                ([s.HEADER, s.CPU, s.entry(16, bytes(16) + b"\7" + bytes(7 + 832)), end], None, []),
                ([s.HEADER, s.CPU, s.entry(16, bytes(16) + b"\7" + bytes(7 + 832 + 8)), end], None, []),
                ([s.HEADER, s.CPU, s.entry(16, bytes(16) + b"\7" + bytes(7 + 832) + b"\1"), end], "hvm-entry-length",
                 ["hvm-entry-length"]),
                ([s.HEADER, s.CPU, s.entry(16, bytes(16) + b"\7" + bytes(7 + 831)), end], "hvm-entry-length",
                 ["hvm-entry-length"])]:
            self.expect(s.image(s.STATIC_END, s.HOLE, s.tsc(), s.hvm_context(*entries), s.END), reader, verifier)

    def test_hvm_params(self):
        for record, reader, verifier in [
                (s.hvm_params((38, 1)), None, []),
                (s.hvm_params((39, 1)), "hvm-params-index", ["hvm-params-index"]),
                (s.hvm_params((1 << 32 | 3, 1)), "hvm-params-index", ["hvm-params-index"]),
                (s.hvm_params((3, 1), (3, 2)), None, ["hvm-params-repeated"]),
                (s.hvm_params((3, 0)), None, ["hvm-params-zero"]),
                (s.hvm_params((36, 4)), None, []),
                (s.hvm_params((36, 5)), "hvm-params-value", ["hvm-params-value"]),
                (s.hvm_params((9, 0x1FFF)), None, []),
                (s.hvm_params((9, 0x2001)), "hvm-params-value", ["hvm-params-value"]),
                (s.hvm_params((32, 1)), None, ["hvm-params-ioreq-pair"]),
                (s.hvm_params((32, 1), (33, 1)), None, []),
                (s.hvm_params(), None, ["record-empty"]),
                (s.record(10, b""), "hvm-params-length", ["hvm-params-length"])]:
            self.expect(s.hvm(record), reader, verifier)
        params = self.state(s.hvm(s.hvm_params((4, 7), (2, 6), (2, 1 << 63))))["hvm"]["params"]
        self.assertEqual(params, [[1, "0xfeffc"], [2, "0x8000000000000000"], [4, "0x7"]])

    def test_converter(self):
        good = s.image(s.STATIC_END, s.HOLE, s.tsc(), s.hvm_context(), s.END)
        self.expect(s.libxl(s.LIBXC_CONTEXT, good, s.LIBXL_END, options=2), None, ["domain-converter-release"])
        converted = s.image(s.PLATFORM_INFO, s.STATIC_END, s.HOLE, s.tsc(), s.hvm_context(), s.END, xen=(0, 1))
        self.expect(converted, None, ["domain-converter-records"])

    def test_truncation_at_every_octet(self):
        for wrap in (lambda image: image, lambda image: s.xl(s.libxl(s.LIBXC_CONTEXT, image, s.LIBXL_END))):
            good = wrap(s.hvm(s.record(0x80000013, b"\1\2\3")))
            image_end = len(good) - (8 if good.startswith(b"Xen") else 0)
            for length in sorted({*range(130), *range(130, len(good), 7), *range(image_end - 40, len(good))}):
                with self.subTest(length=length, of=len(good)):
                    self.assertEqual(self.read(good[:length])["outcome"], "accept" if length >= image_end else "reject")
                    self.assertEqual(self.check(good[:length])["outcome"], "reject")

    def test_any_octet_changed_never_fails(self):
        good = s.xl(s.libxl(s.LIBXC_CONTEXT, s.hvm(), s.record(2, bytes(8) + b"k\0v\0"), s.LIBXL_END))
        for at in list(range(120)) + list(range(120, len(good), 17)):
            for octet in (0x00, 0x7F, 0xFF):
                changed = s.edit(good, at, bytes([octet]))
                self.assertIn(self.read(changed)["outcome"], ("accept", "reject"))
                self.assertIn(self.check(changed)["outcome"], ("accept", "reject"))
