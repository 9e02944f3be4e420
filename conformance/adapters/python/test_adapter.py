"""Tests of the adapter: `python3 conformance/adapters/python/test_adapter.py`."""
import contextlib
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import sample_images as s
from save_image import adapter, records
from save_image.layers import Layers
from save_image.octets import Octets
from save_image.verdict import ReaderJudge

ADAPTER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dsi_adapter.py")
REMUS = {"stream": "remus"}
COLO = {"stream": "colo"}
BACK = {"stream": "colo", "channel": "back"}


class Case(unittest.TestCase):
    """A folder for files, and the roles as functions of octets."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, octets, name="image"):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(octets)
        return path

    def read(self, octets, context=None, edition="v3"):
        return adapter.answer(adapter.read_image, self.file(octets), edition, context)

    def check(self, octets, context=None, edition="v3"):
        return adapter.answer(adapter.check_image, self.file(octets), edition, context)

    def state(self, octets, context=None, edition="v3"):
        answer = self.read(octets, context, edition)
        self.assertEqual(answer["outcome"], "accept", answer)
        return answer["value"]

    def codes(self, octets, context=None, edition="v3"):
        return [finding["code"] for finding in self.check(octets, context, edition)["findings"]]

    def expect(self, octets, reader, verifier, context=None, edition="v3"):
        """`reader`: the code it rejects with, or None. `verifier`: the codes it finds."""
        read = self.read(octets, context, edition)
        self.assertEqual(read.get("code"), reader, read)
        self.assertEqual(read["outcome"], "reject" if reader else "accept")
        found = self.check(octets, context, edition)
        self.assertEqual(sorted({finding["code"] for finding in found["findings"]}), sorted(verifier))
        return found

    def write(self, stream, edition="v3"):
        """The answer, and the octets of OUT or None."""
        path, out = self.file(json.dumps(stream).encode(), "stream.json"), os.path.join(self.folder, "out")
        with contextlib.redirect_stderr(io.StringIO()):
            answer = adapter.answer(adapter.write_image, path, os.path.join(self.folder, "blobs"), out, edition)
        self.assertFalse(os.path.exists(out + ".part"))
        if not os.path.exists(out):
            return answer, None
        with open(out, "rb") as file:
            octets = file.read()
        os.remove(out)
        return answer, octets

    def stream(self, octets, context=None, edition="v3"):
        path = os.path.join(self.folder, "of.json")
        answer = adapter.answer(adapter._stream, self.file(octets), path, os.path.join(self.folder, "blobs"), edition,
                                context)
        self.assertEqual(answer, {"outcome": "accept"})
        with open(path, encoding="utf-8") as file:
            return json.load(file)


def context_of(name):
    for part, context in (("remus", REMUS), ("ckpt", REMUS), ("colo", COLO), ("back", BACK)):
        if part in name:
            return context
    return None


class Golden(Case):
    """Images that a real Xen saved, against the list that another program made of their records."""

    def test_records(self):
        with open(os.path.join(s.IMAGES, "RECORDS.txt"), encoding="utf-8") as file:
            sections = re.split(r"^== ", file.read(), flags=re.M)[1:]
        self.assertEqual(len(sections), 9)
        for section in sections:
            name = re.match(r"(.*)\.(xl|wire): (\d+) bytes sha256 (\w+)", section)
            octets, about = s.suite_image(name[1])
            with self.subTest(name[1]):
                self.assertEqual((len(octets), hashlib.sha256(octets).hexdigest()), (int(name[3]), name[4]))
                self.assertEqual(self._walked(octets, context_of(name[1])), _listed(section))
                self._compare_state(section, self.state(octets, context_of(name[1])))

    def _walked(self, octets, context):
        """What RECORDS.txt lists, from the walk: PAGE_DATA records that follow each other are one line."""
        names = {getattr(records, name): name for name in dir(records) if re.fullmatch("[A-Z][A-Z0-9_]+", name)
                 and isinstance(getattr(records, name), int) and getattr(records, name) <= records.X86_MSR_POLICY}
        libxl_names = ["END", "LIBXC_CONTEXT", "EMULATOR_XENSTORE_DATA", "EMULATOR_CONTEXT", "CHECKPOINT_END"]
        lines = []
        with Octets(self.file(octets)) as input_:
            layers = Layers(input_, 3, {"stream": "plain", "channel": "forward", **(context or {})}, ReaderJudge())
            for record in layers.records():
                if record.cut:
                    break
                name = (names if record.layer == "image" else libxl_names)[record.type]
                size = record.end - record.at
                if name == "PAGE_DATA" and lines and lines[-1][1] == name:
                    lines[-1][2] += size
                    lines[-1][3] += 1
                elif name == "PAGE_DATA":
                    lines.append([record.at, name, size, 1])
                else:
                    lines.append([record.at, name, record.length])
        return lines

    def _compare_state(self, section, state):
        mode, khz, nsec, incarnation = re.findall(r"TSC_INFO len=24 mode=(\d+) khz=(\d+) nsec=(\d+) incarnation=(\d+)",
                                                  section)[-1]
        self.assertEqual(state["tsc"], {"mode": int(mode), "khz": int(khz), "nsec": hex(int(nsec)),
                                        "incarnation": int(incarnation)})
        for index, value in re.findall(r"idx=(\w+) flags=0 val=(\w+)", section):
            self.assertIn([int(index, 16), hex(int(value, 16))], state["msrs"])
        leaves = re.search(r"leaves=\d+ \[(.*)\]", section)[1].split()
        shown = ["%x.%x" % tuple(leaf[:2]) if leaf[1] != 0xFFFFFFFF else "%x" % leaf[0] for leaf in state["cpuid"]]
        self.assertEqual(shown, leaves)
        if "hvm" in state:
            pairs = re.findall(r"\((\d+)\)=(0x\w+)", re.findall(r"HVM_PARAMS len.*", section)[-1])
            self.assertEqual(sorted(state["hvm"]["params"]), sorted([int(i), value] for i, value in pairs))
            entries = re.findall(r"\((\d+)\)\.(\d+):(\d+)", re.findall(r"HVM_CONTEXT len.*", section)[-1])
            self.assertEqual([(e["type"], e["instance"], e["body"]["len"]) for e in state["hvm"]["context"]],
                             [tuple(map(int, entry)) for entry in entries][:-1])
        else:
            frames = re.search(r"end_pfn=0x3ff frames=2 \[(\w+) (\w+)\]", section).groups()
            self.assertEqual(state["pv"]["p2m"], {"start": 0, "end": 0x3FF, "frames": ["0x" + f for f in frames]})
            self.assertEqual(state["pv"]["vcpus"][0]["basic"]["len"], 5168)
        if "failover" in section:
            self.assertEqual((state["end"], state["checkpoints"]), ({"failover": 15}, 15))
        else:
            self.assertEqual((state["end"], state["checkpoints"]), ("complete", 0))

    def test_whole_suite_accepts_and_writes_back(self):
        for name in s.suite_images():
            octets, about = s.suite_image(name)
            if "frame-only" in name or len(octets) > 13 << 20:
                continue
            for edition in about["editions"]:
                with self.subTest(name, edition=edition):
                    context = context_of(name)
                    answer = self.read(octets, context, edition)
                    self.assertEqual(answer["outcome"], "accept", answer)
                    if context == BACK:
                        continue
                    self.assertEqual(answer["value"]["octets"], len(octets))
                    if ".older." in name:
                        continue
                    self.assertEqual(self.check(octets, context, edition), {"outcome": "accept", "findings": []})
                    answer, out = self.write(self.stream(octets, context, edition), edition)
                    self.assertEqual(answer, {"outcome": "accept"})
                    self.assertEqual(out == octets, True)

    def test_byte_order_leaves_the_state_alone(self):
        for name in ("pv-tiny.bare", "pvh-tiny.bare"):
            little, big = (self.state(s.suite_image(each + ".v3")[0]) for each in (name, name + "-be"))
            self.assertEqual((little.pop("endian"), big.pop("endian")), ("little", "big"))
            self.assertEqual(little, big)

    def test_memory_against_a_plain_walk(self):
        """The live image sends pages again: the last contents of every pfn, by the simplest means there are."""
        octets, _ = s.suite_image("pvh-tiny-live")
        pages = {}
        at, end = 0x93B, 0xDFA8DB
        while at < end:
            length = int.from_bytes(octets[at + 4:at + 8], "little")
            count = int.from_bytes(octets[at + 8:at + 12], "little")
            contents = at + 16 + 8 * count
            for index in range(count):
                entry = int.from_bytes(octets[at + 16 + 8 * index:at + 24 + 8 * index], "little")
                kind, pfn = entry >> 60, entry & (1 << 52) - 1
                pages[pfn] = kind, octets[contents:contents + 4096] if kind < 0xD else None
                contents += 4096 if kind < 0xD else 0
            at += 8 + length
        for run in self.state(octets)["memory"]:
            first, count = int(run["pfn"], 16), int(run["count"], 16)
            run_pages = [pages.pop(pfn) for pfn in range(first, first + count)]
            self.assertEqual({kind for kind, _ in run_pages}, {{"notab": 0, "xtab": 15}[run["type"]]})
            if run["type"] == "notab":
                digests = b"".join(hashlib.sha256(contents).digest() for _, contents in run_pages)
                self.assertEqual(run["sha256"], hashlib.sha256(digests).hexdigest())
        self.assertEqual(pages, {})


def _listed(section):
    lines = []
    for layer, at, name, rest in re.findall(r"^ *(libxl )?@(0x\w+) ([A-Z][A-Z0-9_]+) (.*)$", section, flags=re.M):
        pages = re.match(r"x(\d+): (\d+) bytes", rest)
        if pages:
            lines.append([int(at, 16), name, int(pages[2]), int(pages[1])])
        else:
            lines.append([int(at, 16), name, int(re.match(r"len=(\d+)", rest)[1])])
    return lines


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
        self.assertEqual(self.read(new, edition="v4-draft")["outcome"], "unsupported")

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
            for length in range(len(good)):
                with self.subTest(length=length, of=len(good)):
                    self.assertEqual(self.read(good[:length])["outcome"], "accept" if length >= image_end else "reject")
                    self.assertEqual(self.check(good[:length])["outcome"], "reject")

    def test_any_octet_changed_never_fails(self):
        good = s.xl(s.libxl(s.LIBXC_CONTEXT, s.hvm(), s.record(2, bytes(8) + b"k\0v\0"), s.LIBXL_END))
        for at in list(range(200)) + list(range(200, len(good), 13)):
            for octet in (0x00, 0x7F, 0xFF):
                changed = s.edit(good, at, bytes([octet]))
                self.assertIn(self.read(changed)["outcome"], ("accept", "reject"))
                self.assertIn(self.check(changed)["outcome"], ("accept", "reject"))


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


class Checkpoints(Case):
    """Remus and COLO streams, bare and in a libxl stream."""

    def round(self, pfn, incarnation, *extra):
        return (s.page_data((0, pfn, bytes([incarnation]) * 4096)) + s.tsc(incarnation=incarnation)
                + b"".join(extra) + s.hvm_context() + s.CHECKPOINT)

    def setUp(self):
        super().setUp()
        self.rounds = [self.round(4, 1), self.round(5, 2), self.round(4, 3)]

    def bare(self, *parts):
        return s.image(s.STATIC_END, *parts)

    def layered(self, *parts):
        return s.libxl(s.LIBXC_CONTEXT, s.image(s.STATIC_END, *parts))

    def summary(self, octets, context=REMUS):
        state = self.state(octets, context)
        return state["end"], state["checkpoints"], state["octets"], state["tsc"]["incarnation"]

    def test_bare_cut_everywhere(self):
        octets = self.bare(*self.rounds)
        ends = [len(self.bare(*self.rounds[:count])) for count in (1, 2, 3)]
        for length in list(range(ends[0] - 9, len(octets), 101)) + ends + [end - 1 for end in ends]:
            committed = sum(end <= length for end in ends)
            with self.subTest(length=length):
                self.assertEqual(self.check(octets[:length], REMUS)["outcome"], "accept" if committed else "reject")
                if committed:
                    self.assertEqual(self.summary(octets[:length]),
                                     ({"failover": committed}, committed, ends[committed - 1], committed))
                else:
                    self.assertEqual(self.read(octets[:length], REMUS)["code"], "checkpoint-none")

    def test_commit_is_libxls_where_there_is_one(self):
        first, second, _ = self.rounds
        emulator = s.record(3, b"\2" + bytes(7) + b"QEVM")
        one = self.layered(first, emulator, s.CHECKPOINT_END)
        self.assertEqual(self.summary(one), ({"failover": 1}, 1, len(one), 1))
        self.assertEqual(self.read(one[:-8], REMUS)["code"], "checkpoint-none")
        uncommitted = self.layered(first, emulator, s.CHECKPOINT_END, second, emulator)
        self.assertEqual(self.state(uncommitted, REMUS), self.state(one, REMUS))
        two = uncommitted + s.CHECKPOINT_END
        self.assertEqual(self.summary(two), ({"failover": 2}, 2, len(two), 2))
        self.assertEqual(self.codes(two, REMUS), [])
        kept = self.layered(first, emulator, s.CHECKPOINT_END, second, s.CHECKPOINT_END)
        self.assertEqual(self.state(kept, REMUS)["emulators"], self.state(one, REMUS)["emulators"])

    def test_faults_after_a_commit(self):
        first, second, _ = self.rounds
        fault = s.record(0x13)
        self.assertEqual(self.summary(self.bare(first, fault, second[:-8]))[0], {"failover": 1})
        self.assertEqual(self.read(self.bare(first, fault, second), REMUS)["code"], "record-unknown-mandatory")
        pending = self.layered(first, s.CHECKPOINT_END, fault, second)
        self.assertEqual(self.read(pending, REMUS)["code"], "record-unknown-mandatory")
        self.assertEqual(self.summary(pending[:-1])[0], {"failover": 1})
        self.assertEqual(self.summary(self.bare(first, s.record(0x80000013), second))[0], {"failover": 2})

    def test_end(self):
        first, second, _ = self.rounds
        octets = self.bare(first, second[:-8], s.record(0x13), s.END)
        self.assertEqual(self.summary(octets), ("complete", 1, len(octets), 1))
        layered = self.layered(first, s.CHECKPOINT_END, second[:-8], s.END, s.LIBXL_END)
        self.assertEqual(self.summary(layered), ("complete", 1, len(layered), 1))
        plain = s.hvm()
        self.assertEqual(self.state(plain, REMUS), self.state(plain))

    def test_rounds_are_whole(self):
        later = s.page_data((0, 5, bytes(4096))) + s.CHECKPOINT
        octets = self.bare(self.rounds[0], later)
        self.expect(octets, None, ["checkpoint-incomplete"], REMUS)
        self.assertEqual(self.summary(octets)[3], 1)
        self.expect(self.bare(s.HOLE, s.CHECKPOINT), "hvm-context-missing",
                    ["checkpoint-incomplete", "hvm-context-missing", "tsc-missing"], REMUS)
        self.expect(self.bare(self.rounds[0], s.STATIC_END, self.rounds[1]), "static-end-repeated",
                    ["static-end-repeated"], REMUS)
        self.expect(self.bare(self.round(4, 1, s.VERIFY)), None, ["verify-place"], REMUS)

    def test_colo(self):
        def state(control, body=b""):
            return s.record(5, control.to_bytes(4, "little") + body)

        first, second, _ = self.rounds
        for dialogue, reader, verifier in [
                (state(0), None, []),
                (state(0, bytes(4)), None, []),
                (b"", None, []),
                (state(0, b"\1\0\0\0"), None, ["libxl-checkpoint-state-rest"]),
                (state(4), "libxl-checkpoint-state", ["libxl-checkpoint-state"]),
                (state(2), "libxl-checkpoint-direction", ["libxl-checkpoint-direction"]),
                (s.record(5, b"\0\0"), "libxl-checkpoint-state", ["libxl-checkpoint-state"])]:
            octets = self.layered(first, s.CHECKPOINT_END, dialogue, second, s.CHECKPOINT_END)
            self.expect(octets, reader, verifier, COLO)

    def test_back_channel(self):
        ready, dirty = s.record(5, b"\2\0\0\0"), s.record(15, bytes(16))
        for octets, reader, verifier in [
                (ready + dirty, None, []),
                (b"", None, []),
                (ready + s.record(15, bytes(12)), "dirty-list-length", ["dirty-list-length"]),
                (s.record(5, bytes(4)), "libxl-checkpoint-direction", ["libxl-checkpoint-direction"]),
                (s.record(5, b"\4\0\0\0"), "libxl-checkpoint-state", ["libxl-checkpoint-state"]),
                (s.record(0x80000001), "back-channel-type", ["back-channel-type"])]:
            self.expect(octets, reader, verifier, BACK)


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
                ({"records": [{"type": 16}, {**page, "reserved": "00 00 00 01"}, *self.REST]}, "page-reserved"),
                ({"records": [{"type": 16}, page, {"type": 0x80000013, "body": {"hex": "01"}, "pad": "00*6 01"},
                              *self.REST]}, "record-padding"),
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


class Protocol(Case):
    """The adapter as a process."""

    def run_adapter(self, *arguments, stdin=None, **environment):
        return subprocess.run([sys.executable, ADAPTER, *arguments], input=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, universal_newlines=True, check=False,
                              env={**os.environ, "DSI_PROTOCOL": "1", "DSI_EDITION": "v3", "DSI_CONTEXT": "{}",
                                   **environment})

    def test_about(self):
        done = self.run_adapter("about")
        about = json.loads(done.stdout)
        self.assertEqual((done.returncode, about["protocol"]), (0, 1))
        state = self.state(s.suite_image("pv-tiny.xl.v3")[0])
        self.assertLessEqual(set(state), set(about["values"]))

    def test_exec(self):
        good, bad = self.file(s.hvm(), "good"), self.file(s.hvm()[:-3], "bad")
        done = self.run_adapter("read", good)
        self.assertEqual((done.returncode, json.loads(done.stdout)["octets"]), (0, len(s.hvm())))
        done = self.run_adapter("read", bad)
        self.assertEqual((done.returncode, json.loads(done.stdout), done.stderr),
                         (1, {"code": "record-truncated", "at": len(s.hvm()) - 3}, ""))
        done = self.run_adapter("check", good)
        self.assertEqual((done.returncode, json.loads(done.stdout)), (0, {"findings": []}))
        done = self.run_adapter("check", bad)
        self.assertEqual((done.returncode, [f["code"] for f in json.loads(done.stdout)["findings"]]),
                         (1, ["record-truncated"]))
        done = self.run_adapter("read", self.file(b"", "empty"))
        self.assertEqual((done.returncode, json.loads(done.stdout)["at"]), (1, 0))
        self.assertEqual(self.run_adapter("read", good, DSI_EDITION="draft-b").returncode, 3)
        self.assertEqual(self.run_adapter("read", os.path.join(self.folder, "none")).returncode, 2)
        stream = self.file(json.dumps(Writing().document({"type": 16}, *Writing.REST)).encode(), "stream.json")
        out = os.path.join(self.folder, "out")
        done = self.run_adapter("write", stream, out)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        with open(out, "rb") as file:
            self.assertEqual(file.read(40), s.hvm()[:40])

    def test_serve(self):
        good, bad = self.file(s.hvm(), "good"), self.file(s.hvm()[:-8], "bad")
        context = {"stream": "plain", "channel": "forward"}
        asked = [{"seq": "a", "do": "read", "edition": "v3", "context": context, "image": good},
                 {"seq": "b", "do": "check", "edition": "v3", "context": context, "image": bad},
                 {"seq": "c", "do": "read", "edition": "v2", "context": context, "image": good},
                 {"seq": "d", "do": "read", "edition": "v4-draft", "context": context, "image": good}]
        done = self.run_adapter("serve", stdin="".join(json.dumps(each) + "\n" for each in asked))
        answers = [json.loads(line) for line in done.stdout.splitlines()]
        self.assertEqual([(each["seq"], each["outcome"]) for each in answers],
                         [("a", "accept"), ("b", "reject"), ("c", "reject"), ("d", "unsupported")])
        self.assertEqual(answers[0]["value"], self.state(s.hvm()))
        self.assertEqual(answers[2], {"seq": "c", "outcome": "reject", "code": "image-version", "at": 12})

    def test_every_code_of_the_ledger_is_known(self):
        """Every code that a requirement names is one that this implementation gives, but for those of choices that it
        takes the other way and those that no octets can breach."""
        folder = os.path.dirname(os.path.abspath(adapter.__file__))
        source = ""
        for name in os.listdir(folder):
            if name.endswith(".py"):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    source += file.read()
        with open(os.path.join(s.IMAGES, "..", "requirements.json"), encoding="utf-8") as file:
            codes = {code for each in json.load(file) if "v3" in each["editions"] or "v2" in each["editions"]
                     for code in each.get("code", "").split(",")}
        never = {"", "image-byte-order", "libxl-byte-order"}
        self.assertEqual({code for code in codes if '"%s"' % code not in source} - never, set())


if __name__ == "__main__":
    unittest.main()
