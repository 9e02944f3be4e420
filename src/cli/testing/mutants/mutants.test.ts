import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import type { Code } from "../../../../generated/catalogue.ts";
import type { Mutant } from "../../../authoring/mutants.ts";
import { citedBy, type Suite } from "../../../harness/model.ts";
import type { Trial } from "../../../harness/trials.ts";
import { packageRoot } from "../../package-root.ts";
import {
  codesIn,
  declaredTrials,
  type Implementation,
  projectSuite,
  type Ready,
  readyTrials,
  reference,
  verdict,
} from "./bench.ts";
import { BREACH, breaching } from "./breaching.ts";
import { codesOf, sameBreach, without } from "./derived.ts";
import { implementationOf, isOwn, readMutants } from "./implementation.ts";
import { count, isImplied, table } from "./table.ts";
import { unrefusing, type Writer, type WriteTrial, writer, writers, writeTrials, writeVerdict } from "./writers.ts";

const mutants = readMutants();

let suite: Suite;
let trials: Ready[];
/** Trials of large images, made ready only for mutants that nothing smaller exposes. */
let large: readonly Trial[];
let writes: readonly WriteTrial[];
/** The trials that expose each mutant. */
const exposed = new Map<Mutant, readonly Trial[]>();
/** Trials by the codes that are reported in them. */
const byCode = new Map<Code, Ready[]>();

beforeAll(async () => {
  suite = await projectSuite();
  const declared = declaredTrials(suite);
  trials = await readyTrials(declared.filter(({ case: { large } }) => large !== true));
  writes = await writeTrials(declared);
  large = declared.filter(({ case: { large } }) => large === true);
  for (const ready of trials) for (const code of codesIn(ready)) byCode.set(code, [...(byCode.get(code) ?? []), ready]);
}, 300_000);

function isSmall({ trial }: WriteTrial): boolean {
  return trial.case.large !== true;
}

/** The mutant as an implementation, and the trials that it can answer otherwise than the codec. */
function build(mutant: Mutant): { implementation: Implementation; concerned: readonly Ready[] } {
  const editions = suite.requirements.get(mutant.breaks)?.editions;
  const played = trials.filter(({ trial }) => trial.role === mutant.role && editions?.includes(trial.edition));
  const implementation = implementationOf(mutant);
  if (mutant.kind === "replace") return { implementation, concerned: played };
  const fired = new Set(codesOf(mutant.breaks).flatMap((code) => byCode.get(code) ?? []));
  return { implementation, concerned: played.filter((ready) => fired.has(ready)) };
}

/** The Writer that a mutant is to a trial. */
function writerOf(mutant: Mutant, alsoCodes: readonly string[]): (one: WriteTrial) => Writer {
  if (mutant.id.endsWith(BREACH)) return breaching(mutant.breaks, trials);
  const mutated = mutant.kind === "omit" ? unrefusing(mutant.breaks, alsoCodes) : writers[mutant.id];
  if (mutated === undefined) throw new Error(`no substitute for ${mutant.id}`);
  return () => mutated;
}

test("files of mutants are as their schema says, named by their ids, of known requirements", () => {
  const ajv = new Ajv2020({ strict: false });
  for (const name of ["common", "mutant"])
    ajv.addSchema(JSON.parse(readFileSync(join(packageRoot(), `schemas/${name}.schema.json`), "utf8")));
  for (const { file, ...mutant } of mutants) {
    expect(ajv.validate("mutant.schema.json", mutant), `${file}: ${ajv.errorsText()}`).toBe(true);
    expect(file).toBe(`${mutant.id}.json`);
    expect(suite.requirements.has(mutant.breaks), `${mutant.breaks} of ${file}`).toBe(true);
  }
});

test("the codec itself passes every trial", () => {
  const failing = trials
    .filter((ready) => verdict(reference(ready), ready.trial) !== "pass")
    .map(({ trial }) => `${trial.case.id} ${trial.role} ${trial.edition}`);
  expect(failing).toEqual([]);
}, 120_000);

