import { referenceChoices } from "../containers/index.ts";
import { type Edition, ROLES, type Suite } from "../harness/model.ts";
import type { Run } from "../harness/runs.ts";
import { trialsOf } from "../harness/trials.ts";

/** One input before both sides: a case in an edition, or an image as it is stored. */
export interface Question {
  readonly name: string;
  readonly run: Run;
}

/** Everything that can be asked of a suite in an edition: its trials, and each image unpatched as Reader and Verifier. */
export function questionsOf(suite: Suite, edition: Edition): Question[] {
  const about = {
    editions: [edition],
    roles: ROLES,
    features: suite.features,
    choices: referenceChoices,
    values: [],
  } as never;
  const trials = trialsOf(suite, about, { editions: [edition], roles: ROLES });
  const questions = trials.map(({ case: one, run }) => ({ name: one.id, run }));
  const twins = trials.flatMap(({ twin, input, run }) =>
    twin && run.input.kind === "image" && twin.run.input.kind === "image" && twin.run.input.edits.length === 0
      ? [{ name: `image ${input}`, run: twin.run }]
      : [],
  );
  return [...new Map([...questions, ...twins].map((one) => [one.run.key, one])).values()];
}
