import MarkdownIt from "markdown-it";
import { type Edition, editionsBetween, isEdition, NEWEST, OLDEST_DEFAULT } from "../editions.ts";
import { type Attributes, readAttributes } from "./attributes.ts";
import type { Problem, Requirement } from "./requirement.ts";
import { keywords, readChoice, readSentence } from "./sentence.ts";

const HEAD = /^<a id="([^"]*)"><\/a>\*\*([^*]*)\*\*\s+/;
const ID = /^[A-Z0-9]{2,8}-\d{3}$/;
const CODE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const markdown = new MarkdownIt({ html: true });

/** The requirements of one chapter, in its order, and what is wrong with it. */
export type Chapter = { readonly requirements: readonly Requirement[]; readonly problems: readonly Problem[] };

/** Reads a normative chapter. `file` is the name that requirements and problems carry. */
export function readChapter(text: string, file: string): Chapter {
  const requirements: Requirement[] = [];
  const problems: Problem[] = [];
  let line = 1;
  for (const token of markdown.parse(text, {})) {
    // The cells of a table have no line of their own, only their row has.
    if (token.map !== null) line = token.map[0] + 1;
    if (token.type !== "inline") continue;
    const content = token.content.replace(/\s*\n\s*/g, " ");
    const read = HEAD.test(content)
      ? readRequirement(content, file, line)
      : strayKeyword(token.children ?? [], content);
    if (typeof read === "string") problems.push({ file, line, what: read });
    else if (read !== undefined) requirements.push(read);
  }
  return { requirements, problems };
}

/** A key word in capitals that no numbered requirement carries; the paragraph that defines the words is exempt. */
function strayKeyword(children: readonly { type: string; content: string }[], content: string): string | undefined {
  if (content.includes("RFC 2119")) return undefined;
  if (/\*\*[A-Z0-9]+-\d+\*\*/.test(content)) return 'a requirement begins with <a id="ID"></a>**ID**';
  const plain = children.filter(({ type }) => type === "text").map((child) => child.content);
  const [word] = keywords(plain.join(" "));
  return word && `${word} stands outside a numbered requirement`;
}

function readRequirement(content: string, file: string, line: number): Requirement | string {
  const [head, anchor, id] = HEAD.exec(content)!;
  if (anchor !== id) return `the anchor is ${anchor}, the number is ${id}`;
  if (!ID.test(id!)) return `${id} is no requirement number: PREFIX-NNN`;
  const body = /^(.*?)\s*(?:\{([^{}]*)\})?\s*$/s.exec(content.slice(head.length))!;
  const attributes = readAttributes(body[2] ?? "");
  if (typeof attributes === "string") return `${id}: ${attributes}`;
  const sentence = readSentence(plainText(body[1]!));
  if (typeof sentence === "string") return `${id}: ${sentence}`;
  const editions = readEditions(attributes);
  if (typeof editions === "string") return `${id}: ${editions}`;

  const single = (key: keyof Attributes) => attributes[key]?.join(",");
  const wrongCode = attributes.code?.find((code) => !CODE.test(code));
  if (wrongCode !== undefined) return `${id}: ${wrongCode} is no code: small letters, digits and hyphens`;
  const name = single("choice");
  const choice = name === undefined ? undefined : readChoice(name, body[1]!);
  if (name !== undefined && choice === undefined) {
    return `${id}: a choice defines its options: "as its choice says: \`a\` rejects ..., \`b\` reads ..."`;
  }
  const wrongFact = attributes.fact?.find((fact) => !/^[EF][1-9]\d*$/.test(fact));
  if (wrongFact !== undefined) return `${id}: ${wrongFact} is no row of the facts`;
  return {
    id: id!,
    text: plainText(body[1]!),
    ...sentence,
    action: choice === undefined ? sentence.action : undefined,
    editions,
    choice,
    needs: attributes.needs ?? [],
    codes: attributes.code ?? [],
    facts: attributes.fact ?? [],
    rationale: attributes.rationale ?? [],
    untestable: single("untestable"),
    untestableWriter: single("untestable-writer"),
    file,
    line,
  };
}

function readEditions(attributes: Attributes): readonly Edition[] | string {
  const { since, until, in: only } = attributes;
  if (only !== undefined && (since ?? until) !== undefined) return "in= stands alone, without since= and until=";
  const named = [...(since ?? []), ...(until ?? []), ...(only ?? [])];
  const unknown = named.find((name) => !isEdition(name));
  if (unknown !== undefined) return `unknown edition ${unknown}`;
  if (only !== undefined) return only as readonly Edition[];
  const editions = editionsBetween((since?.[0] ?? OLDEST_DEFAULT) as Edition, (until?.[0] ?? NEWEST) as Edition);
  return editions.length > 0 ? editions : "no edition lies between since= and until=";
}

/** `text` without the marks of Markdown: code ticks, emphasis, link targets, anchors. */
function plainText(text: string): string {
  return text
    .replace(/<[^>]+>/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`*]/g, "");
}
