import { EDITIONS, type Edition } from "../editions.ts";
import type { Ledger } from "./ledger.ts";
import type { Problem, Requirement } from "./requirement.ts";

const HEAD = `// Made from the requirements in spec/ by \`npm run generate\`; edit the prose instead.

/** An edition of the format. */
export type Edition = EDITION_UNION;

/** The number of a requirement. */
export type RequirementId = ID_UNION;

/** The code of a departure from the specification. */
export type Code = CODE_UNION;

/** How strongly a requirement binds. */
export type Level = "MUST" | "SHOULD" | "MAY";

/** What a Reader does about a departure. */
export type Action = "reject" | "accept";

/** A requirement on what is written: a Writer keeps it, a Verifier reports its breach. */
export type ImageRule = {
  readonly req: RequirementId;
  readonly level: Level;
  readonly editions: readonly Edition[];
  readonly text: string;
};

/** A requirement on a Reader: what it does, or what each option of a declared choice makes it do. */
export type ReaderRule = ImageRule &
  (
    | { readonly action: Action; readonly choice?: never }
    | { readonly action?: never; readonly choice: { readonly name: string; readonly options: Readonly<Record<string, Action>> } }
  );

/** What the specification says about one departure; at most one rule of each kind holds in an edition. */
export type CatalogueEntry = { readonly image: readonly ImageRule[]; readonly reader: readonly ReaderRule[] };

/** The rule that an image of \`edition\` breaks when it departs by \`code\`; none where the edition allows it. */
export function imageRule(code: Code, edition: Edition): ImageRule | undefined {
  return catalogue[code].image.find((rule) => rule.editions.includes(edition));
}

/** What a Reader of \`edition\` does about a departure by \`code\`; none where the edition does not say. */
export function readerRule(code: Code, edition: Edition): ReaderRule | undefined {
  return catalogue[code].reader.find((rule) => rule.editions.includes(edition));
}

/** Every departure that has a code. */
export const catalogue: Readonly<Record<Code, CatalogueEntry>> = {
`;

/** \`generated/catalogue.ts\`: the codes, and for each the rules on images and on Readers that share it. */
export function catalogueSource({ requirements }: Ledger): string {
  const codes = codesOf(requirements);
  const head = HEAD.replace("EDITION_UNION", union(EDITIONS))
    .replace("ID_UNION", union(requirements.map(({ id }) => id)))
    .replace("CODE_UNION", union([...codes.keys()]));
  const entries = [...codes].map(([code, rules]) => {
    const image = rules.filter(({ subject }) => subject !== "reader").map((rule) => `      ${ruleSource(rule)},\n`);
    const reader = rules.filter(({ subject }) => subject === "reader").map((rule) => `      ${ruleSource(rule)},\n`);
    return `  ${JSON.stringify(code)}: {\n    image: ${list(image)},\n    reader: ${list(reader)},\n  },\n`;
  });
  return `${head}${entries.join("")}};\n`;
}

function list(lines: readonly string[]): string {
  return lines.length === 0 ? "[]" : `[\n${lines.join("")}    ]`;
}

function ruleSource({ id, level, editions, action, choice, subject, text }: Requirement): string {
  const does = subject !== "reader" ? {} : choice === undefined ? { action } : { choice };
  return JSON.stringify({ req: id, level, editions, ...does, text });
}

function union(names: readonly string[]): string {
  return names.length === 0 ? "never" : names.map((name) => `\n  | ${JSON.stringify(name)}`).join("");
}

function codesOf(requirements: readonly Requirement[]): Map<string, Requirement[]> {
  const codes = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    for (const code of requirement.codes) codes.set(code, [...(codes.get(code) ?? []), requirement]);
  }
  return codes;
}

/** Codes under which one edition has two rules for the same kind of subject, so that a lookup could not choose. */
export function ambiguousCodes({ requirements }: Ledger): Problem[] {
  const problems: Problem[] = [];
  for (const [code, rules] of codesOf(requirements)) {
    const taken = new Map<string, Requirement>();
    for (const rule of rules) {
      for (const edition of rule.editions) {
        const key = `${edition as Edition} ${rule.subject === "reader" ? "reader" : "image"}`;
        const other = taken.get(key);
        if (other === undefined) taken.set(key, rule);
        else problems.push({ ...rule, what: `${rule.id} and ${other.id} share the code ${code} in ${edition}` });
      }
    }
  }
  return problems;
}
