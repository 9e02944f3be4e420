import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type KsySet, readKsySet, typesOf } from "../kaitai/ksy.ts";
import { constantSize } from "../kaitai/layout.ts";
import { chapterPaths } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";

/** A chapter as the lint reads it. */
export type Chapter = { readonly file: string; readonly text: string };

/**
 * Sizes that the prose states of structures and that are not what their fields come to. A description says with `-said` in which words its chapters
 * name its size, with `{}` for the number: `all {} octets of its domain header`.
 */
export function sizeProblems(root: string): Problem[] {
  const chapters = chapterPaths(root).map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  return saidSizes(readKsySet(root), chapters);
}

/** The same of given descriptions and chapters. */
export function saidSizes(set: KsySet, chapters: readonly Chapter[]): Problem[] {
  return [...set].flatMap(([id, ksy]) =>
    typesOf(id, ksy).flatMap((at) =>
      (at.type["-said"] ?? []).flatMap((words) => {
        const what = problemOf(words, constantSize(set, at), chapters);
        return what === undefined
          ? []
          : [{ file: `schemas/${id}.ksy`, line: 0, what: `${at.path.join("::")} ${what}` }];
      }),
    ),
  );
}

function problemOf(words: string, size: number | undefined, chapters: readonly Chapter[]): string | undefined {
  if (size === undefined) return `has no size of its own that could be said: "${words}"`;
  const pattern = words.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "\\s+"));
  const said = new RegExp(pattern.join("(\\d+)"), "g");
  const found = chapters.flatMap(({ file, text }) => [...text.matchAll(said)].map(([, number]) => ({ file, number })));
  if (found.length === 0) return `has ${size} octets, and no chapter says "${words}"`;
  const wrong = found.find(({ number }) => Number(number) !== size);
  return wrong && `has ${size} octets, and ${wrong.file} says ${wrong.number}: "${words}"`;
}
