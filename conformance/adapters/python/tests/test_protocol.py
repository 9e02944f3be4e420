"""The adapter as a process."""
import json
import os
import subprocess
import sys

import sample_images as s
import test_writer
from support import ADAPTER, Case
from save_image import adapter


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
        self.assertEqual(self.run_adapter("read", good, DSI_EDITION="v9").returncode, 3)
        self.assertEqual(self.run_adapter("read", os.path.join(self.folder, "none")).returncode, 2)
        stream = self.file(json.dumps(test_writer.Writing().document({"type": 16}, *test_writer.Writing.REST)).encode(), "stream.json")
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
                 {"seq": "d", "do": "read", "edition": "v9", "context": context, "image": good}]
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
            codes = {code for each in json.load(file) for code in each.get("code", "").split(",")}
        never = {"", "image-byte-order", "libxl-byte-order", "convert-part", "convert-libxl-record"}
        self.assertEqual({code for code in codes if '"%s"' % code not in source} - never, set())
