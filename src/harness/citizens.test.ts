import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CertifyResult } from "./certify.ts";
import { AdapterError } from "./errors.ts";
import { jsonOutput } from "./output.ts";
import { citizen, results, temporaryFolder, tryCitizen, verdicts } from "./testing/tiny-suite.ts";

const breaking = (result: CertifyResult) =>
  result.report.trials.filter(({ requirements, judged }) => judged && requirements.some(({ breaks }) => breaks));
const showing = (result: CertifyResult) =>
  result.report.trials.filter(({ requirements, judged }) => judged && !requirements.some(({ breaks }) => breaks));
const all = (verdict: string, trials: readonly { verdict: string }[]) =>
  trials.length > 0 && trials.every((trial) => trial.verdict === verdict);

describe("good citizens conform", () => {
  const conforming = ["v2", "v3"].flatMap((e) => ["reader", "writer", "verifier"].map((r) => `${e} ${r} conforms`));

  test("a program for each request", async () => {
    const result = await tryCitizen("honest", { editions: undefined });
    expect(results(result)).toEqual(conforming);
    expect(result.exitCode).toBe(0);
    expect(result.certificates[3]!.counts).toEqual({ MUST: { pass: 9 }, SHOULD: { pass: 1 }, MAY: { pass: 1 } });
    expect(result.certificates[3]!.notJudged).toEqual({ provisional: 1, disputed: 1, free: 0 });
    expect(result.certificates[3]!.reasons).toEqual({ codes: { asked: 7, right: 7 }, at: { asked: 4, right: 4 } });
    expect(result.certificates[3]!.requirements).toEqual({
      must: 6,
      withCase: 6,
      untestable: [{ id: "TNY-11", why: "nothing in the octets tells" }],
    });
    expect(result.certificates[3]!.earns).toEqual(["reader-colour", "reader-core", "reader-outcome"]);
  });

  test("one process that answers out of order", async () => {
    const result = await tryCitizen("honest-serve", { editions: undefined });
    expect(results(result)).toEqual(conforming);
    const other = await tryCitizen("honest-serve", { editions: undefined, jobs: 3 });
    expect(jsonOutput(other)).toBe(jsonOutput(result));
  });

  test("a program plugged in by declaration only", async () => {
    const result = await tryCitizen(["src/harness/testing/citizens/declared.json"]);
    expect(verdicts(result)).toMatchObject({
      "reader/plain": "pass",
      "verifier/checksum-wrong": "pass",
      "verifier/end-missing": "pass",
      "verifier/magic-wrong": "crash",
      "reader/magic-wrong": "crash",
    });
    expect(result.certificates.map(({ values }) => values)).toEqual(["values not compared", "values not compared"]);
  });
});

