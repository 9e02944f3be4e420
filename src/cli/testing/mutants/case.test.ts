import { expect, test } from "vitest";
import { octetsOf } from "../../../harness/runs.ts";
import { declaredTrials, projectSuite, type Ready, readyTrials, reference, verdict } from "./bench.ts";
import { implementationOf, isOwn, readMutants } from "./implementation.ts";

// The proof of `npm run case`: DSI_CASE is the case that was written, DSI_CASE_EXTRA lets it stand without exposing a mutant. Without either
// the proof itself is tried on a case that holds.
const { DSI_CASE: id = "mandatory-type-13-rejected", DSI_CASE_EXTRA: extra } = process.env;

test("the case is sound, and exposes a mutant of its requirement", async () => {
  const trials = declaredTrials(await projectSuite()).filter((trial) => trial.case.id === id);
  expect(trials.length, "trials that the reference's declaration makes applicable").toBeGreaterThan(0);
  for (const { twin, ...trial } of trials) {
    if (twin === undefined || twin.run.input.kind !== "image") continue;
    const ready: Ready = { trial: { ...trial, run: twin.run }, octets: await octetsOf(twin.run.input) };
    expect(reference(ready).accepted, `${twin.name}, its twin, is accepted (${trial.role}, ${trial.edition})`).toBe(
      true,
    );
  }
  const ready = await readyTrials(trials);
  for (const one of ready)
    expect(verdict(reference(one), one.trial), `the reference, as ${one.trial.role} of ${one.trial.edition}`).toBe(
      "pass",
    );
  const exposed = readMutants()
    .filter(({ role }) => role !== "writer")
    .filter((mutant) => {
      const own = ready.filter(({ trial }) => isOwn(mutant, trial));
      return own.length > 0 && own.some((one) => verdict(implementationOf(mutant)(one), one.trial) !== "pass");
    });
  if (process.env.DSI_CASE !== undefined)
    console.log(exposed.map((mutant) => `exposes ${mutant.id}: ${mutant.does}`).join("\n") || "exposes no mutant");
  if (extra === undefined) expect(exposed.length, "mutants that it exposes").toBeGreaterThan(0);
});
