/** The longest line that the formatter of this repository leaves in one piece, in characters. */
const LINE_WIDTH = 120;

/**
 * `value` as JSON in the layout that the repository's formatter keeps: two blanks of indentation, arrays of plain values
 * on one line where they fit, a line feed at the end.
 */
export function formatJson(value: unknown): string {
  return `${layOut(value, 0, 0)}\n`;
}

/** `indent` is that of the line `value` stands on, `taken` the characters before and after it on that line. */
function layOut(value: unknown, indent: number, taken: number): string {
  const inner = " ".repeat(indent + 2);
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const flat = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    const plain = value.every((item) => typeof item !== "object" || item === null);
    if (plain && taken + flat.length <= LINE_WIDTH) return flat;
    const items = value.map((item) => inner + layOut(item, indent + 2, indent + 3));
    return `[\n${items.join(",\n")}\n${" ".repeat(indent)}]`;
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return "{}";
    const lines = entries.map(([key, item]) => {
      const start = `${inner}${JSON.stringify(key)}: `;
      return start + layOut(item, indent + 2, start.length + 1);
    });
    return `{\n${lines.join(",\n")}\n${" ".repeat(indent)}}`;
  }
  return JSON.stringify(value);
}
