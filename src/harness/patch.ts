import { assemble, type Edit, type Layout, layOut, resolveEdits } from "./edits.ts";
import type { Labels } from "./positions.ts";
import { type PlacedSum, placeSums, resolveSum, type Sum, writeSums } from "./sums.ts";

/** What a patch needs to know of an image: its size, its labels and its computed fields. */
export interface Patchable {
  readonly size: number;
  readonly labels: Labels;
  readonly sums: readonly Sum[];
}

/** A patch laid out on an image: pieces, and the sums to compute again. */
export interface PatchPlan {
  readonly layout: Layout;
  readonly sums: readonly PlacedSum[];
}

/** Plans by what they are of: a suite is checked, run and reported with the same ones. */
const plans = new WeakMap<Patchable, WeakMap<readonly Edit[], Map<boolean, PatchPlan>>>();

/**
 * Lays a patch out on an image without touching octets, so that a whole suite can be checked cheaply.
 * With `keepSums` no sum is computed again. Throws an `Error` for everything that makes the suite invalid.
 */
export function planPatch(image: Patchable, edits: readonly Edit[], keepSums: boolean): PatchPlan {
  const ofImage = plans.get(image) ?? new WeakMap<readonly Edit[], Map<boolean, PatchPlan>>();
  plans.set(image, ofImage);
  const known = ofImage.get(edits) ?? new Map<boolean, PatchPlan>();
  ofImage.set(edits, known);
  const plan = known.get(keepSums) ?? newPlan(image, edits, keepSums);
  known.set(keepSums, plan);
  return plan;
}

function newPlan(image: Patchable, edits: readonly Edit[], keepSums: boolean): PatchPlan {
  const layout = layOut(resolveEdits(edits, image.size, image.labels), image.size);
  const sums = image.sums.map((sum) => resolveSum(sum, image.size, image.labels));
  return { layout, sums: keepSums || edits.length === 0 ? [] : placeSums(sums, layout) };
}

/** The patched image, in a buffer of its own. */
export function applyPatch(plan: PatchPlan, image: Uint8Array): Uint8Array {
  const octets = assemble(plan.layout, image);
  writeSums(plan.sums, octets);
  return octets;
}
