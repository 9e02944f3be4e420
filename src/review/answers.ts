import {
  type Context,
  type Edition,
  FormatError,
  readImage,
  UnsupportedError,
  verifyImage,
} from "../containers/index.ts";
import { canonicalJson, digestJson } from "../harness/json-compare.ts";
import { openAdapter } from "../harness/open-adapter.ts";
import { makeRuns } from "../harness/run.ts";
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
export const sameAnswer = (a: Said, b: Said) => canonicalJson(a as never) === canonicalJson(b as never);

/** What this process's own Reader or Verifier of `edition` makes of an image. */
export function ownAnswer(
  octets: Uint8Array,
  { role, context }: Pick<Run, "role" | "context">,
  edition: Edition,
): Said {
  const options = { edition, context: context as Context, deep: true };
  try {
    if (role === "verifier") {
      const { verdict, findings } = feed(octets, verifyImage(options));
      return { outcome: verdict, codes: codesText(findings) };
    }
    const state = feed(octets, readImage(options));
    return { outcome: "accept", ...(state !== undefined && { value: digestJson(state as never) }) };
  } catch (error) {
    if (error instanceof FormatError) return { outcome: "reject", codes: error.finding.code };
    if (error instanceof UnsupportedError) return { outcome: "unsupported" };
    throw error;
  }
}

function feed<T>(
  octets: Uint8Array,
  consumer: {
    push(octets: Uint8Array): void;
    end(): T;
    secondPass?(): { push(octets: Uint8Array): void; end(): T } | undefined;
  },
): T {
  consumer.push(octets);
  const first = consumer.end();
  const second = consumer.secondPass?.();
  if (!second) return first;
  second.push(octets);
  return second.end();
}

/** What the implementation behind a command makes of runs, by their keys. */
export async function askedAnswers(command: readonly string[], runs: readonly Run[]): Promise<Map<string, Said>> {
  const adapter = await openAdapter(command, 40_000);
  const results = await makeRuns(adapter, runs, { timeout: 10, jobs: 1, judged: new Set() });
  return new Map(
    [...results].map(([key, { answer, written }]): [string, Said] => {
      const codes = answer.code ?? (answer.findings ? codesText(answer.findings) : undefined);
      const value = written?.sha256 ?? (answer.value === undefined ? undefined : digestJson(answer.value));
      return [
        key,
        { outcome: answer.outcome, ...(codes !== undefined && { codes }), ...(value !== undefined && { value }) },
      ];
    }),
  );
}

function codesText(findings: readonly { readonly code: string }[]): string {
  return [...new Set(findings.map(({ code }) => code))].sort().join(", ");
}
