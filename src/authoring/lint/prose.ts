import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { chapterPaths } from "../ledger/ledger.ts";
import type { Problem } from "../ledger/requirement.ts";

/** Where the words of the specification stand. */
const GLOSSARY = "spec/glossary.md";
const markdown = new MarkdownIt({ html: true });

/** A word that is not used, and the one that is. */
export type Avoided = { readonly word: string; readonly use: string };

/** The words that the glossary's last column rules out. */
export function avoidedWords(glossary: string): Avoided[] {
  const rows = glossary.split("\n").filter((line) => /^\| (?!word |---)/.test(line));
  return rows.flatMap((row) => {
    const [, use = "", , not = ""] = row.split("|").map((cell) => cell.trim());
    return not === "" ? [] : not.split(",").map((word) => ({ word: word.trim(), use }));
  });
}

/**
 * What the text of a chapter says in words that the glossary rules out, and where it seems to ask for something without a number. Code, and names in
 * capitals or with an underscore, are not prose.
 */
export function proseProblems(text: string, file: string, avoided: readonly Avoided[]): Problem[] {
  const problems: Problem[] = [];
  let line = 1;
  for (const token of markdown.parse(text, {})) {
    if (token.map !== null) line = token.map[0] + 1;
    if (token.type !== "inline") continue;
    const plain = (token.children ?? [])
      .map((child) => (child.type === "text" || child.type === "softbreak" ? child.content || " " : " "))
      .join("");
    const report = (what: string) => problems.push({ file, line, what });
    for (const { word, use } of avoided) {
      // "byte order" is the usual name, and no count of bytes.
      const found = new RegExp(`(?<![\\w-])${word}(?:s|es)?(?![\\w-])(?! order)`, "i").exec(plain)?.[0];
      if (found !== undefined) report(`"${found}": the glossary says ${use}`);
    }
    const loose = /\b(must|shall|should|required to|is to be)\b/.exec(plain)?.[0];
    if (loose !== undefined && !token.content.includes("RFC 2119") && !/^<a id=/.test(token.content))
      report(`"${loose}" reads like a requirement and has no number`);
  }
  return problems;
}

/** The same of every chapter under `root`. */
export function chapterProseProblems(root: string): Problem[] {
  const path = join(root, GLOSSARY);
  if (!existsSync(path)) return [];
  const avoided = avoidedWords(readFileSync(path, "utf8"));
  return chapterPaths(root).flatMap((file) => proseProblems(readFileSync(join(root, file), "utf8"), file, avoided));
}
