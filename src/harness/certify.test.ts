import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { create } from "xmlbuilder2";
import { type Claim, readClaim } from "./claim.ts";
import { UsageError } from "./errors.ts";
import { junit } from "./junit.ts";
import { jsonOutput, outputFiles } from "./output.ts";
import { departure } from "./schemas.ts";
import { terminalLines } from "./terminal.ts";
import {
  citizen,
  copyOfSuite,
  type Loose,
  results,
  SUITE,
  temporaryFolder,
  tryCitizen,
  verdicts,
} from "./testing/tiny-suite.ts";

describe("what is asked for", () => {
  test.each([
    [{ editions: ["v9"] }, "edition v9 is unknown to the suite"],
    [{ editions: ["draft-b"] }, "edition draft-b is unknown to the suite"],
    [{ roles: ["judge"] }, "role judge is unknown; roles are reader, writer, verifier"],
    [{ profile: "gone" }, "profile gone is unknown to the suite"],
    [{ profile: "reader-core", roles: ["writer"] }, "profile reader-core is for the role reader only"],
    [{ only: "gone" }, "case gone does not exist in the suite"],
    [{ known: "/nowhere/known.json" }, "/nowhere/known.json: ENOENT"],
    [{ from: "/nowhere/claim.json" }, "/nowhere/claim.json: ENOENT"],
    [{ timeout: 0 }, "a timeout of 0 s makes no sense"],
    [{ timeout: Number.NaN }, "a timeout of NaN s makes no sense"],
    [{ jobs: 0 }, "0 jobs make no sense"],
  ])("%j is refused", async (options, message) => {
    const error = await tryCitizen("honest-serve", options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain(message);
  });

  test("without a judge the trials that need one are not applicable", async () => {
    const { certificates, report } = await tryCitizen("honest-serve", { judge: undefined });
    const judged = report.trials.filter(({ missing }) => missing?.includes("a judge"));
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.every(({ verdict }) => verdict === "none")).toBe(true);
    expect(certificates.find(({ role }) => role === "writer")?.notApplicable).toMatchObject({
      "a judge": judged.length,
    });
  });

  test("a certificate is due for each edition and role that has trials, unless both are named", async () => {
    const dir = copyOfSuite((edit) => edit("cases/write.json", (file) => (file.cases = [])));
    const options = { suite: dir, only: "plain", editions: undefined };
    expect(results(await tryCitizen("honest-serve", options))).toHaveLength(4);
    expect(results(await tryCitizen("honest-serve", { ...options, editions: ["v3"] }))).toHaveLength(2);
    const named = await tryCitizen("honest-serve", { ...options, editions: ["v3"], roles: ["writer"] });
    expect(results(named)).toEqual(["v3 writer incomplete"]);
    expect(named.certificates[0]!.why).toEqual(["the suite has no trial for this edition and role"]);
    expect(named.exitCode).toBe(1);
    const none = await tryCitizen("honest-serve", { ...options, roles: ["writer"] });
    expect([none.certificates, none.exitCode]).toEqual([[], 1]);
  });

  test("a single case is run by itself, and the certificate says so", async () => {
    const result = await tryCitizen("honest-serve", { only: "magic-wrong", roles: ["reader"] });
    expect(verdicts(result)).toEqual({ "reader/magic-wrong": "pass" });
    expect(result.certificates[0]).toMatchObject({ result: "conforms", only: "magic-wrong" });
  });

  test("what is not declared is not applicable, counted by what is lacking", async () => {
    const result = await tryCitizen(citizen("liar", "fork"), { editions: ["v2", "v3"], roles: ["reader", "writer"] });
    expect(verdicts(result)).toMatchObject({ "reader/red": "none", "writer/write-plain": "none" });
    const reader = result.certificates.find((one) => one.edition === "v3" && one.role === "reader")!;
    expect(reader.notApplicable).toEqual({ "x-colour": 1 });
    const writer = result.certificates.find((one) => one.edition === "v2" && one.role === "writer")!;
    expect(writer.notApplicable).toEqual({ "edition v2": 3, "role writer": 3 });
    expect(writer.result).toBe("incomplete");
    expect(writer.why).toContain("the adapter does not declare the edition v2");
  });
});

