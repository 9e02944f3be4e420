import { grouped } from "../site/spec/grouped.ts";
import type { Said } from "./answers.ts";
import { type Finding, found, type RuleId } from "./rules.ts";

/** An input that is answered otherwise. */
export interface Change {
  readonly name: string;
  readonly role: string;
  /** The edition of the input. */
  readonly of: string;
  readonly was: Said;
  readonly is: Said;
}

/**
 * One finding for all inputs that changed in the same way. Inputs that are rejected on both sides differ in their codes only: those that
 * lost the same code are one finding, or those that got the same, whichever makes fewer.
 */
export function changeFindings(changes: readonly Change[], editions: readonly string[], between = false): Finding[] {
  const kinds = grouped(changes, (change) =>
    [change.role, change.of, ruleOf(change), change.was.outcome, change.is.outcome].join("\0"),
  );
  return [...kinds.values()].flatMap((kind) => {
    const [before, after] = [0, 1].map((side) => grouped(kind, ({ was, is }) => changeText(was, is)[side]!));
    const groups =
      kind[0]!.was.outcome === "reject" && kind[0]!.is.outcome === "reject"
        ? before!.size <= after!.size
          ? before!
          : after!
        : grouped(kind, ({ was, is }) => changeText(was, is).join("\0"));
    return [...groups.values()].map((group) => groupFinding(group, editions, between));
  });
}

function groupFinding(group: readonly Change[], editions: readonly string[], between: boolean): Finding {
  const { role, of } = group[0]!;
  const [old, now] = [0, 1].map((side) => {
    const texts = [...grouped(group, ({ was, is }) => changeText(was, is)[side]!)];
    return texts.length === 1 ? texts[0]![0] : texts.map(([text, { length }]) => `${text} ${length} times`).join(", ");
  });
  return found({
    part: "corpus",
    rule: ruleOf(group[0]!),
    // A Writer of another edition writes other images: nobody's stored image suffers from it.
    ...(between && role === "writer" && { severity: "warning" as const, oldReadsNew: true, newReadsOld: true }),
    subject: `${role} of ${of} ${role === "writer" ? "streams" : "images"}`,
    editions,
    old: old!,
    new: now!,
    among: group.map(({ name }) => name),
  });
}

function ruleOf({ role, was, is }: Change): RuleId {
  if (was.outcome !== is.outcome) {
    if (was.outcome === "accept" && is.outcome === "reject") return "verdict-rejected";
    return was.outcome === "reject" && is.outcome === "accept" ? "verdict-accepted" : "verdict-other";
  }
  if (was.codes !== is.codes) return role === "verifier" ? "findings-changed" : "code-changed";
  return role === "writer" ? "octets-changed" : "value-changed";
}

/** Outcome, and of the codes those that the other side does not have: what a Verifier finds on both sides has not changed. */
function changeText(was: Said, is: Said): readonly [string, string] {
  const [before, after] = [was, is].map(({ codes = "" }) => codes.split(", ").filter((code) => code !== ""));
  const text = ({ outcome }: Said, own: readonly string[], other: readonly string[]) => {
    const alone = own.filter((code) => !other.includes(code));
    return alone.length === 0 ? outcome : `${outcome} (${alone.join(", ")})`;
  };
  // What one side does not support says nothing of the codes of the other.
  if (was.outcome === "unsupported" || is.outcome === "unsupported") return [was.outcome, is.outcome];
  return [text(was, before!, after!), text(is, after!, before!)];
}
