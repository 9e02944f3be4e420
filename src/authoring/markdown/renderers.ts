import { type FieldRow, fieldTable, octetDiagram } from "../kaitai/index.ts";
import type { Renderers } from "./tables.ts";

/** What the schemas under `root` say of a type, as Markdown. */
export function schemaRenderers(root: string): Renderers {
  return {
    fields: (ksy, type) => fieldTableMarkdown(fieldTable(root, ksy, type)),
    octets: (ksy, type) => `\`\`\`text\n${octetDiagram(root, ksy, type)}\n\`\`\``,
  };
}

/** The fields of a type as a table: offset, size, name, type, meaning. */
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
