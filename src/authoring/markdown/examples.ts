import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { type Assembled, assemble, type Include } from "../hex/assemble.ts";
import { SourceError } from "../hex/source-error.ts";
import { chapterPaths } from "../ledger/ledger.ts";

/** An image that the prose shows, assembled, and what it says becomes of it. */
export type Example = Assembled & {
  readonly id: string;
  readonly expect: "accept" | "reject";
  readonly file: string;
  readonly line: number;
};

/** The examples of one chapter: fences that begin with `image case=ID expect=accept|reject`. Throws {@link SourceError}. */
export function readExamples(text: string, file: string, include?: Include): Example[] {
  return new MarkdownIt().parse(text, {}).flatMap((token) => {
    if (token.type !== "fence" || !/^image\b/.test(token.info)) return [];
    const line = token.map![0] + 1;
    const match = /^image case=([a-z0-9][\w.-]*) expect=(accept|reject)$/.exec(token.info.trim());
    if (match === null) throw new SourceError(file, line, "an example reads: image case=ID expect=accept|reject");
    // Blank lines in front make the assembler's line numbers those of the chapter.
    const assembled = assemble("\n".repeat(line) + token.content, file, include);
    return [{ ...assembled, id: match[1]!, expect: match[2] as Example["expect"], file, line }];
  });
}

/** The examples of every chapter under `root`. */
export function specExamples(root: string, include?: Include): Example[] {
  return chapterPaths(root).flatMap((path) => readExamples(readFileSync(join(root, path), "utf8"), path, include));
}