describe("profiles", () => {
  test.each([
    ["honest-serve", "reader-core", "conforms"],
    ["honest-serve", "reader-colour", "conforms"],
    ["honest-serve", "reader-outcome", "conforms"],
    ["accept-all", "reader-outcome", "fails"],
    ["quiet", undefined, "incomplete"],
    ["quiet", "reader-core", "incomplete"],
    ["quiet", "reader-outcome", "conforms"],
    ["colourless", undefined, "conforms"],
    ["colourless", "reader-core", "conforms"],
    ["colourless", "reader-colour", "incomplete"],
  ])("%s, %s: %s", async (name, profile, result) => {
    const given = await tryCitizen(name, { profile, roles: ["reader"] });
    expect(given.certificates.map((one) => [one.result, one.profile])).toEqual([[result, profile ?? null]]);
  });

  test("a profile asks for its role only", async () => {
    expect(results(await tryCitizen("honest-serve", { profile: "reader-core", editions: undefined }))).toEqual([
      "v2 reader conforms",
      "v3 reader conforms",
    ]);
  });
});

describe("levels", () => {
  test("a SHOULD is listed and does not gate; a MAY gates through its choice", async () => {
    const result = await tryCitizen("lenient");
    expect(verdicts(result)).toMatchObject({ "reader/note-empty": "fail", "reader/note-long": "pass" });
    expect(results(result)).toEqual(["v3 reader conforms"]);
    const lying = await tryCitizen(citizen("lenient", "refuse"));
    expect(verdicts(lying)).toMatchObject({ "reader/note-long": "fail" });
    expect(results(lying)).toEqual(["v3 reader fails"]);
    const silent = await tryCitizen(citizen("lenient", "undeclared"));
    expect(verdicts(silent)).toMatchObject({ "reader/note-long": "undeclared-skip" });
  });

  test("provisional and disputed cases are run and reported, never judged", async () => {
    const result = await tryCitizen("throws", { roles: ["reader"] });
    const trial = result.report.trials.find(({ case: id }) => id === "note-nul")!;
    expect(trial).toMatchObject({ verdict: "crash", judged: false, status: "disputed" });
    expect(result.certificates[0]!.counts.SHOULD).toEqual({ crash: 1 });
  });

  test("with one trial void and nothing wrong a certificate is incomplete", async () => {
    const dir = copyOfSuite((edit) =>
      edit("cases/read.json", (file) => {
        file.cases = file.cases.filter(({ id }: Loose) => id === "plain" || id === "magic-wrong");
        file.cases[1].twin = "red";
        file.cases[1].editions = ["v3"];
        file.cases[1].needs = ["x-colour"];
      }),
    );
    const result = await tryCitizen("red-blind", { suite: dir, roles: ["verifier"] });
    expect(verdicts(result)).toMatchObject({ "verifier/magic-wrong": "void", "verifier/red": "undeclared-skip" });
    expect(results(result)).toEqual(["v3 verifier incomplete"]);
  });
});

describe("claims", () => {
  const saved = async (claim: Claim) => {
    const file = join(temporaryFolder(), "claim.json");
    writeFileSync(file, JSON.stringify(claim));
    return file;
  };

  test.each([
    "honest-serve",
    "double",
    "reject-all",
    "careless-writer",
  ])("the verdicts of %s are computed again from its claim", async (name) => {
    const first = await tryCitizen(name);
    const again = await tryCitizen([], {
      adapter: undefined,
      judge: undefined,
      from: await saved(await first.claim()),
    });
    expect(jsonOutput(again)).toBe(jsonOutput(first));
    expect(again.exitCode).toBe(first.exitCode);
  });

  test("after a case turned out wrong the verdict changes, without the adapter", async () => {
    const from = await saved(await (await tryCitizen("double")).claim());
    const suite = copyOfSuite((edit) =>
      edit("suite.json", (document) => {
        document.disputed.push("plain", "record-optional");
      }),
    );
    const again = await tryCitizen([], { adapter: undefined, suite, from });
    expect(results(again)).toContain("v3 reader conforms");
  });

  test("an answer to other octets does not count, nor one that is not there", async () => {
    const claim = await (await tryCitizen("honest-serve", { roles: ["verifier"] })).claim();
    const from = await saved({ ...claim, answers: claim.answers.filter((one) => one.case !== "plain") });
    const suite = copyOfSuite((edit) =>
      edit("cases/read.json", (file) => {
        file.cases.find(({ id }: Loose) => id === "magic-wrong").patch.set = "59";
      }),
    );
    const again = await tryCitizen([], { adapter: undefined, suite, from });
    expect(verdicts(again)).toMatchObject({
      "verifier/plain": "undeclared-skip",
      "verifier/magic-wrong": "undeclared-skip",
      "verifier/checksum-wrong": "pass",
    });
    expect(results(again)).toEqual(["v3 verifier incomplete"]);
  });

  test("a state too long to keep is compared by digests, live and from the claim", async () => {
    const first = await tryCitizen(citizen("verbose"));
    const answer = (await first.claim()).answers.find(({ case: id }) => id === "plain")!;
    expect(answer.value).toBeUndefined();
    expect(Object.keys(answer.digests!)).toContain("cpuid");
    expect(results(first)).toEqual(["v3 reader conforms"]);
    expect(JSON.stringify(await first.claim()).length).toBeLessThan(100_000);
    const again = await tryCitizen([], { adapter: undefined, from: await saved(await first.claim()) });
    expect(jsonOutput(again)).toBe(jsonOutput(first));
  });

  test("a claim that is none is refused", async () => {
    const file = join(temporaryFolder(), "claim.json");
    writeFileSync(file, '{"claim":2}');
    await expect(readClaim(file)).rejects.toThrow(UsageError);
  });
});

