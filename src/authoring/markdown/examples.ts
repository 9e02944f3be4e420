import { readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { SourceError } from "../hex/source-error.ts";
import { formatJson } from "../json.ts";
import { chapterPaths } from "../ledger/ledger.ts";
import type { Products } from "../products.ts";

/** Where the cases that the prose shows stand in the suite; generated. */
export const PROSE_CASES = "conformance/cases/prose.json";

/** An image that the prose shows, and what becomes of it: a case. */
export type Example = {
  readonly id: string;
  readonly expect: "accept" | "reject";
  readonly breaks?: string;
  readonly shows?: readonly string[];
  readonly twin?: string;
  readonly roles: readonly string[];
  /** Annotated hex; blank lines in front make its line numbers those of the chapter. */
  readonly source: string;
  /** What it says beside the octets: the comment on its first line. */
  readonly why: string;
  readonly file: string;
  readonly line: number;
};

const FORM =
  "an example reads: image case=ID expect=accept|reject shows=REQ,...|breaks=REQ twin=ID [roles=reader,verifier]";
const KEYS = ["case", "expect", "shows", "breaks", "twin", "roles"];

/** The examples of one chapter: its fences that begin with `image`. Throws {@link SourceError}. */
export function readExamples(text: string, file: string): Example[] {
  return new MarkdownIt().parse(text, {}).flatMap((token) => {
    if (token.type !== "fence" || !/^image\b/.test(token.info)) return [];
    const line = token.map![0] + 1;
    return [readExample(token.info, token.content, file, line)];
  });
}

function readExample(info: string, content: string, file: string, line: number): Example {
  const wrong = (): never => {
    throw new SourceError(file, line, FORM);
  };
  const pairs = info
    .trim()
    .split(/\s+/)
    .slice(1)
    .map((pair) => /^([a-z]+)=([\w.,-]+)$/.exec(pair) ?? wrong());
  const values = new Map(pairs.map(([, key, value]) => [key!, value!]));
  const { case: id = "", expect, shows, breaks, twin, roles = "reader,verifier" } = Object.fromEntries(values);
  if (values.size !== pairs.length || [...values.keys()].some((key) => !KEYS.includes(key))) wrong();
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id) || (expect !== "accept" && expect !== "reject")) return wrong();
  if ((shows === undefined) === (breaks === undefined) || (breaks !== undefined && expect === "reject" && !twin))
    wrong();
  const why = /^#(?!!)\s*(.*\S)/.exec(content)?.[1];
  if (why === undefined)
    throw new SourceError(file, line + 1, "an example begins with a comment that says what it shows");
  return {
    id,
    expect,
    ...(breaks !== undefined && { breaks }),
    ...(shows !== undefined && { shows: shows.split(",") }),
    ...(twin !== undefined && { twin }),
    roles: roles.split(","),
    source: "\n".repeat(line) + content,
    why,
    file,
    line,
  };
}

/** The examples of every chapter under `root`. */
export function specExamples(root: string): Example[] {
  return chapterPaths(root).flatMap((path) => readExamples(readFileSync(join(root, path), "utf8"), path));
}

/** The examples as cases of the suite; their images are made like all others. */
export function exampleCases(examples: readonly Example[]): Products {
  const cases = examples.map(({ id, expect, breaks, shows, twin, roles, why }) => ({
    id,
    breaks,
    shows,
    image: id,
    twin,
    ...Object.fromEntries(roles.map((role) => [role, expect])),
    why,
  }));
  return new Map([[PROSE_CASES, formatJson({ cases })]]);
}
