import type { Json } from "./strict-json.ts";

/** What one run of an adapter came to; `none` where it was not run. */
export type Outcome = "accept" | "reject" | "unsupported" | "crash" | "hang" | "garbled" | "none";

/** One thing an adapter found: its own code, and the offset of the first octet concerned. */
export interface Finding {
  readonly code: string;
  readonly at?: number;
}

/** An answer of an adapter to one request, as it came. */
export interface Answer {
  readonly outcome: Exclude<Outcome, "none">;
  /** The state that a Reader restored. */
  readonly value?: Json;
  /** Instead of a value too long to keep: SHA-256 of the canonical text of each of its top-level keys. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Octets of the text that the value came in. */
  readonly length?: number;
  readonly findings?: readonly Finding[];
  readonly code?: string;
  readonly at?: number;
  /** What the adapter does not support, in its own words. */
  readonly what?: string;
  /** What was seen, in a sentence, where the outcome alone does not say it. */
  readonly detail?: string;
  /** The end of standard error; free, never judged. */
  readonly stderr?: string;
}

const FINDINGS_KEPT = 64;

/** Findings in an answer's document, as far as they have the shape of findings; codes never gate. */
export function findingsIn(value: Json | undefined): Finding[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, FINDINGS_KEPT).flatMap((item: Json) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return [];
    const { code, at } = item as { code?: Json; at?: Json };
    if (typeof code !== "string") return [];
    return [{ code, ...(isOffset(at) && { at }) }];
  });
}

/** Whether a value can be an offset: an integer from 0 below 2^53. */
export function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
