import type { FieldRow } from "../kaitai/index.ts";

/** The fields of a type as a Markdown table: offset, size, name, type, meaning. */
export function fieldTableMarkdown(rows: readonly FieldRow[]): string {
  const cells = rows.map(({ offset, size, name, type, doc }) =>
    [offset, size, `\`${name}\``, type, doc].map(escapeCell),
  );
  const head = ["offset", "size", "field", "type", "meaning"];
  return [head, head.map(() => "---"), ...cells].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function escapeCell(text: string): string {
  return text.replaceAll("|", "\\|");
}
