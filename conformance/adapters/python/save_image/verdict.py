"""What a Reader and what a Verifier make of a departure from the specification.

Rules are written once and speak to a judge in one of four ways:

* `fault`      a breach that Readers reject and Verifiers report,
* `fatal`      the same, and nothing after it can be made sense of,
* `departure`  a MUST that binds images but that Readers let pass,
* `advice`     a SHOULD.
"""


class Reject(Exception):
    """The input is refused: `code` of the breach and the offset `at` of the offending field."""

    def __init__(self, code, at=None):
        super().__init__(code, at)
        self.code = code
        self.at = at


class Unsupported(Exception):
    """Something that is recognised and that this implementation does not do."""


class Stop(Exception):
    """A Verifier can follow the input no further."""


class ReaderJudge:
    """Rejects at the first fault, and does not look at what a Reader ignores."""

    verifier = False

    def fault(self, code, at):
        raise Reject(code, at)

    fatal = fault

    def departure(self, code, at):
        pass

    def advice(self, code, at):
        pass


class VerifierJudge:
    """Collects findings, in the order in which they were met and each once."""

    verifier = True
    MOST = 100  # of one code: a broken page table can breach the same rule half a million times

    def __init__(self):
        self.findings = []
        self.breached = []
        self._met = {}

    def fault(self, code, at):
        if self._note(code, at):
            self.breached.append(code)

    departure = fault

    def fatal(self, code, at):
        self.fault(code, at)
        raise Stop

    def advice(self, code, at):
        self._note(code, at)

    def _note(self, code, at):
        places = self._met.setdefault(code, set())
        if at in places or len(places) >= self.MOST:
            return False
        places.add(at)
        self.findings.append({"code": code, "at": at})
        return True
