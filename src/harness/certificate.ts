import type { About } from "./about.ts";
import type { Evaluated } from "./evaluate.ts";
import { existsIn } from "./existence.ts";
import {
  citedBy,
  type Edition,
  expectationFor,
  type Level,
  PROTOCOL,
  type Profile,
  type Role,
  type Suite,
  untestable,
} from "./model.ts";
import type { Verdict } from "./verdict.ts";

export type CertificateResult = "conforms" | "incomplete" | "fails";

/** How many trials of a level came to which verdict; verdicts that none came to are left out. */
export type Counts = Partial<Record<Verdict, number>>;

/** The verdict on one adapter for one edition and role; `schemas/certificate.schema.json` describes each key. */
export interface Certificate {
  readonly certificate: 1;
  readonly protocol: 1;
  readonly edition: Edition;
  readonly role: Role;
  readonly profile: string | null;
  readonly result: CertificateResult;
  readonly why: readonly string[];
  readonly only?: string;
  readonly adapter: Pick<About, "name" | "version" | "url" | "features" | "choices" | "values" | "limits">;
  readonly suite: Pick<Suite, "name" | "version" | "digest">;
  readonly values: "compared" | "values not compared";
  readonly counts: Readonly<Record<Level, Counts>>;
  readonly notJudged: { readonly provisional: number; readonly disputed: number; readonly free: number };
  readonly notApplicable: Readonly<Record<string, number>>;
  readonly missing: { readonly features: readonly string[]; readonly values: readonly string[] };
  readonly requirements: {
    readonly must: number;
    readonly withCase: number;
    readonly untestable: readonly { readonly id: string; readonly why: string }[];
  };
  readonly reasons: { readonly codes: Score; readonly at: Score };
  readonly earns: readonly string[];
}

/** Of so many rightly rejected trials that say why (or where), so many were rejected for that reason (or there). */
export interface Score {
  readonly asked: number;
  readonly right: number;
}

/** What a certificate is for. */
export interface Subject {
  readonly suite: Suite;
  readonly about: About;
  readonly edition: Edition;
  readonly role: Role;
  /** The profile asked for, by its name in the suite. */
  readonly profile?: string | undefined;
  readonly only?: string | undefined;
}

const WRONG: readonly Verdict[] = ["fail", "wrong-value", "crash", "hang"];

/** Issues the certificate for the trials of its edition and role. Known failures do not soften it. */
export function certificateFor(subject: Subject, all: readonly Evaluated[]): Certificate {
  const { suite, about, edition, role, only } = subject;
  const trials = all.filter(({ trial }) => trial.edition === edition && trial.role === role);
  const applicable = trials.filter(({ bare }) => bare !== "none");
  const judged = applicable.filter(({ trial }) => trial.judged);
  const profile = subject.profile === undefined ? undefined : suite.profiles.get(subject.profile);
  const missing = missingFor(about, profile);
  const why = whyNot(subject, judged, trials.length, missing);
  const result =
    why.length === 0 ? "conforms" : judged.some(({ bare }) => WRONG.includes(bare)) ? "fails" : "incomplete";
  const { name, version, url, features, choices, values, limits } = about;
  const countOf = (level: Level) => tally(judged.filter(({ trial }) => trial.level === level).map(({ bare }) => bare));
  const status = (wanted: string) => applicable.filter(({ trial }) => trial.status === wanted).length;
  return {
    certificate: 1,
    protocol: PROTOCOL,
    edition,
    role,
    profile: subject.profile ?? null,
    result,
    why,
    ...(only !== undefined && { only }),
    adapter: { name, version, ...(url !== undefined && { url }), features, choices, values, ...(limits && { limits }) },
    suite: { name: suite.name, version: suite.version, digest: suite.digest },
    values: values.length > 0 ? "compared" : "values not compared",
    counts: { MUST: countOf("MUST"), SHOULD: countOf("SHOULD"), MAY: countOf("MAY") },
    notJudged: {
      provisional: status("provisional"),
      disputed: status("disputed"),
      free: applicable.filter(({ trial }) => trial.status === undefined && !trial.judged).length,
    },
    notApplicable: tally(trials.flatMap(({ trial }) => trial.missing)),
    missing,
    requirements: coverage(subject),
    reasons: { codes: score(judged, "codes"), at: score(judged, "at") },
    earns: [...suite.profiles]
      .filter(([id, { role: of }]) => of === role && covers(about, id, suite.profiles.get(id)!))
      .map(([id]) => id)
      .sort(),
  };
}

