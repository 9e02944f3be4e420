/** Images in every reading: what a Reader, a Verifier, an inventory, a document and a conversion make of them. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import {
  type Consumer,
  FormatError,
  inspectImage,
  type OpenOptions,
  readImage,
  streamOfImage,
  surveyImage,
  UnsupportedError,
  verifyImage,
  writeImage,
} from "../containers/index.ts";
import { packageRoot } from "../harness/package-root.ts";
import { promise, type Target, unless } from "./target.ts";

/** Octets of the largest seed: a fuzzer is quick on small ones. */
const SEED_LIMIT = 56_000;
const isAnswer = (error: unknown) => error instanceof FormatError || error instanceof UnsupportedError;

function whole<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  consumer.push(octets);
  return consumer.end();
}

function inPieces<T>(consumer: Consumer<T>, octets: Uint8Array, piece: number): T {
  for (let at = 0; at < octets.length; at += piece) consumer.push(octets.slice(at, at + piece));
  return consumer.end();
}

/** A result that can be compared: the value, or code and place of the error. */
function outcome(work: () => unknown): string {
  try {
    return JSON.stringify(work()) ?? "nothing";
  } catch (error) {
    if (error instanceof FormatError) return `${error.finding.code} at ${error.finding.at}`;
    if (error instanceof UnsupportedError) return `unsupported: ${error.what}`;
    throw error;
  }
}

/** Blobs kept in memory, for the way there and back. */
function blobs() {
  const kept = new Map<string, Uint8Array>();
  return {
    put(octets: Uint8Array) {
      const sha256 = String(kept.size).padStart(64, "0");
      kept.set(sha256, octets.slice());
      return { len: octets.length, sha256 };
    },
    get: (sha256: string) => kept.get(sha256) as Uint8Array,
  };
}

/** Every reading of one input with the same options. */
export function readEveryWay(octets: Uint8Array, options: OpenOptions): void {
  const piece = 1 + ((octets.length * 7) % 61);
  const read = outcome(() => whole(readImage(options), octets));
  promise(
    outcome(() => inPieces(readImage(options), octets, piece)) === read,
    () => `in pieces of ${piece}, not ${read}`,
  );
  const verification = unless(isAnswer, () => whole(verifyImage({ ...options, deep: true }), octets));
  if (verification === undefined) return;
  const { verdict, findings } = verification;
  const breach = findings.some(({ level }) => level === "MUST");
  promise((verdict === "reject") === breach, () => `verdict ${verdict} of ${findings.length} findings`);
  promise(
    findings.every(({ at }) => Number.isSafeInteger(at) && at >= 0 && at <= octets.length),
    () => `a finding behind ${octets.length}`,
  );
  const { records } = whole(inspectImage(options), octets);
  promise(
    records.every(({ at }) => at < octets.length),
    () => "a record behind the end",
  );
  const forward = options.context?.channel !== "back";
  if (forward) unless(isAnswer, () => whole(surveyImage(options), octets));
  if (forward && verdict === "accept" && verification.edition !== "legacy")
    thereAndBack(octets, options, verification.octets);
}

/**
 * A well-formed image is written again, octet for octet, by the document that is made of it. A checkpointed stream may break off within a
 * record (CKPT-011), which is no part of the document.
 */
function thereAndBack(octets: Uint8Array, options: OpenOptions, length: number): void {
  const { put, get } = blobs();
  const document = unless(isAnswer, () => whole(streamOfImage(options, { put }), octets));
  if (document === undefined) return;
  const written = unless(isAnswer, () => Buffer.concat([...writeImage(document, { get })]));
  if (written === undefined || length !== octets.length) return;
  const isWhole = options.context === undefined;
  const read = isWhole ? octets : octets.subarray(0, written.length);
  promise(written.equals(read), () => "what was written is not what was read");
}

/** The small images of the suite whose names match. */
function smallImages(names: RegExp): ReadonlyMap<string, Uint8Array> {
  const folder = join(packageRoot(), "conformance/images");
  const found = readdirSync(folder)
    .filter((name) => name.endsWith(".img") && names.test(name) && statSync(join(folder, name)).size <= SEED_LIMIT)
    .sort();
  return new Map(found.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
}

function target(what: string, names: RegExp, options: OpenOptions): Target {
  return {
    about: `${what}, whole and in pieces, by every consumer; well-formed ones written again, octet for octet`,
    run: (octets) => readEveryWay(octets, options),
    seeds: () => smallImages(names),
  };
}

/** Images and streams, by what they are fed as. */
export const imageTargets: ReadonlyMap<string, Target> = new Map([
  ["image", target("images of versions 2 and 3 in any container", /^(small|pv32|reserved|frame).*\.v[23]\.img$/, {})],
  ["image-v4", target("images of v4-draft", /\.v4-draft\.img$/, { edition: "v4-draft" })],
  ["image-draft-b", target("images of draft B", /\.draft-b\.img$/, { edition: "draft-b" })],
  ["legacy", target("legacy images", /^legacy-.*\.img$/, { edition: "legacy" })],
  [
    "checkpoints",
    target("checkpointed streams", /^ckpt-.*\.img$/, { context: { stream: "remus", channel: "forward" } }),
  ],
  ["colo", target("COLO streams", /^colo-.*\.img$/, { context: { stream: "colo", channel: "forward" } })],
  ["back-channel", target("back channels", /^back-.*\.img$/, { context: { stream: "colo", channel: "back" } })],
]);
