import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folder in which an edition is frozen when it is published. */
export const frozenFolder = (root: string, edition: string) => join(root, "spec/editions", edition);

/** Whether an edition has been published: its ledger is frozen. */
export function isPublished(root: string, edition: string): boolean {
  return existsSync(join(frozenFolder(root, edition), "requirements.json"));
}
