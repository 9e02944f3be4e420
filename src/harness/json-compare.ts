import { createHash } from "node:crypto";
import { isObject, type Json, own } from "./strict-json.ts";

/** JSON text with keys sorted, so that two values are equal as JSON iff their canonical texts are. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isObject(value)) {
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key]!)}`).join(",")}}`;
  }
  return JSON.stringify(Object.is(value, -0) ? 0 : value);
}

/** SHA-256 of the canonical text, lower-case hex. */
export function digestJson(value: Json): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

/** Whether two values are equal as JSON: order of keys does not matter, order of array elements does. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equalJson(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  return (
    Object.keys(a).every((key) => equalJson(a[key], own(b, key))) &&
    Object.keys(b).every((key) => b[key] === undefined || Object.hasOwn(a, key))
  );
}

/** Where two values first differ. `path` is a JSON pointer; a side that has nothing there is undefined. */
export interface Difference {
  readonly path: string;
  readonly want?: Json;
  readonly got?: Json;
}

/** The first place at which `got` differs from `want`, or undefined when they are equal as JSON. */
export function firstDifference(want: Json | undefined, got: Json | undefined, path: string): Difference | undefined {
  if (want === got) return undefined;
  if (Array.isArray(want) && Array.isArray(got)) {
    for (let i = 0; i < Math.max(want.length, got.length); i++) {
      const difference = firstDifference(want[i], got[i], `${path}/${i}`);
      if (difference) return difference;
    }
    return undefined;
  }
  if (isObject(want) && isObject(got)) {
    for (const key of new Set([...Object.keys(want), ...Object.keys(got)])) {
      const difference = firstDifference(own(want, key), own(got, key), `${path}/${escapePointer(key)}`);
      if (difference) return difference;
    }
    return undefined;
  }
  return { path, ...(want !== undefined && { want }), ...(got !== undefined && { got }) };
}

function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
