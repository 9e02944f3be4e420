import { createHash } from "node:crypto";
import { sha256 } from "../codecs/sha256.ts";
import {
  type Consumer,
  type Context,
  type Edition,
  FormatError,
  readImage,
  UnsupportedError,
  verifyImage,
} from "../containers/index.ts";
import type { Run } from "../harness/runs.ts";

/** What an implementation made of one input, short enough to be compared and kept. */
export interface Said {
  readonly outcome: string;
  /** The code of a rejection; the codes that a Verifier found, sorted. */
  readonly codes?: string;
  /** A digest of the state that was restored, or of the octets that were written. */
  readonly value?: string;
}

/** Whether two answers are the same. */
export const sameAnswer = (a: Said, b: Said) => a.outcome === b.outcome && a.codes === b.codes && a.value === b.value;

/** What this process's own Reader or Verifier of `edition` makes of an image that comes in pieces; `digest` is asked for that of a page. */
export function ownAnswer(
  pieces: readonly Uint8Array[],
  { role, context }: Pick<Run, "role" | "context">,
  edition: Edition,
  digest = sha256,
): Said {
  const options = { edition, context: context as Context, deep: true, digest };
  return saidBy(() => {
    if (role === "verifier") {
      const { verdict, findings } = feed(pieces, verifyImage(options));
      return { outcome: verdict, codes: codesText(findings) };
    }
    const state = feed(pieces, readImage(options));
    // All states are built in one place, so that equal ones are equal texts.
    return { outcome: "accept", ...(state !== undefined && { value: textDigest(JSON.stringify(state)) }) };
  });
}

/** What an answer comes to, or what was thrown instead of one. */
export function saidBy(answer: () => Said): Said {
  try {
    return answer();
  } catch (error) {
    if (error instanceof FormatError) return { outcome: "reject", codes: error.finding.code };
    if (error instanceof UnsupportedError) return { outcome: "unsupported" };
    throw error;
  }
}

const textDigest = (text: string) => createHash("sha256").update(text).digest("hex");

type Takes<T> = Pick<Consumer<T>, "push" | "end" | "done" | "secondPass">;

function feed<T>(pieces: readonly Uint8Array[], consumer: Takes<T>): T {
  const pass = (taker: Takes<T>): T => {
    for (const piece of pieces) if (!taker.done?.()) taker.push(piece);
    return taker.end();
  };
  const first = pass(consumer);
  const second = consumer.secondPass?.();
  return second ? pass(second) : first;
}

/** The codes of findings, each once, sorted. */
export function codesText(findings: readonly { readonly code: string }[]): string {
  return [...new Set(findings.map(({ code }) => code))].sort().join(", ");
}
