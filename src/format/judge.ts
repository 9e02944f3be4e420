/** Applies a table of rules for one role: a Verifier collects findings, a Reader throws at the first fault it has to reject. */

import { type Code, type Edition, imageRule, readerRule } from "../../generated/catalogue.ts";
import type { Facts } from "./facts.ts";
import type { Fault, Finding } from "./fault.ts";
import { FormatError } from "./fault.ts";
import { isDefined } from "./profile.ts";
import type { AnyRule, Report, Subjects } from "./rule.ts";
import type { Choices, Role } from "./vocabulary.ts";

/** Findings of one code that are kept; an image can break a rule millions of times. */
const KEPT_PER_CODE = 64;

/** A rule with the report that it is given: made once, not for each subject. */
type Applied = {
  readonly rule: AnyRule;
  readonly check: (subject: unknown, facts: Facts, report: Report) => void;
  readonly report: Report;
};

/** Places of rules in the list that a judge is given: by what they look at, those on whole bodies by layer and type of record. */
type Selected = {
  readonly table: Map<keyof Subjects, number[]>;
  readonly bodies: { readonly image: Map<number, number[]>; readonly libxl: Map<number, number[]> };
};

/** What was selected of a list of rules: every image of an edition asks for the same. */
const selections = new WeakMap<readonly AnyRule[], Map<string, Selected>>();
const NONE: readonly Applied[] = [];

function append<K>(table: Map<K, number[]>, key: K, place: number): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [place]);
  else list.push(place);
}

