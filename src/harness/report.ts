import type { About } from "./about.ts";
import type { Certificate } from "./certificate.ts";
import { joinCommand } from "./command.ts";
import type { Edit } from "./edits.ts";
import type { Evaluated } from "./evaluate.ts";
import type { Compared } from "./evidence.ts";
import { explain } from "./explain.ts";
import { firstDifferentOctet, type HexWindow, patchWindow, windowAt } from "./hex-window.ts";
import { type Difference, firstDifference } from "./json-compare.ts";
import {
  type Context,
  contextOf,
  type Edition,
  editsOf,
  type Level,
  PROTOCOL,
  type Role,
  type Suite,
} from "./model.ts";
import { differingKeys } from "./observed-state.ts";
import type { Outcome } from "./outcome.ts";
import { applyPatch, planPatch } from "./patch.ts";
import type { Reasons } from "./reasons.ts";
import { isObject, type Json, own } from "./strict-json.ts";
import type { Verdict } from "./verdict.ts";

export type { Certificate };

/** A trial as a report shows it; `schemas/report.schema.json` describes each key. Durations are not stored. */
export interface ReportedTrial {
  readonly case: string;
  readonly role: Role;
  readonly edition: Edition;
  readonly kind: "read" | "write";
  readonly level: Level;
  readonly gates: boolean;
  readonly judged: boolean;
  readonly status?: "provisional" | "disputed";
  readonly large?: boolean;
  readonly requirements: readonly { id: string; text: string; level: Level; breaks: boolean }[];
  readonly why: string;
  readonly input: string;
  readonly patch?: readonly Edit[];
  readonly context?: Context;
  readonly choice?: { readonly name: string; readonly option?: string };
  readonly missing?: readonly string[];
  readonly twin?: { readonly name: string; readonly outcome: Outcome; readonly detail?: string };
  readonly expected: "accept" | "reject" | "undeclared";
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  readonly verdictWithoutKnown: Verdict;
  readonly knownReason?: string;
  readonly knownIssue?: string;
  readonly detail?: string;
  readonly difference?: Difference;
  readonly reasons?: Reasons;
  readonly window?: HexWindow;
  readonly wantedWindow?: HexWindow;
  readonly stderr?: string;
  readonly rerun: string;
}

/** Everything a report shows; terminal text, page and JUnit file are made from it. */
export interface Report {
  readonly report: 1;
  readonly protocol: 1;
  readonly suite: Pick<Suite, "name" | "version" | "digest">;
  readonly about: About;
  readonly judge?: Pick<About, "name" | "version">;
  readonly certificates: readonly Certificate[];
  /** With a list of known failures: entries that name nothing that still fails, and trials that fail unlisted. */
  readonly known: { readonly used: boolean; readonly stale: readonly string[]; readonly unexpected: readonly string[] };
  readonly trials: readonly ReportedTrial[];
}

/** What a report is made of. */
export interface ReportSource {
  readonly suite: Suite;
  readonly about: About;
  readonly judge?: Pick<About, "name" | "version" | "values"> | undefined;
  readonly compared: Compared;
  readonly certificates: readonly Certificate[];
  readonly known: Report["known"];
  readonly evaluated: readonly Evaluated[];
  /** Words of the command that a trial is run again with; the case, edition and role are added. */
  readonly rerun: readonly string[];
  readonly windows: Windows;
}

/** Which trials get a window: a page shows it of all, a terminal of those that failed, and who only counts verdicts of none. */
export type Windows = "all" | "failed" | "none";

/** Images up to this size have a window in every trial, larger ones only where the trial did not pass. */
const SMALL = 2 ** 20;

/** Makes the report. */
export async function makeReport(source: ReportSource): Promise<Report> {
  const { suite, about, judge, certificates, known, evaluated } = source;
  const trials: ReportedTrial[] = [];
  for (const one of evaluated) trials.push(await reportTrial(one, source));
  return {
    report: 1,
    protocol: PROTOCOL,
    suite: { name: suite.name, version: suite.version, digest: suite.digest },
    about,
    ...(judge && { judge: { name: judge.name, version: judge.version } }),
    certificates,
    known,
    trials,
  };
}

