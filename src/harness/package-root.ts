import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

let found: string | undefined;

/** Folder of this package, wherever it is installed or built: the nearest above whose package.json bears its name. */
export function packageRoot(): string {
  found ??= search(dirname(fileURLToPath(import.meta.url)));
  return found;
}

function search(folder: string): string {
  const name = nameOf(join(folder, "package.json"));
  if (name === "domain-save-image") return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("the package domain-save-image is not complete: its package.json is missing");
  return search(above);
}

function nameOf(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { name?: unknown }).name;
  } catch {
    return undefined;
  }
}
