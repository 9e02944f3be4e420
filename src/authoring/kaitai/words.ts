import { contentsOctets } from "./forms.ts";
import type { KsyField, KsyInstance } from "./ksy.ts";

/** The first line of a file generated from one .ksy. */
export const notice = (id: string) =>
  `// Generated from schemas/${id}.ksy by \`npm run generate\`; edit that file instead.\n`;

/** The condition that the strict form holds a field to, in words; undefined when it has none. */
export function wantedText(field: KsyField | KsyInstance): string | undefined {
  if (field.contents !== undefined)
    return Buffer.from(contentsOctets(field.contents))
      .toString("hex")
      .replace(/..(?=.)/g, "$& ");
  const { valid } = field;
  if (valid === undefined) return undefined;
  if (field["-wanted"]) return field["-wanted"];
  if (typeof valid !== "object" || valid === null) return String(valid);
  const rule = valid as Record<string, unknown>;
  if (rule["any-of"]) return `one of ${(rule["any-of"] as unknown[]).join(", ")}`;
  if (rule["in-enum"]) return `a value of ${field.enum}`;
  if (rule.expr) return String(rule.expr);
  if (rule.eq !== undefined) return String(rule.eq);
  const bounds = [];
  if (rule.min !== undefined) bounds.push(`at least ${rule.min}`);
  if (rule.max !== undefined) bounds.push(`at most ${rule.max}`);
  return bounds.join(" and ");
}

/** A doc comment, or nothing where there is no text. */
export function docText(doc: string | undefined, indent: string): string {
  if (!doc) return "";
  const lines = doc.trim().split("\n");
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join("\n")}\n${indent} */\n`;
}
