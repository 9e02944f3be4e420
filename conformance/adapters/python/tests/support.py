"""What the tests share: a folder for files, and the roles as functions of octets."""
import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))

from save_image import adapter  # noqa: E402

ADAPTER = os.path.join(os.path.dirname(HERE), "dsi_adapter.py")
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