async function reportTrial(one: Evaluated, source: ReportSource): Promise<ReportedTrial> {
  const { trial, evidence, bare, verdict, known, reasons } = one;
  const { case: case_, role, edition, missing, status, twin } = trial;
  const edits = editsOf(case_);
  const option = case_.choice === undefined ? undefined : source.about.choices[case_.choice];
  const detail = explain(one);
  const difference = bare === "wrong-value" ? differenceOf(one, source.compared) : undefined;
  const selection = ["--only", case_.id, "--edition", edition, "--role", role];
  return {
    case: case_.id,
    role,
    edition,
    kind: role === "writer" ? "write" : "read",
    level: trial.level,
    gates: trial.gates,
    judged: trial.judged,
    ...(status && { status }),
    ...(case_.large && { large: true }),
    requirements: trial.requirements.map(({ id, text, level }) => ({ id, text, level, breaks: case_.breaks === id })),
    why: case_.why,
    input: trial.input,
    ...(edits.length > 0 && { patch: edits }),
    ...(case_.context && { context: contextOf(case_) }),
    ...(case_.choice !== undefined && { choice: { name: case_.choice, ...(option !== undefined && { option }) } }),
    ...(missing.length > 0 && { missing }),
    ...(twin && { twin: { name: twin.name, ...twinOutcome(evidence) } }),
    expected: trial.expected,
    outcome: evidence.outcome,
    verdict,
    verdictWithoutKnown: bare,
    ...(known && { knownReason: known.reason, ...(known.issue !== undefined && { knownIssue: known.issue }) }),
    ...(detail !== undefined && { detail }),
    ...(difference && { difference }),
    ...(reasons && { reasons }),
    ...(source.windows === "all" || (source.windows === "failed" && bare !== "pass") ? await windows(one) : {}),
    ...(bare !== "pass" && evidence.stderr !== undefined && { stderr: evidence.stderr }),
    rerun: joinCommand([...source.rerun, ...selection]),
  };
}

function twinOutcome({ twin }: Evaluated["evidence"]): Pick<NonNullable<ReportedTrial["twin"]>, "outcome" | "detail"> {
  return { outcome: twin?.outcome ?? "none", ...(twin?.detail !== undefined && { detail: twin.detail }) };
}

/** Where the state that came first differs from the one demanded. */
function differenceOf({ trial: { demand }, evidence }: Evaluated, compared: Compared): Difference | undefined {
  if (demand?.kind !== "state" && demand?.kind !== "judged") return undefined;
  const seen = demand.kind === "state" ? evidence : evidence.judge;
  if (!seen || (demand.kind === "judged" && evidence.judge?.read !== "accept")) return undefined;
  const names = demand.kind === "state" ? compared.values : compared.judge;
  const [key] = differingKeys(demand.value, seen, names);
  if (key === undefined) return undefined;
  const want = own(demand.value, key);
  if (seen.digests) return { path: `/${key}`, ...(want !== undefined && { want: clip(want) }) };
  const got = isObject(seen.value) ? own(seen.value, key) : undefined;
  const found = firstDifference(want, got, `/${key}`);
  return (
    found && {
      path: found.path,
      ...(found.want !== undefined && { want: clip(found.want) }),
      ...(found.got !== undefined && { got: clip(found.got) }),
    }
  );
}

function clip(value: Json): Json {
  const text = JSON.stringify(value);
  return text.length <= 400 ? value : `${text.slice(0, 397)}...`;
}

async function windows({ trial, evidence, bare }: Evaluated): Promise<Pick<ReportedTrial, "window" | "wantedWindow">> {
  const { input } = trial.run;
  const { demand } = trial;
  if (input.kind === "image") {
    if (input.edits.length === 0 || bare === "none") return {};
    const plan = planPatch(input.image, input.edits, input.keepSums);
    if (bare === "pass" && plan.layout.size > SMALL) return {};
    return { window: patchWindow(plan.layout, applyPatch(plan, await input.image.octets())) };
  }
  const out = evidence.out?.octets;
  if (bare !== "wrong-value" || demand?.kind !== "octets" || !out) return {};
  const wanted = await demand.image.octets();
  const at = firstDifferentOctet(wanted, out);
  return at === undefined ? {} : { window: windowAt("out", out, at), wantedWindow: windowAt("wanted", wanted, at) };
}