/** Selects the rules of an edition: those whose ledger has something under their code. */
function select(rules: readonly AnyRule[], facts: Facts): Selected {
  const known = selections.get(rules) ?? new Map<string, Selected>();
  selections.set(rules, known);
  const key = `${facts.ruledBy} ${facts.edition} ${facts.asked}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const selected: Selected = { table: new Map(), bodies: { image: new Map(), libxl: new Map() } };
  for (const [place, { code, on, of, types, dialect }] of rules.entries()) {
    const edition = editionOf(code, facts);
    const named = of?.layer === "image" || types !== undefined;
    if (named && (dialect === "draft-b") !== (facts.edition === "draft-b")) continue;
    if (imageRule(code, edition) === undefined && readerRule(code, edition) === undefined) continue;
    if (of === undefined) append(selected.table, on, place);
    else append(selected.bodies[of.layer], of.type, place);
  }
  known.set(key, selected);
  return selected;
}

/**
 * The version is judged by the edition that was asked for, static records by v3 even where an image of version 2 holds them
 * (REC-016), everything else by the edition of the image.
 */
function editionOf(code: Code, facts: Facts): Edition {
  if (facts.legacy !== undefined) return "legacy";
  if (code.startsWith("image-version")) return facts.asked;
  return BY_V3.has(code) ? "v3" : facts.edition;
}

export class Judge {
  readonly findings: Finding[] = [];
  /** Whether a fatal rule was broken: the rest of the input cannot be read sensibly. */
  stopped = false;
  /** While true, a Reader's faults wait for the commit of the round they belong to (CKPT-014). */
  deferring = false;
  /** Whether one of `BREAKS` was met after a first commit. */
  broke = false;
  private readonly role: Role;
  private readonly choices: Choices;
  private readonly facts: Facts;
  private readonly rules: readonly AnyRule[];
  private readonly applied: (Applied | undefined)[];
  /** The edition that the tables are made for, and what is selected for it. */
  private tablesFor: Edition | undefined;
  private selected: Selected | undefined;
  /** Rules by what they look at, and on heads of image records by type, as they are asked for. */
  private table = new Map<keyof Subjects, readonly Applied[]>();
  private heads = new Map<number, readonly Applied[]>();
  private readonly counts = new Map<string, number>();
  private deferred: FormatError | undefined;

  constructor(rules: readonly AnyRule[], role: Role, choices: Choices, facts: Facts) {
    this.role = role;
    this.choices = choices;
    this.facts = facts;
    this.rules = rules;
    this.applied = new Array(rules.length);
  }

  /** Runs the rules on one subject. */
  consider<K extends keyof Subjects>(on: K, subject: Subjects[K]): void {
    this.prepare();
    this.run(this.table.get(on) ?? this.rulesOn(on), subject);
  }

  /** Runs the rules on the head of a record; of those on records of the image, the ones that its type concerns. */
  considerHead(head: Subjects["record"]): void {
    this.prepare();
    if (head.layer !== "image") this.consider("libxl-record", head);
    else this.run(this.heads.get(head.type) ?? this.headRules(head.type), head);
  }

  /** Runs the rules on the whole body of a record. */
  considerBody(subject: Subjects["body"]): void {
    this.prepare();
    const places = this.selected?.bodies[subject.head.layer].get(subject.head.type);
    if (places !== undefined) this.run(this.apply(places), subject);
  }

  /** Throws the first fault that waited, for a Reader: the round it stands in is being committed. */
  settle(): void {
    if (this.deferred !== undefined) throw this.deferred;
  }

  /** Makes the tables anew where the edition has become known. */
  private prepare(): void {
    if (this.tablesFor === this.facts.ruledBy) return;
    this.tablesFor = this.facts.ruledBy;
    this.selected = select(this.rules, this.facts);
    this.table = new Map();
    this.heads = new Map();
  }

  private rulesOn(on: keyof Subjects): readonly Applied[] {
    const rules = this.apply(this.selected?.table.get(on) ?? []);
    this.table.set(on, rules);
    return rules;
  }

  /** The rules at some places of the list, each with its report. */
  private apply(places: readonly number[]): readonly Applied[] {
    if (places.length === 0) return NONE;
    return places.map((place) => {
      const known = this.applied[place];
      if (known !== undefined) return known;
      const rule = this.rules[place] as AnyRule;
      const report: Report = (at, path, found, wanted) =>
        this.fault(rule, { code: rule.code, at, path, found: String(found), wanted });
      const made = { rule, check: rule.check as Applied["check"], report };
      this.applied[place] = made;
      return made;
    });
  }

  private run(rules: readonly Applied[], subject: unknown): void {
    for (let index = 0; index < rules.length; index++) {
      const { check, report } = rules[index] as Applied;
      check(subject, this.facts, report);
      if (this.stopped) return;
    }
  }

  /** Kept for the types that the format defines: others can be as many as there are numbers. */
  private headRules(type: number): readonly Applied[] {
    const rules = (this.table.get("record") ?? this.rulesOn("record")).filter(
      ({ rule: { types } }) => types?.includes(type) ?? true,
    );
    if (isDefined("image", type, this.facts.edition)) this.heads.set(type, rules);
    return rules;
  }

  private fault(rule: AnyRule, fault: Fault): void {
    if (this.role === "reader") this.reject(fault);
    else this.note(fault);
    // A Reader that goes on either may, by its choice, or will be told at the commit: it has to see the rest.
    if (rule.fatal === true && this.role !== "reader") this.stopped = true;
  }

  private reject(fault: Fault): void {
    const found = readerRule(fault.code, editionOf(fault.code, this.facts));
    const action = found?.action ?? (found?.choice && optionAction(found.choice, this.choices));
    if (found === undefined || action !== "reject") return;
    const error = new FormatError({ ...fault, req: found.req, level: found.level });
    if (!this.deferring) throw error;
    this.broke ||= BREAKS.has(fault.code);
    this.deferred ??= error;
  }

  private note(fault: Fault): void {
    const found = imageRule(fault.code, editionOf(fault.code, this.facts));
    if (found === undefined) return;
    const count = (this.counts.get(fault.code) ?? 0) + 1;
    this.counts.set(fault.code, count);
    if (count <= KEPT_PER_CODE) this.findings.push({ ...fault, req: found.req, level: found.level });
  }
}

/** Departures that only static records can make. */
const BY_V3: ReadonlySet<Code> = new Set<Code>(["static-end-repeated", "policy-late"]);

/**
 * Faults that a Reader takes, after a first commit, for the place where the stream breaks: a wrong sum (SUM-008), and in a legacy stream those
 * behind which nobody can say what comes next (spec 15.11).
 */
const BREAKS: ReadonlySet<Code> = new Set<Code>([
  "check-sum",
  "digest-sum",
  "legacy-chunk",
  "legacy-tmem",
  "legacy-vcpu-id",
  "legacy-unmapped-count",
  "legacy-xsave-size",
  "legacy-emulator-signature",
]);

function optionAction(
  choice: { name: string; options: Readonly<Record<string, "accept" | "reject">> },
  choices: Choices,
) {
  return choice.options[choices[choice.name as keyof Choices]];
}
