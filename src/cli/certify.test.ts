import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mainProgram, packageRoot } from "./package-root.ts";
import { dsi, fileOf, scratch } from "./testing/run.ts";
import { handMadeSuite } from "./testing/suite.ts";

const adapters = join(packageRoot(), "conformance/adapters");
const SHELL = `sh '${join(adapters, "shell/adapter.sh")}'`;
const XEN = join(adapters, "verify-stream-v2.json");

/** A wrong case, which makes every implementation that is right fail. */
const WRONG = {
  id: "wrong",
  shows: ["MINE-1"],
  image: "small@*",
  patch: { at: 1, set: "00" },
  reader: "accept",
  verifier: "accept",
  why: "this case is wrong",
};

test("a suite made elsewhere certifies the reference, with --suite and nothing else", async () => {
  const run = await dsi(["certify", "--suite", handMadeSuite()]);
  expect(run).toMatchObject({ status: 0, stderr: "" });
  for (const certificate of ["v2 reader", "v2 verifier", "v3 reader", "v3 verifier"]) {
    expect(run.stdout).toContain(`${certificate}: conforms\n`);
  }
  expect(run.stdout).not.toContain("writer");
});

test("--out writes claim, certificates, page and JUnit file, and --from judges the claim again", async () => {
  const suite = handMadeSuite([WRONG]);
  const out = join(scratch(), "results");
  const run = await dsi(["certify", "--suite", suite, "--edition", "v3", "--json", "--out", out]);
  expect(run.status).toBe(1);
  expect(readdirSync(out).sort()).toEqual([
    "certificate.v3.reader.json",
    "certificate.v3.verifier.json",
    "claim.json",
    "junit.xml",
    "report.html",
  ]);
  const { certificates, trials } = JSON.parse(run.stdout);
  expect(certificates.map(({ result }: { result: string }) => result)).toEqual(["fails", "fails"]);
  expect(trials).toContainEqual({ case: "wrong", role: "reader", edition: "v3", outcome: "reject", verdict: "fail" });
  expect(trials).toHaveLength(10);
  expect(JSON.parse(readFileSync(join(out, "certificate.v3.reader.json"), "utf8"))).toEqual(certificates[0]);

  const again = await dsi(["certify", "--suite", suite, "--json", "--from", join(out, "claim.json")]);
  expect(again).toEqual(run);
  for (const name of readdirSync(out)) {
    expect(readFileSync(join(out, name), "utf8"), name).not.toContain(packageRoot());
  }
});

test("two runs print the same, octet for octet", async () => {
  const suite = handMadeSuite([WRONG]);
  const [one, two] = [
    await dsi(["certify", "--suite", suite, "--json"]),
    await dsi(["certify", "--suite", suite, "--json"]),
  ];
  expect(one.stdout).toBe(two.stdout);
});

test("certificates come first, then a screen for each failure that says how to run it again", async () => {
  const { stdout, status } = await dsi([
    "certify",
    "--suite",
    handMadeSuite([WRONG]),
    "--edition",
    "v3",
    "--role",
    "reader",
  ]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^v3 reader: fails\n/);
  expect(stdout).toMatch(/\nFAIL {2}wrong {2}v3 reader MUST\n {2}MINE-1 .*\n/);
  expect(stdout).toMatch(/\n {2}want: accept\n {2}got: reject .*\n {2}again dsi certify --suite \S+ --only wrong /);
});

