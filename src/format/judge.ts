/** Applies a table of rules for one role: a Verifier collects findings, a Reader throws at the first fault it has to reject. */

import { type Code, imageRule, readerRule } from "../../generated/catalogue.ts";
import type { Facts } from "./facts.ts";
import type { Fault, Finding } from "./fault.ts";
import { FormatError } from "./fault.ts";
import type { AnyRule, Report, Rule, Subjects } from "./rule.ts";
import type { Choices, CodecEdition, Role } from "./vocabulary.ts";

/** Findings of one code that are kept; an image can break a rule millions of times. */
const KEPT_PER_CODE = 64;

export class Judge {
  readonly findings: Finding[] = [];
  /** Whether a fatal rule was broken: the rest of the input cannot be read sensibly. */
  stopped = false;
  /** While true, a Reader's faults wait for the commit of the round they belong to (CKPT-014). */
  deferring = false;
  private readonly role: Role;
  private readonly choices: Choices;
  private readonly facts: Facts;
  private readonly table = new Map<string, AnyRule[]>();
  private readonly counts = new Map<string, number>();
  private deferred: FormatError | undefined;

  constructor(rules: readonly AnyRule[], role: Role, choices: Choices, facts: Facts) {
    this.role = role;
    this.choices = choices;
    this.facts = facts;
    for (const rule of rules) {
      const key = rule.of === undefined ? rule.on : `body/${rule.of.layer}/${rule.of.type}`;
      this.table.set(key, [...(this.table.get(key) ?? []), rule]);
    }
  }

  /** Runs the rules on one subject. */
  consider<K extends keyof Subjects>(on: K, subject: Subjects[K]): void {
    this.run(on, subject);
  }

  /** Runs the rules on the whole body of a record. */
  considerBody(subject: Subjects["body"]): void {
    this.run(`body/${subject.head.layer}/${subject.head.type}`, subject);
  }

  /** Throws the first fault that waited, for a Reader: the round it stands in is being committed. */
  settle(): void {
    if (this.deferred !== undefined) throw this.deferred;
  }

  private run(key: string, subject: unknown): void {
    for (const rule of this.table.get(key) ?? []) {
      const report: Report = (at, path, found, wanted) =>
        this.fault(rule, { code: rule.code, at, path, found: String(found), wanted });
      (rule as Rule<keyof Subjects>).check(subject as never, this.facts, report);
      if (this.stopped) return;
    }
  }

  private fault(rule: AnyRule, fault: Fault): void {
    if (this.role === "reader") this.reject(fault);
    else this.note(fault);
    // A Reader that goes on either may, by its choice, or will be told at the commit: it has to see the rest.
    if (rule.fatal === true && this.role !== "reader") this.stopped = true;
  }

  private reject(fault: Fault): void {
    const found = readerRule(fault.code, this.edition(fault));
    const action = found?.action ?? (found?.choice && optionAction(found.choice, this.choices));
    if (found === undefined || action !== "reject") return;
    const error = new FormatError({ ...fault, req: found.req, level: found.level });
    if (!this.deferring) throw error;
    this.deferred ??= error;
  }

  private note(fault: Fault): void {
    const found = imageRule(fault.code, this.edition(fault));
    if (found === undefined) return;
    const count = (this.counts.get(fault.code) ?? 0) + 1;
    this.counts.set(fault.code, count);
    if (count <= KEPT_PER_CODE) this.findings.push({ ...fault, req: found.req, level: found.level });
  }

  /**
   * The version is judged by the edition that was asked for, static records by v3 even where an image of version 2 holds them
   * (REC-016), everything else by the edition of the image.
   */
  private edition({ code }: Fault): CodecEdition {
    if (code.startsWith("image-version")) return this.facts.asked;
    return BY_V3.has(code) ? "v3" : this.facts.edition;
  }
}

/** Departures that only static records can make. */
const BY_V3: ReadonlySet<Code> = new Set<Code>(["static-end-repeated", "policy-late"]);

function optionAction(
  choice: { name: string; options: Readonly<Record<string, "accept" | "reject">> },
  choices: Choices,
) {
  return choice.options[choices[choice.name as keyof Choices]];
}