/** Why a certificate cannot say `conforms`; nothing iff it can. */
function whyNot(
  subject: Subject,
  judged: readonly Evaluated[],
  exist: number,
  missing: Certificate["missing"],
): string[] {
  const { about, edition, role, profile } = subject;
  const why: string[] = [];
  if (!about.editions.includes(edition)) why.push(`the adapter does not declare the edition ${edition}`);
  if (!about.roles.includes(role)) why.push(`the adapter does not declare the role ${role}`);
  if (!judged.some(({ trial }) => trial.level === "MUST")) {
    why.push(exist === 0 ? "the suite has no trial for this edition and role" : "no MUST trial was judged");
  }
  const open = judged.filter(({ trial, bare }) => trial.gates && bare !== "pass").map(({ bare }) => bare);
  for (const [verdict, count] of Object.entries(tally(open))) {
    why.push(`${count} ${count === 1 ? "trial is" : "trials are"} ${verdict}`);
  }
  for (const feature of missing.features) why.push(`the profile ${profile} asks for the feature ${feature}`);
  for (const value of missing.values) why.push(`the profile ${profile} asks for the value ${value}`);
  if (about.values.length === 0 && !isOutcomeOnly(profile)) {
    why.push("values not compared: the adapter reports none, so it can earn only a profile ending in -outcome");
  }
  return why;
}

function isOutcomeOnly(profile: string | undefined): boolean {
  return profile?.endsWith("-outcome") ?? false;
}

function covers(about: About, name: string, profile: Profile): boolean {
  const { features, values } = missingFor(about, profile);
  return features.length === 0 && values.length === 0 && (about.values.length > 0 || isOutcomeOnly(name));
}

function missingFor(about: About, profile: Profile | undefined): Certificate["missing"] {
  return {
    features: (profile?.features ?? []).filter((feature) => !about.features.includes(feature)),
    values: (profile?.values ?? []).filter((value) => !about.values.includes(value)),
  };
}

/** How many MUSTs bind the role in the edition, how many of them some case breaks, and which no octets can decide. */
function coverage({ suite, edition, role }: Subject): Certificate["requirements"] {
  const binding = [...suite.requirements.values()].filter(
    ({ level, roles, editions }) => level === "MUST" && roles.includes(role) && editions.includes(edition),
  );
  // What has to be rejected is decided by a case that breaks it, what has to be accepted by one that shows it. A breach has one code, whoever's
  // requirement a case names: what an image owes, or what a Reader does when it is not there.
  const decided = new Set<string>();
  const codes = new Set<string>();
  for (const case_ of suite.cases.values()) {
    if (expectationFor(case_, role) === undefined || !existsIn(suite, case_, edition)) continue;
    for (const id of citedBy(case_)) {
      decided.add(id);
      const code = suite.requirements.get(id)?.code;
      if (code !== undefined) codes.add(code);
    }
  }
  const untested = binding.flatMap((requirement) => {
    const why = untestable(requirement, role);
    return why === undefined ? [] : [{ id: requirement.id, why }];
  });
  const testable = binding.filter((requirement) => untestable(requirement, role) === undefined);
  return {
    must: testable.length,
    withCase: testable.filter(({ id, code = "" }) => decided.has(id) || codes.has(code)).length,
    untestable: untested,
  };
}

function score(judged: readonly Evaluated[], of: "codes" | "at"): Score {
  const asked = judged.flatMap(({ reasons }) => reasons?.[of] ?? []);
  return { asked: asked.length, right: asked.filter(({ right }) => right).length };
}

function tally<K extends string>(items: readonly K[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of [...items].sort()) counts[item] = (counts[item] ?? 0) + 1;
  return counts;
}
