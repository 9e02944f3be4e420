/** Rows about the harness: a whole suite on the reference, and what it adds to a trial by a program of its own. */

import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { dsi } from "./processes.ts";
import { command, root } from "./root.ts";
import type { Row } from "./rows.ts";

type Claim = { readonly trials: readonly { readonly verdict: string }[] };

/** Runs `dsi certify` and counts its trials. */
function trialsOf(args: readonly string[]): number {
  const options = { encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { stdout, stderr } = spawnSync(process.execPath, [command, "certify", "--json", ...args], options);
  if (stdout === "") throw new Error(`dsi certify: ${stderr}`);
  const { trials } = JSON.parse(stdout) as Claim;
  return trials.filter(({ verdict }) => ["pass", "fail"].includes(verdict)).length;
}

/** The suite of this checkout without its `large` cases, whose images take 128 MiB each: they measure a disk. */
function suiteWithoutLarge({ folder }: Place): string {
  const suite = join(folder, "suite");
  if (existsSync(suite)) return suite;
  cpSync(join(root, "conformance"), suite, { recursive: true });
  const cases = join(suite, "cases");
  for (const name of readdirSync(cases, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".json")) continue;
    const file = JSON.parse(readFileSync(join(cases, name), "utf8")) as { cases: readonly { large?: boolean }[] };
    const small = file.cases.filter(({ large }) => large !== true);
    writeFileSync(join(cases, name), JSON.stringify({ ...file, cases: small }));
  }
  return suite;
}

/** A program that says yes to everything, as an adapter of one call a trial. */
function yesSayer({ folder }: Place): string {
  const path = join(folder, "yes");
  const about = {
    protocol: 1,
    name: "yes",
    version: "1",
    editions: ["v3"],
    roles: ["verifier"],
    features: ["x86-pv", "x86-hvm", "libxl", "synthetic"],
    choices: {},
    values: [],
  };
  writeFileSync(path, `#!/bin/sh\n[ "$1" = about ] && echo '${JSON.stringify(about)}'\nexit 0\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A program that serves and accepts every image unseen: what certifying it takes is the harness's own. */
function yesServer({ folder }: Place): string {
  const path = join(folder, "yes-server.mjs");
  const declared = spawnSync(process.execPath, [command, "adapter", "about"], { encoding: "utf8" });
  const about = { ...JSON.parse(declared.stdout), name: "yes", roles: ["reader", "verifier"], values: [] };
  writeFileSync(
    path,
    `import { createInterface } from "node:readline";
if (process.argv[2] === "about") console.log(${JSON.stringify(JSON.stringify(about))});
else createInterface(process.stdin).on("line", (line) => console.log(JSON.stringify({ seq: JSON.parse(line).seq, outcome: "accept" })));
`,
  );
  return `${process.execPath} ${path}`;
}

/** The rows; the suite is that of this checkout. */
export function conformanceRows(place: Place): Row[] {
  let trials: number | undefined;
  let answered: number | undefined;
  let asked: number | undefined;
  return [
    {
      id: "suite",
      measure: "the suite on the reference without its large cases, a trial",
      peer: "-",
      unit: "ms, or 2 s in all",
      target: { atMost: 1 },
      pair() {
        const args = ["--suite", suiteWithoutLarge(place)];
        trials ??= trialsOf(args);
        const ours = dsi(["certify", ...args]);
        // Two seconds are allowed to a suite of any size.
        return { ours, value: (ours * 1000) / Math.max(trials, 2000) };
      },
    },
    {
      id: "suite-of-yes",
      measure: "the same on a program that serves and says yes, a trial",
      peer: "-",
      unit: "ms",
      pair() {
        const args = ["--suite", suiteWithoutLarge(place), "--adapter", yesServer(place)];
        answered ??= trialsOf(args);
        const ours = dsi(["certify", ...args], 1);
        return { ours, value: (ours * 1000) / answered };
      },
    },
    {
      id: "harness-exec",
      measure: "certify by a program for each trial, a trial",
      peer: "starting the same program",
      unit: "ms more",
      target: { atMost: 5 },
      pair() {
        const program = yesSayer(place);
        const args = ["--adapter", program, "--edition", "v3", "--role", "verifier", "--jobs", "1"];
        const one = ["--only", firstCase()];
        asked ??= trialsOf(args) - trialsOf([...args, ...one]);
        const start = performance.now();
        dsi(["certify", ...args], 1);
        const all = performance.now() - start;
        const alone = dsi(["certify", ...args, ...one], 1) * 1000;
        const before = performance.now();
        const calls = 100;
        for (let call = 0; call < calls; call++) spawnSync(program, ["check", program]);
        const theirs = (performance.now() - before) / calls;
        const ours = (all - alone) / asked;
        return { ours: ours / 1000, theirs: theirs / 1000, value: ours - theirs };
      },
    },
  ];
}

/** The id of a case that a yes-sayer fails. */
function firstCase(): string {
  const { cases } = JSON.parse(readFileSync(join(root, "conformance/cases/02-image-header.json"), "utf8")) as {
    cases: { id: string; verifier?: string }[];
  };
  const found = cases.find(({ verifier }) => verifier === "reject");
  if (found === undefined) throw new Error("no case that a Verifier rejects");
  return found.id;
}
