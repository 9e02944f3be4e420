import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Certificate, type Claim, certificatesOf, loadSuite, readClaim, type Suite } from "../../harness/index.ts";
import { CommandError, NO, YES } from "../ending.ts";
import { colours, print } from "../terminal.ts";
import { claimChecks, heldIn, signatureCheck, suiteFolder } from "./verify.ts";

/** What is found of one claim of a repository. */
type Found = {
  readonly name: string;
  readonly adapter?: string;
  readonly version?: string;
  /** `v3 reader: conforms`, as computed here. */
  readonly certificates: readonly string[];
  /** Answers for cases that the suite does not have, and cases that the claim was not asked. */
  readonly unknown: number;
  readonly isCurrent: boolean;
  readonly problems: readonly string[];
};

const CLAIM = /^([A-Za-z0-9_.-]+?)\.claim\.json(\.gz)?$/;

/**
 * `dsi claims check DIR`: every `NAME.claim.json[.gz]` is read, held to its schema and judged by the suite; every `NAME.*.dsse.json` beside
 * it is held to `NAME.pub.pem` and to the claim. 0 where nothing is wrong; a claim that is older than the suite is told, and is not wrong.
 */
export async function checkClaims(
  folder: string,
  { suite: dir, json }: { suite?: string; json?: boolean },
): Promise<number> {
  const files = readdirSync(folder).sort();
  const claims = files.filter((file) => CLAIM.test(file));
  if (claims.length === 0)
    throw new CommandError(`${folder}: has no claim: they are named NAME.claim.json or NAME.claim.json.gz`, NO);
  const suite = await loadSuite(dir ?? suiteFolder());
  const found: Found[] = [];
  for (const file of claims) found.push(await check(folder, file, files, suite));
  const names = new Set(found.map(({ name }) => name));
  const stray = files.filter((file) => /\.(dsse\.json|pub\.pem)$/.test(file) && !names.has(ownerOf(file, names)));
  const isRight = stray.length === 0 && found.every(({ problems }) => problems.length === 0);
  if (json) await print(`${JSON.stringify({ right: isRight, claims: found, stray })}\n`);
  else {
    const { green, red, yellow } = await colours();
    for (const { name, adapter, version, certificates, isCurrent, unknown, problems } of found) {
      const state = problems.length > 0 ? red("wrong") : isCurrent ? green("right") : yellow("older than the suite");
      await print(`${name}: ${state}${adapter === undefined ? "" : `: ${adapter} ${version}`}\n`);
      for (const line of [...certificates, ...problems.map(red)]) await print(`  ${line}\n`);
      if (unknown > 0) await print(`  answers ${unknown} cases that the suite does not have\n`);
    }
    for (const file of stray) await print(`${file}: ${red("belongs to no claim")}\n`);
  }
  return isRight ? YES : NO;
}

/** The name of the claim that a file beside it belongs to: the longest that it begins with. */
function ownerOf(file: string, names: ReadonlySet<string>): string {
  return [...names].filter((name) => file.startsWith(`${name}.`)).sort((a, b) => b.length - a.length)[0] ?? "";
}

async function check(folder: string, file: string, files: readonly string[], suite: Suite): Promise<Found> {
  const [, name = ""] = CLAIM.exec(file) ?? [];
  const path = join(folder, file);
  const none = { name, certificates: [], unknown: 0, isCurrent: true };
  let claim: Claim;
  let certificates: readonly Certificate[];
  try {
    claim = await readClaim(path);
    if (claim.asked.shard !== undefined)
      return { ...none, problems: [`is shard ${claim.asked.shard} of a claim; --merge makes a whole one`] };
    certificates = await certificatesOf(suite, path);
  } catch (error) {
    return { ...none, problems: [(error as Error).message] };
  }
  const known = files.includes(`${name}.pub.pem`) ? join(folder, `${name}.pub.pem`) : undefined;
  const envelopes = files.filter((one) => one.startsWith(`${name}.`) && one.endsWith(".dsse.json"));
  const problems: string[] = claim.suite.name === suite.name ? [] : [`is of the suite ${claim.suite.name}`];
  const isCurrent = claim.suite.digest === suite.digest;
  for (const envelope of envelopes) {
    try {
      const held = await heldIn(join(folder, envelope));
      if (held.envelope === undefined) problems.push(`${envelope}: is not signed`);
      else if (known === undefined) problems.push(`${envelope}: there is no ${name}.pub.pem to hold it to`);
      const checks = [
        ...(held.envelope && known !== undefined ? [await signatureCheck(held.envelope, known)] : []),
        // What was signed of an older suite cannot be computed with this one.
        ...(isCurrent ? await claimChecks(held, path, suite) : []),
      ];
      for (const { what, ok, said } of checks) if (ok === false) problems.push(`${envelope}: ${what} wrong, ${said}`);
    } catch (error) {
      problems.push(`${envelope}: ${(error as Error).message}`);
    }
  }
  return {
    name,
    adapter: claim.about.name,
    version: claim.about.version,
    certificates: certificates.map(({ edition, role, result }) => `${edition} ${role}: ${result}`),
    unknown: new Set(claim.answers.filter((answer) => !suite.cases.has(answer.case)).map((answer) => answer.case)).size,
    isCurrent,
    problems,
  };
}
