import { readFileSync } from "node:fs";
import { join } from "node:path";
import { READS } from "../authoring/editions.ts";
import { isPublished } from "./published.ts";
import type { Finding } from "./rules.ts";
import type { Side } from "./side.ts";

/** Where findings are acknowledged: seen, and meant. */
export const ACKNOWLEDGED = "spec/editions/acknowledged.json";

/** A line of that file. `subject` may end in `*`; `between` names the two sides, where it holds for these alone. */
export interface Acknowledgement {
  readonly rule: string;
  readonly subject: string;
  readonly why: string;
  readonly between?: string;
}

/** What is promised between the two sides, in a sentence. */
export function promiseOf(old: Side, now: Side): string {
  if (old.overlay ?? now.overlay)
    return "Proposals promise nothing: what would follow from them is what this is about.";
  if (old.edition !== undefined && now.edition !== undefined && old.edition !== now.edition) {
    return (READS[now.edition] ?? []).includes(old.edition)
      ? `A Reader of ${now.edition} reads images of ${old.edition}; nothing else is promised between two editions.`
      : `Nothing is promised: no Reader of ${now.edition} has to read images of ${old.edition}.`;
  }
  const frozen = frozenEditions(old, now);
  return frozen.length > 0
    ? `${frozen.join(" and ")} ${frozen.length > 1 ? "are" : "is"} published: only errata.`
    : "No edition concerned is published; a draft promises nothing.";
}

function frozenEditions(old: Side, now: Side): string[] {
  const all = old.edition ? [old.edition] : old.suite.editions;
  return all.filter((edition) => isPublished(old.root, edition) || isPublished(now.root, edition));
}

/** The findings with what they break and what was acknowledged. */
export function heldToPromises(findings: readonly Finding[], old: Side, now: Side): Finding[] {
  const acknowledged = readAcknowledged(now.root);
  const between = old.edition !== undefined && now.edition !== undefined && old.edition !== now.edition;
  const reads = between && (READS[now.edition!] ?? []).includes(old.edition!);
  const frozen = frozenEditions(old, now);
  const proposed = (old.overlay ?? now.overlay) !== undefined;
  return findings.map((finding) => {
    const breaks = proposed
      ? false
      : between
        ? // Between editions the Reader's promise is what octets show; the rest is what a new edition is for.
          reads &&
          finding.part === "corpus" &&
          finding.subject === `reader of ${old.edition} images` &&
          ["verdict-rejected", "value-changed"].includes(finding.rule)
        : isMore(finding) && finding.editions.some((edition) => frozen.includes(edition));
    const line = acknowledged.find((one) => fits(one, finding, `${old.name} ${now.name}`));
    return line ? { ...finding, breaks: false, acknowledged: line.why } : { ...finding, breaks };
  });
}

/** Whether a finding is more than an erratum: of the text and the wire whatever is no note, of the rest what breaks something. */
function isMore({ part, severity }: Finding): boolean {
  return severity === "error" || (severity === "warning" && (part === "requirements" || part === "wire"));
}

function fits({ rule, subject, between }: Acknowledgement, finding: Finding, sides: string): boolean {
  if (rule !== finding.rule || (between !== undefined && between !== sides)) return false;
  return subject.endsWith("*") ? finding.subject.startsWith(subject.slice(0, -1)) : finding.subject === subject;
}

function readAcknowledged(root: string): readonly Acknowledgement[] {
  try {
    return JSON.parse(readFileSync(join(root, ACKNOWLEDGED), "utf8")) as Acknowledgement[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new Error(`${ACKNOWLEDGED}: ${(error as Error).message}`);
  }
}
