import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "./layout.ts";
import type { Project } from "./project.ts";
import { placeOf } from "./requirement.ts";
import { wirePath } from "./wire.ts";

/** Something that a search can find: what it is, its name, its text, and where it stands. */
interface Entry {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  readonly to: string;
}

/** The script with everything that can be searched, and with the search itself: pages from a file system cannot fetch either. */
export function searchIndex(project: Project, pages: readonly Page[]): string {
  const entries: Entry[] = [
    ...project.requirements.map((one) => ({ kind: "requirement", name: one.id, text: one.text, to: placeOf(one) })),
    ...[...project.byCode].map(([code, rules]) => ({
      kind: "code",
      name: code,
      text: rules[0]!.text,
      to: `spec/codes/${code}.html`,
    })),
    ...[...project.schemas].flatMap(([id, ksy]) => [
      { kind: "structure", name: id, text: ksy.doc ?? "", to: wirePath(id) },
      ...(ksy.seq ?? []).map((field) => ({
        kind: `field of ${id}`,
        name: field.id,
        text: field.doc ?? "",
        to: wirePath(id),
      })),
    ]),
    ...pages.flatMap(({ path, title, headings = [] }) => [
      { kind: "page", name: title, text: "", to: path },
      ...headings
        .filter(({ level }) => level > 1)
        .map(({ text, id }) => ({ kind: title, name: text, text: "", to: `${path}#${id}` })),
    ]),
    ...project.disagreements.map(({ row, says }) => ({
      kind: "disagreement",
      name: row,
      text: says,
      to: `spec/disagreements.html#${row}`,
    })),
  ];
  const numbered = entries.map((entry, id) => ({ id, ...entry }));
  return `${librarySource()}\nwindow.searchEntries = ${JSON.stringify(numbered).replaceAll("</", "<\\/")};\n`;
}

/** MiniSearch as a script that makes the global `MiniSearch`. */
function librarySource(): string {
  const main = createRequire(import.meta.url).resolve("minisearch");
  const source = readFileSync(join(dirname(dirname(main)), "umd/index.js"), "utf8");
  return `/* MiniSearch, MIT licence, (c) Luca Ongaro */\n${source.replace(/\n\/\/# sourceMappingURL.*\s*$/, "")}`;
}