describe("bad citizens do not, and the run completes", () => {
  test("accept-all fails", async () => {
    const result = await tryCitizen("accept-all");
    expect(result.certificates.map(({ result: one }) => one)).toEqual(["fails", "fails", "fails"]);
    expect(result.certificates.every(({ values }) => values === "values not compared")).toBe(true);
    expect(all("fail", breaking(result))).toBe(true);
    expect(verdicts(result)).toMatchObject({ "reader/plain": "pass", "writer/write-plain": "wrong-value" });
  });

  test("reject-all: accepting trials fail, breaking ones are void, no negative is passed", async () => {
    const result = await tryCitizen("reject-all");
    expect(result.certificates.map(({ result: one }) => one)).toEqual(["fails", "fails", "fails"]);
    expect(all("fail", showing(result))).toBe(true);
    expect(all("void", breaking(result))).toBe(true);
    expect(result.report.trials.filter(({ verdict }) => verdict === "pass")).toEqual([]);
  });

  test("an exception that escapes is a crash, never a rejection", async () => {
    const result = await tryCitizen("throws");
    expect(all("crash", breaking(result))).toBe(true);
    expect(all("pass", showing(result))).toBe(true);
    expect(result.report.trials.find(({ verdict }) => verdict === "crash")!.stderr).toContain("Rejection");
    expect(results(result)).toEqual(["v3 reader fails", "v3 verifier fails"]);
  });

  test("a signal is a crash", async () => {
    const result = await tryCitizen("killed", { roles: ["verifier"] });
    expect(all("crash", breaking(result))).toBe(true);
    expect(result.report.trials.find(({ verdict }) => verdict === "crash")!.detail).toBe("ended by SIGSEGV");
  });

  test("a hang is a hang, after it was tried again, and what it started is gone", async () => {
    const result = await tryCitizen("hangs", { timeout: 0.6 });
    expect(verdicts(result)).toMatchObject({ "verifier/end-missing": "hang", "verifier/magic-wrong": "pass" });
    const trial = result.report.trials.find(({ verdict }) => verdict === "hang")!;
    const pid = /started ([0-9]+)/.exec(trial.stderr!)![1]!;
    expect(stateOf(pid)).not.toMatch(/^[RSD]/);
    expect(results(result)).toEqual(["v3 verifier fails"]);
  });

  test("a flood is cut off", async () => {
    const result = await tryCitizen("floods", { timeout: 10 });
    expect(verdicts(result)).toMatchObject({ "verifier/magic-wrong": "fail", "verifier/plain": "pass" });
    const trial = result.report.trials.find(({ verdict }) => verdict === "fail")!;
    expect([trial.outcome, trial.detail]).toEqual(["garbled", "more than 64 MiB on standard output"]);
  });

  test("chatter is garbled where it accepts, a crash where it rejects", async () => {
    const result = await tryCitizen("chatty");
    expect(result.report.trials.find((t) => t.case === "plain")!.outcome).toBe("garbled");
    expect(result.report.trials.find((t) => t.case === "magic-wrong")!.outcome).toBe("crash");
    expect(all("fail", showing(result))).toBe(true);
    expect(all("void", breaking(result))).toBe(true);
  });

  test("keys that stand twice are garbled, in acceptance and rejection", async () => {
    const result = await tryCitizen("duplicate-keys");
    expect(new Set(result.report.trials.filter((t) => t.judged).map(({ outcome }) => outcome))).toEqual(
      new Set(["garbled"]),
    );
  });

  test.each([
    ["digest-table", ["v3 reader fails", "v3 verifier fails"]],
    ["double", ["v3 reader fails", "v3 verifier conforms"]],
    ["truncated-ends", ["v3 reader fails", "v3 verifier fails"]],
    ["careless-writer", ["v3 writer fails"]],
    ["unwilling", ["v3 reader incomplete", "v3 writer incomplete", "v3 verifier incomplete"]],
  ])("%s", async (name, expected) => {
    const result = await tryCitizen(name);
    expect(results(result)).toEqual(expected);
    expect(result.exitCode).toBe(1);
  });

  test("a Writer that accepts without OUT or leaves it behind is garbled", async () => {
    const result = await tryCitizen("careless-writer");
    expect(result.report.trials.map(({ case: id, outcome, verdict }) => [id, outcome, verdict])).toEqual([
      ["write-note-long", "garbled", "void"],
      ["write-plain", "garbled", "fail"],
      ["write-plain-state", "garbled", "fail"],
    ]);
    expect((await result.claim()).answers.map(({ detail }) => detail)).toEqual([
      "rejected, but left OUT behind",
      "accepted, but OUT is nothing",
      "accepted, but OUT is nothing",
    ]);
  });

  test("a state that differs is shown by its place", async () => {
    const result = await tryCitizen("double", { only: "plain" });
    const trial = result.report.trials.find(({ role }) => role === "reader")!;
    expect(trial.difference).toEqual({ path: "/memory/0", want: "0x8000000000000001", got: "0x8000000000000000" });
  });
});

