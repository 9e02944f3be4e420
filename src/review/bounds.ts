import type { KsyField } from "../authoring/kaitai/ksy.ts";
import type { RuleId } from "./rules.ts";

/** The values that a field may have, as far as its description says so. */
interface Bounds {
  readonly min?: string | number;
  readonly max?: string | number;
  readonly of?: readonly string[];
  readonly expression?: string;
}

/** Whether a field has no meaning yet: it is named so, and fixed to zero. */
export function isReserved(field: KsyField): boolean {
  return (
    /^(reserved|pad|padding|unused|zero)/.test(field.id) ||
    (/\breserved\b/i.test(field.doc ?? "") && boundsOf(field).of?.join() === "0")
  );
}

/** The rule that a change of the allowed values falls under; undefined where there is none. */
export function valueRule(old: KsyField, now: KsyField): RuleId | undefined {
  const [was, is] = [boundsOf(old), boundsOf(now)];
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  if (isReserved(old) && was.of?.join() === "0") return "reserved-used";
  if (bitsUsed(old, was, is)) return "reserved-used";
  if (was.of?.length === 1 && is.of?.length === 1) return "constant-changed";
  return isWider(was, is) ? "bound-widened" : "bound-narrowed";
}

/** The allowed values in words. */
export function allowed(field: KsyField): string {
  const { min, max, of, expression } = boundsOf(field);
  if (of) return of.length === 1 ? `always ${of[0]}` : `one of ${of.join(", ")}`;
  const bounds = [...(min === undefined ? [] : [`at least ${min}`]), ...(max === undefined ? [] : [`at most ${max}`])];
  return bounds.join(", ") || (expression && (field["-wanted"] ?? expression)) || "any value";
}

function boundsOf({ valid, contents }: KsyField): Bounds {
  if (contents !== undefined) return { of: [JSON.stringify(contents)] };
  if (valid === undefined) return {};
  if (typeof valid !== "object" || valid === null) return { of: [String(valid)] };
  const rule = valid as Record<string, unknown>;
  if (rule.eq !== undefined) return { of: [String(rule.eq)] };
  if (Array.isArray(rule["any-of"])) return { of: rule["any-of"].map(String) };
  // Which numbers an enumeration has is told enumerator by enumerator.
  if (rule["in-enum"]) return { expression: "an enumerator" };
  if (rule.expr !== undefined) return { expression: String(rule.expr) };
  return {
    ...(rule.min !== undefined && { min: rule.min as number }),
    ...(rule.max !== undefined && { max: rule.max as number }),
  };
}

/** Whether an upper bound that is a mask of bits lets one more through, in a field of which bits are reserved. */
function bitsUsed({ id, doc = "" }: KsyField, was: Bounds, is: Bounds): boolean {
  const isMask = (value: unknown) => typeof value === "number" && Math.log2(value + 1) % 1 === 0;
  if (!/\bbits?\b/i.test(doc) && !/option|flag/.test(id)) return false;
  return (
    isMask(was.max) &&
    (is.max === undefined || isMask(is.max)) &&
    Number(is.max ?? Number.POSITIVE_INFINITY) > Number(was.max)
  );
}

function isWider(was: Bounds, is: Bounds): boolean {
  if (was.of && is.of) return was.of.every((value) => is.of!.includes(value));
  if (is.of || is.expression) return false;
  if (was.of || was.expression) return true;
  // A bound that is an expression is as wide as itself, and nothing is known of it beside another.
  const within = (a: Bounds["min"], b: Bounds["min"], least: number) =>
    a === b ||
    (typeof (a ?? 0) === "number" && typeof (b ?? 0) === "number" && Number(a ?? least) <= Number(b ?? least));
  return within(is.min, was.min, 0) && within(was.max, is.max, Number.POSITIVE_INFINITY);
}