test("the codec's Writer passes every trial", () => {
  const failing = writes
    .filter(isSmall)
    .filter((one) => writeVerdict(writer(), one) !== "pass")
    .map(({ trial }) => trial.case.id);
  expect(failing).toEqual([]);
}, 120_000);

describe("every mutant is exposed", () => {
  test.each(mutants.filter(({ role }) => role !== "writer").map((mutant) => [mutant.id, mutant] as const))(
    "%s",
    async (_, mutant) => {
      const { implementation, concerned } = build(mutant);
      const failing = concerned.filter((ready) => verdict(implementation(ready), ready.trial) !== "pass");
      let own = failing.filter(({ trial }) => isOwn(mutant, trial));
      if (own.length === 0)
        own = (await readyTrials(large.filter((trial) => isOwn(mutant, trial)))).filter(
          (ready) => verdict(implementation(ready), ready.trial) !== "pass",
        );
      const ids = [...new Set(own.map(({ trial }) => trial.case.id))];
      const implied = own.filter(({ trial }) => isImplied(mutant, trial.edition)).map(({ trial }) => trial.case.id);
      expect(implied, "no case exposes what others imply").toEqual([]);
      if (suite.requirements.get(mutant.breaks)?.editions.some((edition) => !isImplied(mutant, edition)))
        expect(ids, "a case of its own requirement, or of one on the same breach, exposes it").not.toEqual([]);
      exposed.set(
        mutant,
        own.map(({ trial }) => trial),
      );
      // A mutant that fails more than a tenth of all trials is a broken reader and proves nothing.
      const all = trials.filter(({ trial }) => trial.role === mutant.role).length;
      expect(failing.length / all).toBeLessThan(0.1);
      if (mutant.kind !== "omit") return;
      // With the check gone nothing else may be wrong: each breaking case has one fault, and what the case says follows of itself.
      for (const ready of concerned) {
        const { breaks, alsoCodes = [], id } = ready.trial.case;
        if (breaks === undefined || !sameBreach(breaks, mutant.breaks) || ready.trial.expected !== "reject") continue;
        const remaining = without([...codesOf(mutant.breaks), ...alsoCodes]);
        expect(remaining(ready).accepted, `${id} (${ready.trial.edition}) has one fault`).toBe(true);
      }
      // Those that are exposed by images of hundreds of MiB alone take their time on a machine that does other things as well.
    },
    300_000,
  );
});

describe("every mutant of the Writer is exposed", () => {
  test.each(mutants.filter(({ role }) => role === "writer").map((one) => [one.id, one] as const))("%s", (_, mutant) => {
    const own = writes.filter(({ trial }) => citedBy(trial.case).some((id) => sameBreach(id, mutant.breaks)));
    const alsoCodes = own.flatMap(({ trial }) => trial.case.alsoCodes ?? []);
    const mutated = writerOf(mutant, alsoCodes);
    const asked = mutant.kind === "omit" ? own : own.filter(isSmall);
    const failing = asked.filter((one) => writeVerdict(mutated(one), one) !== "pass");
    const ids = [...new Set(failing.map(({ trial }) => trial.case.id))];
    expect(ids, "a case of its own requirement exposes it").not.toEqual([]);
    exposed.set(
      mutant,
      failing.map(({ trial }) => trial),
    );
  });
});

test("every MUST is exposed, for each edition and role that it binds", () => {
  const lines = count(mutants, exposed, suite);
  const cases = new Set([...exposed.values()].flat().map((trial) => trial.case.id));
  if (process.env.npm_lifecycle_event === "mutants") console.log(table(lines, mutants, cases.size));
  expect(
    lines.filter(({ open }) => open.length > 0).map(({ edition, role, open }) => ({ edition, role, open })),
  ).toEqual([]);
});
