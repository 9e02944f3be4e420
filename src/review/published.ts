import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type KsySet, readKsyFolder } from "../authoring/kaitai/ksy.ts";
import type { Requirement } from "../authoring/ledger/requirement.ts";

/** The folder in which an edition is frozen when it is published. */
export const frozenFolder = (root: string, edition: string) => join(root, "spec/editions", edition);

/** Whether an edition has been published: its ledger is frozen. */
export function isPublished(root: string, edition: string): boolean {
  return existsSync(join(frozenFolder(root, edition), "requirements.json"));
}

/** Features whose requirements were not published with an edition yet, because no two implementations have them. */
export function unpublishedFeatures(root: string, edition: string): readonly string[] {
  if (!isPublished(root, edition)) return [];
  return (JSON.parse(readFileSync(join(frozenFolder(root, edition), "edition.json"), "utf8")) as { without: string[] })
    .without;
}

/** The ledger and the schemas of a published edition, as they were frozen. */
export function readFrozen(root: string, edition: string): { requirements: readonly Requirement[]; schemas: KsySet } {
  const folder = frozenFolder(root, edition);
  const requirements = JSON.parse(readFileSync(join(folder, "requirements.json"), "utf8")) as Requirement[];
  return { requirements, schemas: readKsyFolder(join(folder, "schemas")) };
}
