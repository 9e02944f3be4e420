import type { Requirement } from "../authoring/ledger/requirement.ts";
import { keywords } from "../authoring/ledger/sentence.ts";
import { type Finding, found, type Raw, type RuleId } from "./rules.ts";

const STRENGTH = { MUST: 2, SHOULD: 1, MAY: 0 } as const;

/**
 * What became of the requirements. `oldEdition` and `newEdition` are given where two editions are set against each other: numbers
 * then differ on purpose, and one that took the place of another under the same code is a replacement.
 */
export function diffRequirements(
  before: readonly Requirement[],
  after: readonly Requirement[],
  betweenEditions: boolean,
): Finding[] {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Map(after.map((one) => [one.id, one]));
  const dropped = before.filter(({ id }) => !is.has(id));
  const added = after.filter(({ id }) => !was.has(id));
  const replaced = new Map<Requirement, Requirement>();
  for (const old of dropped) {
    const heir = added.find(
      (one) =>
        one.subject === old.subject &&
        one.codes.some((code) => old.codes.includes(code)) &&
        ![...replaced.values()].includes(one),
    );
    if (heir) replaced.set(old, heir);
  }
  const heirs = new Set(replaced.values());
  return [
    ...[...replaced].map(([old, heir]) =>
      note("requirement-replaced", heir, `${old.id}: ${old.text}`, `${heir.id}: ${heir.text}`),
    ),
    ...dropped
      .filter((old) => !replaced.has(old))
      .map((old) => found({ ...raw("requirement-dropped", old), old: old.text, ...dropEffect(old) })),
    ...added
      .filter((one) => !heirs.has(one))
      .map((one) => found({ ...raw("requirement-added", one), new: one.text, ...addEffect(one) })),
    ...before.flatMap((old) => {
      const now = is.get(old.id);
      return now ? diffRequirement(old, now, betweenEditions) : [];
    }),
  ];
}

/** What is no MUST weighs less, gone or new. */
const dropEffect = ({ level }: Requirement) => (level === "MUST" ? {} : { severity: "warning" as const });
const addEffect = ({ level }: Requirement) =>
  level === "MUST" ? {} : { severity: "note" as const, oldReadsNew: true };

function diffRequirement(old: Requirement, now: Requirement, betweenEditions: boolean): Finding[] {
  const findings: Finding[] = [];
  const report = (rule: RuleId, before: string, after: string) => {
    if (before !== after) findings.push(note(rule, now, before, after));
  };
  const [weight, newWeight] = [STRENGTH[old.level], STRENGTH[now.level]];
  if (newWeight > weight) report("requirement-strengthened", old.text, now.text);
  else if (newWeight < weight) report("requirement-weakened", old.text, now.text);
  else if (old.text !== now.text) {
    report(meaning(old) === meaning(now) ? "requirement-reworded" : "requirement-changed", old.text, now.text);
  }
  report("requirement-role", old.roles.join(", "), now.roles.join(", "));
  if (!betweenEditions) report("requirement-editions", old.editions.join(", "), now.editions.join(", "));
  report("requirement-needs", old.needs.join(", "), now.needs.join(", "));
  report("requirement-choice", choiceText(old), choiceText(now));
  report("requirement-code", old.codes.join(", "), now.codes.join(", "));
  report("requirement-untestable", old.untestable ?? "", now.untestable ?? "");
  return findings;
}

function note(rule: RuleId, one: Requirement, old: string, now: string): Finding {
  return found({ ...raw(rule, one), old, new: now });
}

function raw(rule: RuleId, { id, editions }: Requirement): Raw {
  return { part: "requirements", rule, subject: id, editions };
}

const choiceText = ({ choice }: Requirement) =>
  choice === undefined
    ? ""
    : `${choice.name}: ${Object.entries(choice.options)
        .map(([option, action]) => `${option} ${action}s`)
        .join(", ")}`;

/**
 * What a sentence asks for, without its wording: key word, action, numbers, names in capitals or with an underscore, and the words that
 * turn a sense around. Two sentences of one meaning may say it in other words.
 */
export function meaning({ text, action, subject }: Pick<Requirement, "text" | "action" | "subject">): string {
  const names = text.match(/\b(?:\d[\dA-Fa-fx]*|[A-Z][A-Z0-9_]{2,}|[a-z0-9]+(?:_[a-z0-9]+)+)\b/g) ?? [];
  const turning =
    text
      .toLowerCase()
      .match(
        /\b(?:not|no|never|unless|except|only|at least|at most|less|more|exceeds?|below|above|before|after|all|any|every|each|first|last|neither|or|and)\b/g,
      ) ?? [];
  return JSON.stringify([keywords(text), subject, action, [...names].sort(), [...turning].sort()]);
}
