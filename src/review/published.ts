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

/** What was written down when an edition was published. */
export interface Publication {
  /** Features whose requirements were not published with it yet, because no two implementations have them. */
  readonly without: readonly string[];
  /** Digests of what its cases ask and expect. */
  readonly cases: Readonly<Record<string, string>>;
}

/** The publication of an edition; undefined where it has not been published. */
export function publicationOf(root: string, edition: string): Publication | undefined {
  if (!isPublished(root, edition)) return undefined;
  return JSON.parse(readFileSync(join(frozenFolder(root, edition), "edition.json"), "utf8")) as Publication;
}

/** The ledger and the schemas of a published edition, as they were frozen. */
export function readFrozen(root: string, edition: string): { requirements: readonly Requirement[]; schemas: KsySet } {
  const folder = frozenFolder(root, edition);
  const requirements = JSON.parse(readFileSync(join(folder, "requirements.json"), "utf8")) as Requirement[];
  return { requirements, schemas: readKsyFolder(join(folder, "schemas")) };
}