describe("known failures", () => {
  const known = (...entries: object[]) => {
    const file = join(temporaryFolder(), "known.json");
    writeFileSync(file, JSON.stringify(entries));
    return file;
  };
  const all = ["plain", "record-optional"].map((id) => ({
    id,
    outcome: "wrong-value",
    reason: "doubles",
    issue: "#1",
  }));

  test("that recur are known; nothing is unexpected, and the certificate says what it says", async () => {
    const result = await tryCitizen("double", { known: known(...all) });
    expect(verdicts(result)).toMatchObject({ "reader/plain": "known", "verifier/plain": "fixed" });
    expect(results(result)).toEqual(["v3 reader fails", "v3 verifier conforms"]);
    expect(result.exitCode).toBe(0);
    expect(result.report.trials.find(({ verdict }) => verdict === "known")).toMatchObject({
      verdictWithoutKnown: "wrong-value",
      knownReason: "doubles",
      knownIssue: "#1",
    });
  });

  test("that are not listed are unexpected", async () => {
    const result = await tryCitizen("double", { known: known(all[0]!) });
    expect(result.report.known).toEqual({
      used: true,
      stale: [],
      unexpected: ["record-optional (v3 reader): wrong-value"],
    });
    expect(result.exitCode).toBe(1);
  });

  test("that are gone, or never were, are stale", async () => {
    const fixed = await tryCitizen("honest-serve", { known: known(all[0]!, { ...all[0], id: "retired" }) });
    expect(verdicts(fixed)).toMatchObject({ "reader/plain": "fixed" });
    expect(fixed.report.known.stale).toEqual(["plain", "retired"]);
    expect(fixed.exitCode).toBe(1);
  });

  test("a list that is none is refused", async () => {
    await expect(tryCitizen("honest-serve", { known: known({ id: "plain" }) })).rejects.toThrow(
      "/0 must have required property",
    );
  });
});

