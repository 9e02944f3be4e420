import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import { CaseError, caseOf, type Edit, insertCase, type Wishes, wishesOf } from "./case-wishes.ts";
import { readLedger } from "./ledger/ledger.ts";
import { readSuiteSources } from "./lint/suite.ts";

const USAGE = `npm run case -- REQ-ID --id ID --image NAME --at POS --set|--insert HEX | --delete N | --truncate --why TEXT

Writes a case for a requirement into the file of its chapter, if it exposes one of the requirement's mutants. Another --at begins
another edit. What is missing is asked for. Further: --twin ID, --value NAME, --needs FEATURE, --editions EDITION, --also CODE (each of
them also several times), --extra to keep a case that exposes nothing.`;

/** Asks on the terminal for what no option said. */
async function complete(wishes: Wishes): Promise<Wishes> {
  const missing = (["id", "image", "why"] as const).filter((key) => wishes[key] === undefined);
  if (missing.length === 0 && wishes.edits.length > 0) return wishes;
  if (process.stdin.isTTY !== true) {
    const names = [...missing, ...(wishes.edits.length === 0 ? ["at"] : [])].map((name) => `--${name}`);
    throw new CaseError(`${names.join(", ")} missing\n\n${USAGE}`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answers: Record<string, string> = {};
  for (const key of missing) answers[key] = await terminal.question(`${key}: `);
  const edits: Edit[] = [...wishes.edits];
  if (edits.length === 0) {
    const at = await terminal.question("at (label, offset or $; nothing for the image as it is): ");
    if (at !== "") edits.push({ at, insert: await terminal.question("insert (hex): ") });
  }
  terminal.close();
  return { ...wishes, ...answers, edits };
}

/** Runs the proof (src/cli/testing/mutants/case.test.ts) in a process of its own; whether it held. */
function proves(root: string, id: string, extra: boolean): boolean {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "src/cli/testing/mutants/case.test.ts", "--disable-console-intercept"];
  const env = { ...process.env, DSI_CASE: id, ...(extra ? { DSI_CASE_EXTRA: "1" } : {}) };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: "inherit" }).status === 0;
}

async function main(root: string, args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.includes("--help")) {
    console.log(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  const wishes = await complete(wishesOf(args));
  const sources = readSuiteSources(root);
  const retired = JSON.parse(readFileSync(join(root, "conformance/retired.json"), "utf8"));
  const { chapter, one } = caseOf(wishes, readLedger(root), sources, Object.keys(retired.cases ?? {}));
  const file = join(root, `conformance/cases/${chapter}.json`);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, insertCase(before, one));
  if (proves(root, one.id, wishes.extra)) {
    console.log(`${one.id} stands in conformance/cases/${chapter}.json`);
    return 0;
  }
  writeFileSync(file, before);
  console.error(`${one.id} was not kept`);
  return 1;
}

try {
  process.exitCode = await main(process.cwd(), process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CaseError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