test("what cannot be judged at all ends with 2, one line, and what to do next", async () => {
  const suite = handMadeSuite();
  const requests = [
    ["--suite", "/nowhere"],
    ["--suite", suite, "--adapter", "/nowhere/adapter"],
    ["--suite", suite, "--adapter", "'open quote"],
    ["--suite", suite, "--adapter", fileOf("{}", "declaration.json")],
    ["--suite", suite, "--adapter", "sh -c 'echo nonsense'"],
    ["--suite", suite, "--edition", "v9"],
    ["--suite", suite, "--role", "judge"],
    ["--suite", suite, "--profile", "none"],
    ["--suite", suite, "--only", "none"],
    ["--suite", suite, "--known", "/nowhere"],
    ["--suite", suite, "--from", "/nowhere"],
    ["--suite", suite, "--timeout", "soon"],
    ["--suite", suite, "--jobs", "1.5"],
  ];
  for (const request of requests) {
    const run = await dsi(["certify", ...request]);
    expect(run.status, request.join(" ")).toBe(2);
    expect(run.stdout, request.join(" ")).toBe("");
    expect(run.stderr, request.join(" ")).toMatch(/^\S.*\n((\(|next: ).*\n)?$/);
    expect(run.stderr).not.toMatch(/internal error/);
  }
});

/** Whether a process runs; one that has ended and was not yet waited for does not. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

test("SIGINT ends the adapter and takes every temporary file away", async () => {
  const temporary = scratch();
  const pids = join(scratch(), "pids");
  const adapter = fileOf(
    `#!/bin/sh\ncase $1 in about) sh ${adapters}/shell/adapter.sh about;; *) echo $$ >>${pids}; exec sleep 600;; esac\n`,
    "adapter.sh",
  );
  chmodSync(adapter, 0o755);
  const args = [
    mainProgram(),
    "certify",
    "--suite",
    handMadeSuite(),
    "--adapter",
    adapter,
    "--out",
    join(temporary, "out"),
  ];
  const child = spawn(process.execPath, args, { env: { ...process.env, TMPDIR: temporary }, stdio: "ignore" });
  const started = () => {
    try {
      return readFileSync(pids, "utf8").trim().split("\n").map(Number);
    } catch {
      return [];
    }
  };
  while (started().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([130, null]);
  expect(readdirSync(temporary)).toEqual([]);
  // Whoever inherits an ended process takes its time to notice.
  for (const pid of started()) await expect.poll(() => isRunning(pid), { timeout: 10_000 }).toBe(false);
});

test("the shell adapter conforms to this repository's suite, as the README shows", async () => {
  const run = await dsi(["certify", "--adapter", SHELL, "--profile", "reader-outcome", "--edition", "v3"]);
  const readme = readFileSync(join(packageRoot(), "README.md"), "utf8");
  const [, shown] = /\n\$ npx dsi certify --adapter [^\n]*\n([^`]*)```/.exec(readme)!;
  // How many cases there are is not the README's to say.
  const form = (text: string) => text.replace(/\d+/g, "N");
  expect(form(run.stdout)).toBe(form(shown!));
  expect(run.status).toBe(0);
}, 300_000);

const xenIsHere = spawnSync("verify-stream-v2", ["--help"]).status === 0;
if (process.env.DSI_REQUIRE_TOOLS === "1" && !xenIsHere) {
  throw new Error("DSI_REQUIRE_TOOLS=1, and there is no verify-stream-v2; see conformance/adapters/README.md");
}

test.runIf(xenIsHere)("Xen's own verifier takes part by a declaration, and is judged", async () => {
  const suite = handMadeSuite();
  const run = await dsi(["certify", "--suite", suite, "--adapter", XEN, "--json"]);
  const { certificates, trials } = JSON.parse(run.stdout);
  const verdicts = Object.fromEntries(
    trials
      .filter(({ edition }: { edition: string }) => edition === "v3")
      .map(({ case: id, verdict }: { case: string; verdict: string }) => [id, verdict]),
  );
  // It rejects every optional record, and takes a missing END as an error of its input.
  expect(verdicts).toEqual({ good: "pass", marker: "pass", "no-end": "pass", skipped: "fail" });
  expect(certificates).toHaveLength(2);
  for (const { result, values } of certificates) expect([result, values]).toEqual(["fails", "values not compared"]);
  expect(run.status).toBe(1);
});
