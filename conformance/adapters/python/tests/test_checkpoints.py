"""Checkpointed streams and the back channel."""
import sample_images as s
from support import BACK, COLO, REMUS, Case


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
