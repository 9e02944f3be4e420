import { html, type Markup, raw } from "../report/markup.ts";
import type { Page } from "./layout.ts";
import { pagePath, type Rendering, renderDocument } from "./markdown.ts";
import { octetDrawing } from "./octets.ts";
import { type Project, textOf } from "./project.ts";
import { placeOf, requirementBlock } from "./requirement.ts";
import { fieldMarkup } from "./wire.ts";

const BLOCK = /^<!-- (fields|octets): (\S+) (\S+) -->\n[\s\S]*?<!-- \/\1 -->$/gm;

/**
 * A Markdown file of the project as a page: requirements become blocks, generated tables and diagrams are drawn.
 * `pageOf` tells the page of a file that a link names, and `cased` which cases have their anchor already.
 */
export function documentPage(project: Project, file: string, pageOf: Rendering["pageOf"], cased: Set<string>): Page {
  const path = pagePath(file);
  const text = (textOf(project.root, file) ?? "").replace(BLOCK, (_, kind: string, ksy: string, type: string) => {
    const drawn = kind === "octets" ? octetDrawing(project.schemas, ksy, type) : fieldMarkup(project, ksy, type, path);
    // A blank line would end the piece of HTML that this is to Markdown.
    return `\n${drawn.toString().replace(/\n\s*\n/g, "\n")}\n`;
  });
  const normative = project.chapters.includes(file);
  const document = renderDocument(text, {
    file,
    pageOf,
    requirement: (id) => {
      const known = project.byId.get(id);
      return known && placeOf(known);
    },
    ...(normative && {
      block: (id, sentence) => {
        const known = project.byId.get(id);
        return known === undefined ? sentence : `${block(requirementBlock(project, known, sentence, cased))}\n`;
      },
    }),
  });
  const title = document.headings.find(({ level }) => level === 1)?.text ?? path;
  return { path, title, headings: document.headings, body: html`${raw(document.html)}` };
}

function block(markup: Markup): string {
  return markup.toString();
}
