/** Bound of every answer of an adapter and of every JSON file of a suite: 64 MiB of text. */
export const MAX_JSON = 64 * 2 ** 20;

/** Deepest nesting that is read; deeper documents serve no purpose but to exhaust a stack. */
const MAX_DEPTH = 512;

/** Any JSON value; objects have no duplicate keys. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Why a document is not strict JSON; `duplicate` is told apart since it is never a crash, always garbled. */
export class StrictJsonError extends Error {
  override readonly name = "StrictJsonError";
  readonly kind: "syntax" | "duplicate";
  constructor(kind: "syntax" | "duplicate", message: string) {
    super(message);
    this.kind = kind;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Reads one JSON value from UTF-8 octets or text. Throws `StrictJsonError` for anything that is not exactly
 * one JSON value, is not UTF-8, repeats a key in one object, is nested over 512 deep or is over 64 MiB.
 */
export function parseStrictJson(input: Uint8Array | string): Json {
  if (input.length > MAX_JSON) throw new StrictJsonError("syntax", `more than ${MAX_JSON} octets of JSON`);
  const text = typeof input === "string" ? input : decode(input);
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (error) {
    throw new StrictJsonError("syntax", (error as Error).message);
  }
  scan(text);
  return value;
}

/** Whether a JSON value is an object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of an object's own key; never one it inherits. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function decode(octets: Uint8Array): string {
  try {
    return utf8.decode(octets);
  } catch {
    throw new StrictJsonError("syntax", "not UTF-8");
  }
}

/** Looks for a repeated key and for depth in text that is known to be valid JSON. */
function scan(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let keyComes = false;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22: {
        const end = endOfString(text, i);
        if (keyComes) {
          takeKey(open[open.length - 1]!, text.slice(i, end + 1));
          keyComes = false;
        }
        i = end;
        break;
      }
      case 0x7b:
        open.push(new Set());
        keyComes = true;
        break;
      case 0x5b:
        open.push(undefined);
        break;
      case 0x7d:
      case 0x5d:
        open.pop();
        keyComes = false;
        break;
      case 0x2c:
        keyComes = open[open.length - 1] !== undefined;
        break;
    }
    if (open.length > MAX_DEPTH) throw new StrictJsonError("syntax", `JSON nested more than ${MAX_DEPTH} deep`);
  }
}

function takeKey(keys: Set<string>, quoted: string): void {
  const key = quoted.includes("\\") ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (keys.has(key)) throw new StrictJsonError("duplicate", `the key "${key}" stands twice in one object`);
  keys.add(key);
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 0x5c) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
}