describe("bad citizens that serve", () => {
  const others = { "verifier/plain": "pass", "verifier/checksum-wrong": "pass", "verifier/record-mandatory": "pass" };

  test.each([
    ["words", "a line that is no JSON"],
    ["seq", 'an answer to "q0", which is not open'],
    ["twice", 'a line that is no JSON: the key "outcome" stands twice'],
    ["key", "a line that is no answer"],
    ["blank", "a line that is no JSON"],
    ["flood", "a line of more than 64 MiB"],
    ["window", "a line that is no JSON"],
  ])("a line that answers nothing is garbled, and the others are answered: %s", async (kind, detail) => {
    const result = await tryCitizen(citizen("serve-garbled", kind), { timeout: 10 });
    expect(verdicts(result)).toMatchObject({ ...others, "verifier/magic-wrong": "fail" });
    const garbled = result.report.trials.filter(({ outcome }) => outcome === "garbled");
    expect(garbled.map(({ case: id }) => id)).toEqual(["magic-wrong"]);
    expect(garbled[0]!.detail).toContain(detail);
  });

  test("death with several open: each is asked again alone", async () => {
    const result = await tryCitizen("serve-dies");
    expect(verdicts(result)).toMatchObject({ ...others, "verifier/magic-wrong": "crash" });
    expect(result.report.trials.filter(({ verdict }) => verdict === "crash")).toHaveLength(1);
    expect(result.report.trials.find(({ verdict }) => verdict === "crash")!.detail).toBe("ended with exit status 5");
  });

  test("silence is a hang", async () => {
    const result = await tryCitizen("serve-hangs", { timeout: 0.6 });
    expect(verdicts(result)).toMatchObject({ ...others, "verifier/magic-wrong": "hang" });
  });

  test("a process that does not mind the end of its input has five seconds", async () => {
    const before = Date.now();
    const result = await tryCitizen("serve-hangs", { only: "plain" });
    expect(verdicts(result)).toEqual({ "verifier/plain": "pass" });
    expect(Date.now() - before).toBeGreaterThan(5000);
    expect(Date.now() - before).toBeLessThan(8000);
  });

  test("one answer and out: every second request meets a dead process", async () => {
    const result = await tryCitizen("serve-once");
    const outcomes = result.report.trials.map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(["accept", "reject", "crash"]));
    const again = await tryCitizen("serve-once");
    expect(jsonOutput(again)).toBe(jsonOutput(result));
  });

  test("a line to no request is held against the next, whenever it comes", async () => {
    const result = await tryCitizen("serve-stray");
    expect(result.report.trials.filter(({ outcome }) => outcome === "garbled").length).toBeGreaterThan(3);
    expect(jsonOutput(await tryCitizen("serve-stray"))).toBe(jsonOutput(result));
  });

  test("an adapter that lies about serving crashes in every trial", async () => {
    const result = await tryCitizen(citizen("liar", "serve"), { roles: ["reader"] });
    const applicable = result.report.trials.filter(({ verdict }) => verdict !== "none");
    expect(new Set(applicable.map(({ outcome }) => outcome))).toEqual(new Set(["crash"]));
    expect(results(result)).toEqual(["v3 reader fails"]);
  });
});

describe("about", () => {
  test.each([
    ["status", "about ended with exit status 7"],
    ["words", "about is invalid: Unexpected token"],
    ["twice", 'about is invalid: the key "name" stands twice'],
    ["protocol", "about is invalid: /protocol must be equal to constant (1)"],
    ["edition", "about is invalid: /editions/0 must be equal to one of the allowed values"],
    ["role", "about is invalid: /roles/0 must be equal to one of the allowed values"],
    ["feature", "about is invalid: /features/0 must match pattern"],
    ["value", "about is invalid: /values/0 must be equal to one of the allowed values"],
    ["option", 'about is invalid: choice note-limit has no option "perhaps"'],
    ["key", 'about is invalid: the document must NOT have additional properties ("certified")'],
    ["silence", "about did not end in 2 s"],
  ])("a lie stops the run: %s", async (lie, message) => {
    const error = await tryCitizen(citizen("liar", lie), { timeout: 0.5 }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AdapterError);
    expect((error as Error).message).toContain(message);
  });

  test.each([
    ["/nowhere/adapter", "cannot be started"],
    ["", "the command is empty"],
    ["'a", "a quote ' is left open"],
    ["/nowhere/adapter.json", "ENOENT"],
    [process.cwd(), "cannot be started"],
  ])("a command that cannot be started: %j", async (command, message) => {
    const error = await tryCitizen([], { adapter: command }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AdapterError);
    expect((error as Error).message).toContain(message);
  });

  test("keys that begin with x- and an unneeded window are fine", async () => {
    await expect(tryCitizen(citizen("liar", "fork"), { only: "red" })).resolves.toBeDefined();
  });
});

