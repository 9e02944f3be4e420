import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "../containers/index.ts";
import { packageRoot } from "./package-root.ts";

/** An offset as people read it: hexadecimal, with the number itself where the two differ. */
export function offsetText(at: number): string {
  return `0x${at.toString(16)}`;
}

/**
 * One line for a finding: what was found where, what was wanted, its code, the requirement and where to read it.
 * `verdict` is the word that opens the line (`rejected`, `breach`, `note`).
 */
export function findingText(finding: Finding, verdict: string): string {
  const { code, req, at, path, found, wanted } = finding;
  const place = path === "" ? "" : `${path}: `;
  const told = oneLine(`${place}found ${found}, wanted ${wanted}`);
  return `${verdict} at ${offsetText(at)}: ${told} [${code}, ${requirementPlace(req)}]`;
}

/** What moves a terminal's cursor or turns its text round. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

/** Text that comes from an image, an adapter or a file's name, with blanks for line ends and control characters. */
export function oneLine(text: string): string {
  return text.replace(CONTROLS, " ");
}

/** A requirement's number with the file and anchor of its sentence: `REC-006 spec/04-records.md#REC-006`. */
export function requirementPlace(req: string): string {
  const chapter = chapters().get(req);
  return chapter === undefined ? req : `${req} spec/${chapter}.md#${req}`;
}

let cache: ReadonlyMap<string, string> | undefined;

function chapters(): ReadonlyMap<string, string> {
  if (cache) return cache;
  try {
    const ledger = JSON.parse(readFileSync(join(packageRoot(), "conformance/requirements.json"), "utf8"));
    cache = new Map(ledger.map((entry: { id: string; "x-chapter"?: string }) => [entry.id, entry["x-chapter"] ?? ""]));
  } catch {
    cache = new Map();
  }
  return cache;
}
