import { digestJson, equalJson } from "./json-compare.ts";
import type { Answer } from "./outcome.ts";
import { isObject, type Json, type JsonObject, own } from "./strict-json.ts";

/** A state as an adapter reported it: whole, or the digest of each of its top-level keys, or not at all. */
export interface ObservedState {
  readonly value?: Json | undefined;
  readonly digests?: Readonly<Record<string, string>> | undefined;
}

/** States that are kept whole: each up to 1 MiB of text, together up to 128 MiB. */
const EACH = 2 ** 20;
const TOGETHER = 128 * 2 ** 20;

/** Room that is left for states kept whole in one run. */
export function roomForValues(): { left: number } {
  return { left: TOGETHER };
}

/** The answer with its state digested when it is too long to keep, so that no adapter can fill the memory. */
export function keepAnswer(answer: Answer, room: { left: number }): Answer {
  const { value, length = 0, ...rest } = answer;
  if (value === undefined) return answer;
  if (length <= EACH && length <= room.left) {
    room.left -= length;
    return answer;
  }
  return { ...rest, digests: digestState(value) };
}

/** Digests of the top-level keys of a state; one that is no object has none. */
export function digestState(value: Json): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, digestJson(part)]));
}

/**
 * Names over which a reported state differs from the wanted one: a name must be absent from both, or present in both
 * and equal as JSON.
 */
export function differingKeys(wanted: JsonObject, seen: ObservedState, names: readonly string[]): string[] {
  return names.filter((name) => {
    const want = own(wanted, name);
    if (seen.digests) {
      const digest = Object.hasOwn(seen.digests, name) ? seen.digests[name] : undefined;
      return want === undefined ? digest !== undefined : digest !== digestJson(want);
    }
    return !equalJson(want, isObject(seen.value) ? own(seen.value, name) : undefined);
  });
}
