import type { About } from "./about.ts";
import { UsageError } from "./errors.ts";
import { existsIn, imageOf, needsOf, requirementsOf, streamOf } from "./existence.ts";
import {
  type Answered,
  byText,
  type Case,
  contextOf,
  type Edition,
  editsOf,
  expectationFor,
  type Image,
  LEVELS,
  type Level,
  nameFor,
  type Requirement,
  type Role,
  type Suite,
} from "./model.ts";
import { type Input, type Run, runKey } from "./runs.ts";
import type { JsonObject } from "./strict-json.ts";
import { twinOf } from "./twins.ts";

/** What must come with an acceptance: a state that the adapter reports, the written octets, or a state that the judge reads. */
export type Demand =
  | { readonly kind: "state"; readonly value: JsonObject }
  | { readonly kind: "octets"; readonly image: Image }
  | { readonly kind: "judged"; readonly value: JsonObject };

/** One case, put before one role in one edition. */
export interface Trial {
  readonly case: Case;
  readonly role: Role;
  readonly edition: Edition;
  readonly requirements: readonly Requirement[];
  /** The strongest level among the requirements. */
  readonly level: Level;
  /** Whether a certificate hangs on it: a MUST, or a MAY through a choice. */
  readonly gates: boolean;
  /** Whether it counts at all: not provisional, not disputed, and no MAY that is left free. */
  readonly judged: boolean;
  readonly status?: "provisional" | "disputed";
  /** What the adapter does not declare; the trial is applicable iff nothing is missing. */
  readonly missing: readonly string[];
  readonly expected: Answered | "undeclared";
  readonly demand?: Demand;
  /** Name of the input, for people. */
  readonly input: string;
  readonly run: Run;
  readonly twin?: { readonly name: string; readonly run: Run };
}

/** Which trials are asked for. */
export interface Selection {
  readonly editions: readonly Edition[];
  readonly roles: readonly Role[];
  readonly only?: string | undefined;
}

/**
 * The same trials before a judge of what Writers write who declares some editions: those of another that need one are not applicable.
 * Undefined: all.
 */
export function judgedBy(trials: readonly Trial[], editions: readonly Edition[] | undefined): readonly Trial[] {
  if (editions === undefined) return trials;
  return trials.map((trial) =>
    trial.demand?.kind === "judged" && !editions.includes(trial.edition)
      ? { ...trial, missing: [...trial.missing, "a judge"] }
      : trial,
  );
}

/** The trials that exist for what is asked, sorted by case, role and edition. Throws `UsageError` for an unknown case. */
export function trialsOf(suite: Suite, about: About, { editions, roles, only }: Selection): Trial[] {
  if (only !== undefined && !suite.cases.has(only)) throw new UsageError(`case ${only} does not exist in the suite`);
  const cases = [...suite.cases.values()].filter(({ id }) => only === undefined || id === only);
  return cases
    .flatMap((case_) =>
      roles
        .filter((role) => expectationFor(case_, role) !== undefined)
        .flatMap((role) =>
          editions
            .filter((edition) => existsIn(suite, case_, edition))
            .map((edition) => trialOf(suite, about, case_, role, edition)),
        ),
    )
    .sort((a, b) => byText(a.case.id, b.case.id) || byText(a.role, b.role) || byText(a.edition, b.edition));
}

function trialOf(suite: Suite, about: About, case_: Case, role: Role, edition: Edition): Trial {
  const requirements = requirementsOf(suite, case_);
  const level = LEVELS.find((one) => requirements.some((requirement) => requirement.level === one))!;
  const choice = case_.choice;
  const option = choice === undefined || !Object.hasOwn(about.choices, choice) ? undefined : about.choices[choice];
  const expectation = expectationFor(case_, role)!;
  const expected = choice !== undefined && option === undefined ? "undeclared" : expectedOf(expectation, option);
  const status = suite.disputed.has(case_.id)
    ? "disputed"
    : suite.provisional.has(case_.id)
      ? "provisional"
      : undefined;
  const demand = demandOf(suite, case_, role, edition);
  const missing = [
    ...(about.editions.includes(edition) ? [] : [`edition ${edition}`]),
    ...(about.roles.includes(role) ? [] : [`role ${role}`]),
    ...needsOf(suite, case_, edition).filter((feature) => !about.features.includes(feature)),
    ...(expected === undefined ? [`choice ${choice}=${option}`] : []),
  ];
  const input = inputOf(suite, case_, edition);
  const context = contextOf(case_);
  const run = (of: Input): Run => ({ key: runKey(role, edition, context, of), role, edition, context, input: of });
  const twin = twinOf(suite, case_);
  const twinInput = twin?.kind === "case" ? inputOf(suite, twin.case, edition) : twin && { ...input, edits: [] };
  const twinName = twin?.kind === "case" ? `case ${twin.case.id}` : "the unpatched image";
  return {
    case: case_,
    role,
    edition,
    requirements,
    level,
    gates: level === "MUST" || (level === "MAY" && choice !== undefined),
    judged: status === undefined && (level !== "MAY" || choice !== undefined),
    ...(status && { status }),
    missing,
    expected: expected ?? "undeclared",
    ...(demand && { demand }),
    input: input.kind === "image" ? input.image.name : input.stream.name,
    run: run(input),
    ...(twinInput && { twin: { name: twinName, run: run(twinInput) } }),
  };
}

/** The answer expected under an option; undefined where the case asks nothing of those who picked it. */
function expectedOf(expectation: Answered | { readonly [option: string]: Answered }, option: string | undefined) {
  if (typeof expectation === "string") return expectation;
  return option !== undefined && Object.hasOwn(expectation, option) ? expectation[option] : undefined;
}

function demandOf(suite: Suite, case_: Case, role: Role, edition: Edition): Demand | undefined {
  const value = case_.value === undefined ? undefined : suite.values.get(nameFor(case_.value, edition));
  if (role === "reader" && value) return { kind: "state", value };
  if (role !== "writer") return undefined;
  const image = imageOf(suite, case_, edition);
  if (case_.same === "octets" && image) return { kind: "octets", image };
  return case_.same === "state" && value ? { kind: "judged", value } : undefined;
}

function inputOf(suite: Suite, case_: Case, edition: Edition): Input {
  const stream = streamOf(suite, case_, edition);
  if (stream) return { kind: "stream", stream };
  const keepSums = case_.sums === "keep";
  return { kind: "image", image: imageOf(suite, case_, edition)!, edits: editsOf(case_), keepSums };
}
