import { createHash, type Hash } from "node:crypto";
import { type Edit, octetPieces } from "./edits.ts";
import { canonicalJson } from "./json-compare.ts";
import type { Context, Edition, Image, Role, Stream } from "./model.ts";
import { applyPatch, type PatchPlan, planPatch } from "./patch.ts";

/** What an adapter is given: an image, patched or not, or a stream. */
export type Input =
  | { readonly kind: "image"; readonly image: Image; readonly edits: readonly Edit[]; readonly keepSums: boolean }
  | { readonly kind: "stream"; readonly stream: Stream };

/** One request to an adapter. Trials and twins with the same key share one run. */
export interface Run {
  readonly key: string;
  readonly role: Role;
  readonly edition: Edition;
  readonly context: Context;
  readonly input: Input;
}

/** Tells runs apart by all that the adapter could see. */
export function runKey(role: Role, edition: Edition, context: Context, input: Input): string {
  const of = input.kind === "stream" ? `stream ${input.stream.name}` : imageKey(input);
  return `${role} ${edition} ${canonicalJson(context as never)} ${of}`;
}

/** Tells octets of images apart by where they come from. */
export function imageKey({ image, edits, keepSums }: ImageInput): string {
  const keeps = keepSums && edits.length > 0 && image.sums.length > 0;
  return `image ${image.name}${keeps ? " keep" : ""} ${textOf(edits)}`;
}

const texts = new WeakMap<readonly Edit[], string>();

/** A patch as text: all roles and editions of a case have the same. */
function textOf(edits: readonly Edit[]): string {
  const known = texts.get(edits) ?? canonicalJson(edits as never);
  texts.set(edits, known);
  return known;
}

/** The input of a Reader or Verifier. */
export type ImageInput = Extract<Input, { kind: "image" }>;

/** The octets that a Reader or Verifier is given. */
export async function octetsOf(input: ImageInput): Promise<Uint8Array> {
  const octets = await input.image.octets();
  if (input.edits.length === 0) return octets;
  return applyPatch(planPatch(input.image, input.edits, input.keepSums), octets);
}

/** The same octets in pieces: where nothing has to be computed, a patched image is not put together for it. */
export async function piecesOf(input: ImageInput): Promise<readonly Uint8Array[]> {
  const octets = await input.image.octets();
  if (input.edits.length === 0) return [octets];
  return patchedPieces(planPatch(input.image, input.edits, input.keepSums), octets);
}

/** A patched image in pieces, some of them views of the octets of the unpatched one. */
export function patchedPieces(plan: PatchPlan, octets: Uint8Array): readonly Uint8Array[] {
  return plan.sums.length > 0 ? [applyPatch(plan, octets)] : [...octetPieces(plan.layout, octets)];
}

/** Digests of patched images, by the image and the text of the patch: roles, editions and claims ask for the same ones. */
const patchedDigests = new WeakMap<Image, Map<string, Promise<string>>>();

/** SHA-256 of what the adapter is given: the image, patched or not, or the text of the stream. */
export async function inputDigest(input: Input): Promise<string> {
  if (input.kind === "stream") return input.stream.sha256;
  if (input.edits.length === 0) return input.image.sha256;
  const known = patchedDigests.get(input.image) ?? new Map<string, Promise<string>>();
  patchedDigests.set(input.image, known);
  const patch = imageKey(input);
  const digest = known.get(patch) ?? patchedDigest(input);
  known.set(patch, digest);
  return digest;
}

/** SHA-256 of a patched image; of what stands before its first edit, other patches of the image have worked out most already. */
async function patchedDigest(input: ImageInput): Promise<string> {
  const octets = await input.image.octets();
  const pieces = await piecesOf(input);
  const [first] = pieces;
  const isStart = first?.buffer === octets.buffer && first.byteOffset === octets.byteOffset;
  const steps = isStart ? Math.floor(first.length / STEP) : 0;
  const hash = beginning(input.image, octets, steps).copy();
  for (const [i, piece] of pieces.entries()) hash.update(i === 0 ? piece.subarray(steps * STEP) : piece);
  return hash.digest("hex");
}

/** Octets of an image from one kept hash to the next. */
const STEP = 2 ** 14;
const beginnings = new WeakMap<Image, Hash[]>();

/** The hash of the first steps of an image, not to be added to. */
function beginning(image: Image, octets: Uint8Array, steps: number): Hash {
  const known = beginnings.get(image) ?? [createHash("sha256")];
  beginnings.set(image, known);
  for (let step = known.length; step <= steps; step++)
    known.push(known[step - 1]!.copy().update(octets.subarray((step - 1) * STEP, step * STEP)));
  return known[steps]!;
}

/** SHA-256 as lower-case hex. */
export function sha256(octets: Uint8Array): string {
  return createHash("sha256").update(octets).digest("hex");
}

/** Octets that a Writer works through: the stream and its blobs. */
export function streamSize({ text, blobs }: Stream): number {
  return blobs.reduce((sum, { len }) => sum + len, text.length);
}
