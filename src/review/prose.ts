import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { diffArrays, diffWordsWithSpace } from "diff";
import { chapterPaths } from "../authoring/ledger/ledger.ts";
import { PROPOSALS } from "./overlay.ts";
import type { Side } from "./side.ts";

/** A piece of prose on both sides; one is undefined where the other side alone has it. */
export interface ProsePair {
  readonly old?: string;
  readonly now?: string;
}

/** What became of one text of the specification. */
export interface ProseChange {
  readonly file: string;
  /** Pieces that differ, in the order of the text. */
  readonly pairs: readonly ProsePair[];
  /** Pieces that are the same on both sides. */
  readonly same: number;
}

/** What differs in the prose around the requirements: paragraphs, lists, examples and tables that nobody generates. */
export function diffProse(old: Side, now: Side): ProseChange[] {
  const [was, is] = [textsOf(old), textsOf(now)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((file) => {
    const parts = diffArrays([...(was.get(file) ?? [])], [...(is.get(file) ?? [])]);
    const pairs: ProsePair[] = [];
    for (const [i, { added, removed, value }] of parts.entries()) {
      if (removed) pairs.push(...paired(value, parts[i + 1]?.added ? parts[i + 1]!.value : []));
      else if (added && !parts[i - 1]?.removed) pairs.push(...value.map((text) => ({ now: text })));
    }
    const same = parts.reduce((sum, { added, removed, value }) => (added || removed ? sum : sum + value.length), 0);
    return pairs.length === 0 ? [] : [{ file, pairs, same }];
  });
}

/** Puts what was taken out beside what came in its place: in order, where they have most words in common. */
function paired(out: readonly string[], into: readonly string[]): ProsePair[] {
  const pairs: ProsePair[] = [];
  let next = 0;
  for (const old of out) {
    const at = into.findIndex((now, i) => i >= next && isAlike(old, now));
    if (at < 0) pairs.push({ old });
    else {
      pairs.push(...into.slice(next, at).map((now) => ({ now })), { old, now: into[at]! });
      next = at + 1;
    }
  }
  return [...pairs, ...into.slice(next).map((now) => ({ now }))];
}

function isAlike(old: string, now: string): boolean {
  const kept = diffWordsWithSpace(old, now).filter(({ added, removed }) => !added && !removed);
  return kept.reduce((sum, { value }) => sum + value.length, 0) * 2 > Math.max(old.length, now.length);
}

/** The texts of a side in pieces: the chapters of its edition, or all of them, and what a proposal says for itself. */
function textsOf({ root, edition, requirements, overlay }: Side): Map<string, readonly string[]> {
  const own = chapterPaths(root).filter(
    (file) => edition === undefined || requirements.some((one) => one.file === file) || isAboutAll(root, file),
  );
  const proposal = overlay ? [join(PROPOSALS, overlay.name, "README.md")] : [];
  return new Map(
    [...own, ...proposal].flatMap((file) =>
      existsSync(join(root, file)) ? [[file, piecesOf(readFileSync(join(root, file), "utf8"))]] : [],
    ),
  );
}

/** Whether a chapter has no requirement of any edition: introduction, glossary. */
function isAboutAll(root: string, file: string): boolean {
  return !/^<a id="[^"]*"><\/a>\*\*/m.test(readFileSync(join(root, file), "utf8"));
}

/** Paragraphs without requirements, which are compared by their numbers, and without what is generated. */
function piecesOf(text: string): string[] {
  return text
    .replaceAll(/<!-- (fields|octets): [\s\S]*?<!-- \/\1 -->/g, "")
    .split(/\n{2,}(?=\S)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "" && !/^<a id="[^"]*"><\/a>\*\*/.test(piece));
}