describe("what comes out", () => {
  test("conforms to its schemas, for good and bad", async () => {
    for (const name of ["honest-serve", "double", "chatty", "careless-writer"]) {
      const result = await tryCitizen(name);
      const documents = JSON.parse(JSON.stringify(result)) as Loose;
      expect(departure("report", documents.report)).toBeUndefined();
      expect(departure("claim", JSON.parse(JSON.stringify(await result.claim())))).toBeUndefined();
      for (const certificate of documents.certificates) expect(departure("certificate", certificate)).toBeUndefined();
    }
  });

  test("JSON is sorted, free of durations and equal from run to run", async () => {
    const first = await tryCitizen("double", { editions: undefined });
    const again = await tryCitizen("double", { editions: undefined, jobs: 1 });
    expect(jsonOutput(again)).toBe(jsonOutput(first));
    const { certificates, trials } = JSON.parse(jsonOutput(first));
    expect(certificates.map(({ edition, role }: Loose) => `${edition} ${role}`)).toEqual([
      "v2 reader",
      "v2 verifier",
      "v3 reader",
      "v3 verifier",
    ]);
    expect(Object.keys(trials[0])).toEqual(["case", "role", "edition", "outcome", "verdict"]);
    const order = trials.map(({ case: id, role, edition }: Loose) => `${id}\0${role}\0${edition}`);
    expect(order).toEqual([...order].sort());
  });

  test("files for a folder", async () => {
    const result = await tryCitizen("honest-serve");
    const files = await outputFiles(result);
    expect([...files.keys()]).toEqual([
      "claim.json",
      "certificate.v3.reader.json",
      "certificate.v3.writer.json",
      "certificate.v3.verifier.json",
      "junit.xml",
    ]);
    expect(JSON.parse(files.get("claim.json")!)).toEqual(JSON.parse(JSON.stringify(await result.claim())));
  });

  test("JUnit counts what it holds and survives what adapters print", async () => {
    const { report } = await tryCitizen("throws", { roles: ["verifier"] });
    const trials = report.trials.map((trial) => ({ ...trial, detail: "\u0000<&\ud800]]>" }));
    const text = junit({ ...report, trials });
    const parsed = create(text).end({ format: "object" }) as Loose;
    const suite = parsed.testsuites.testsuite;
    expect(suite["@name"]).toBe("v3.verifier");
    expect([suite["@tests"], suite["@failures"], suite["@errors"], suite["@skipped"]]).toEqual(["9", "0", "6", "0"]);
    expect(suite.testcase).toHaveLength(9);
    expect(text).not.toMatch(/time=/);
  });

  test("a failure is one screen: requirement, octets with what was patched, want, got, how to run it again", async () => {
    const { report } = await tryCitizen("truncated-ends", {
      editions: ["v3"],
      roles: ["verifier"],
      rerun: ["dsi", "certify"],
    });
    const lines = terminalLines(report);
    expect(lines.slice(0, 12)).toEqual([
      "FAIL  end-missing  v3 verifier MUST",
      "  TNY-7 A Reader MUST reject an image that ends before its END record does.",
      "  why   a reader that takes the end of input for the end",
      "  image plain.v3, patched",
      "    00000000   54  4e  59  03  01  05  68  65  6c  6c  6f  02  08  01  00  00",
      "    00000010   00  00  00  00  80",
      "    6 octets taken away at 21 of 21",
      "  want: reject",
      "  got: accept (accepted what must be rejected)",
      "  again dsi certify --only end-missing --edition v3 --role verifier",
      "",
      "v3 verifier: fails",
    ]);
    expect(lines.at(-1)).toBe("  - 1 trial is fail");
  });

  test("the window marks what a patch wrote", async () => {
    const { report } = await tryCitizen("honest-serve", { roles: ["reader"], only: "note-long" });
    expect(report.trials[0]!.window!.rows[0]).toEqual({
      at: 0,
      octets: "54 4e 59 03 01 c8 61 61 61 61 61 61 61 61 61 61",
      marked: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    });
  });

  test("what a Writer wrote is shown beside what was wanted", async () => {
    const { report } = await tryCitizen("bad-writer");
    const trial = report.trials.find(({ case: id }) => id === "write-plain")!;
    expect(trial).toMatchObject({ verdict: "wrong-value", window: { of: "out" }, wantedWindow: { of: "wanted" } });
    expect(trial.window!.rows.flatMap(({ at, marked }) => marked.map((column) => at + column))).toEqual([6]);
    const state = report.trials.find(({ case: id }) => id === "write-plain-state")!;
    expect(state).toMatchObject({
      verdict: "wrong-value",
      difference: { path: "/domain/note", want: "hello", got: "Hello" },
    });
  });

  test("the judge must be able to judge", async () => {
    await expect(tryCitizen("honest-serve", { judge: citizen("accept-all") })).rejects.toThrow("cannot judge");
    await expect(tryCitizen("honest-serve", { judge: "/nowhere/judge" })).rejects.toThrow(
      "/nowhere/judge: cannot be started",
    );
  });

  test("progress counts up to all runs", async () => {
    const seen: [number, number][] = [];
    await tryCitizen("honest-serve", {
      editions: ["v3"],
      roles: ["writer"],
      progress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });
});

test("the harness names no record, field or magic of the format", () => {
  const sources = ["suite.ts", "run.ts", "trials.ts", "evidence.ts", "report.ts"].map((name) =>
    readFileSync(new URL(name, import.meta.url), "utf8"),
  );
  for (const source of sources) expect(source).not.toMatch(/PAGE_DATA|XENF|libxc|checkpoint/i);
  expect(SUITE).toContain("testing");
});