describe("what an adapter is told", () => {
  test("role, edition and context; never the case; absolute random names; empty standard input", async () => {
    const dir = temporaryFolder();
    process.env.TINY_SPY = dir;
    process.env.DSI_EDITION = "left over";
    const result = await tryCitizen("spies").finally(() => {
      delete process.env.TINY_SPY;
      delete process.env.DSI_EDITION;
    });
    expect(result.exitCode).toBe(0);
    const seen = readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8"));
    const ids = result.report.trials.map(({ case: id }) => id).filter((id) => id !== "red" && id !== "plain");
    const paths = new Set<string>();
    for (const text of seen) {
      for (const id of ids) expect(text).not.toContain(id);
      const { argv, env, stdin, cwd, beside } = JSON.parse(text);
      expect(stdin).toBe("");
      expect(cwd).toBe(process.cwd());
      expect(env).toMatchObject({ DSI_PROTOCOL: "1", DSI_EDITION: "v3" });
      expect(argv[1]).toMatch(new RegExp(`^${tmpdir()}/dsi-\\w+/[0-9a-f]{24}(/[0-9a-f]{24})?\\.(img|json)$`));
      expect({ read: "reader", check: "verifier", write: "writer" }[argv[0] as string]).toBe(env.DSI_ROLE);
      if (argv[0] === "write") expect(beside).toContain("blobs");
      expect(paths.has(argv[1])).toBe(false);
      paths.add(argv[1]);
    }
    const contexts = new Set(seen.map((text) => JSON.parse(text).env.DSI_CONTEXT));
    expect(contexts).toEqual(
      new Set([
        '{"stream":"plain","channel":"forward"}',
        '{"stream":"remus","channel":"forward","target":{"kind":"pv","vcpus":1}}',
      ]),
    );
    // a twin that is also a case, and a case in two places, are run once
    expect(seen).toHaveLength(
      new Set((await result.claim()).answers.map(({ role, input }) => `${role} ${input}`)).size,
    );
  });

  test("what times out is tried again alone with four times as long", async () => {
    process.env.TINY_SLOW_MS = "2000";
    const result = await tryCitizen("slow-once", { only: "magic-wrong", timeout: 0.9 }).finally(() => {
      delete process.env.TINY_SLOW_MS;
    });
    expect(verdicts(result)).toEqual({ "verifier/magic-wrong": "pass" });
  });

  test("nothing is left behind", async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, "t"));
    const { TMPDIR } = process.env;
    process.env.TMPDIR = join(dir, "t");
    await tryCitizen("careless-writer").finally(() => {
      if (TMPDIR === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = TMPDIR;
    });
    expect(readdirSync(join(dir, "t"))).toEqual([]);
  });

  test.each(["hangs", "serve-hangs"])("when aborted all stops at once: %s", async (name) => {
    const dir = temporaryFolder();
    const { TMPDIR } = process.env;
    process.env.TMPDIR = dir;
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 1500);
    const before = Date.now();
    await expect(
      tryCitizen(name, { signal: controller.signal, timeout: 60 }).finally(() => {
        if (TMPDIR === undefined) delete process.env.TMPDIR;
        else process.env.TMPDIR = TMPDIR;
      }),
    ).rejects.toThrow("enough");
    expect(Date.now() - before).toBeLessThan(4000);
    expect(readdirSync(dir)).toEqual([]);
  });
});

/** State of a process as the system has it, Z for one that only waits to be collected; empty when it is gone. */
function stateOf(pid: string): string {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? (readFileSync(file, "utf8").split(") ")[1] ?? "") : "";
}
