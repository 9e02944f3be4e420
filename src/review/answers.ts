import { createHash } from "node:crypto";
import { sha256 } from "../codecs/sha256.ts";
import {
  type BlobSource,
  type Consumer,
  type Context,
  type Edition,
  FormatError,
  readImage,
  type StreamDocument,
  UnsupportedError,
  verifyImage,
  writeImage,
} from "../containers/index.ts";
import { type CodecEdition, VERSION } from "../format/edition.ts";
import { digestJson } from "../harness/json-compare.ts";
import { openAdapter } from "../harness/open-adapter.ts";
import { makeRuns } from "../harness/run.ts";
import type { Run } from "../harness/runs.ts";
import { departure } from "../harness/schemas.ts";

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

/**
 * What this process's own Writer of `edition` makes of a document, whatever edition that is of: it is told to write the version of its own.
 * What it wrote is compared without the image header, which has to differ.
 */
export function ownWriting(document: StreamDocument, source: BlobSource, edition: Edition): Said {
  const image = { ...document.image, version: VERSION[edition as CodecEdition] };
  const told = { ...document, edition, image };
  if (departure("stream", told)) return { outcome: "reject", codes: "stream-invalid" };
  return saidBy(() => {
    // Most are refused, and then nobody asks what was written until then.
    const segments = [...writeImage(told, source)];
    const hash = createHash("sha256");
    for (const segment of segments) if (!isImageHeader(segment)) hash.update(segment);
    return { outcome: "accept", value: hash.digest("hex") };
  });
}

/** The Writer gives out the header of an image, and nothing beside it, as a segment of its own. */
const isImageHeader = (segment: Uint8Array) => MARKER.every((octet, i) => segment[i] === octet);

/** The marker and the id that open an image (IMG-001, IMG-003). */
const MARKER = Buffer.from("ffffffffffffffff58454e46", "hex");

function saidBy(answer: () => Said): Said {
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
