"""Images that a real Xen saved, and those of the suite."""
import hashlib
import os
import re

import sample_images as s
from support import BACK, Case, context_of
from save_image import records
from save_image.layers import Layers
from save_image.octets import Octets
from save_image.verdict import ReaderJudge


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

    def test_streams_come_back(self):
        """What a document says of an image makes the same octets again: every layer, and every record that has fields."""
        for name in s.suite_images():
            octets, about = s.suite_image(name)
            if len(octets) > 1 << 17 or not {"v2", "v3", "v4-draft"} & set(about["editions"]):
                continue
            if any(part in name for part in ("frame-only", ".older.", "back-", "prose-")):
                continue
            edition = about["editions"][0]
            with self.subTest(name):
                answer, out = self.write(self.stream(octets, context_of(name), edition), edition)
                self.assertEqual((answer, out == octets), ({"outcome": "accept"}, True))

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
