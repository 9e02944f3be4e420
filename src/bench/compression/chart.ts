/** Bar charts as SVG: horizontal, from zero, every bar with its number. */

/** One chart: `series` names the bars that stand under each other in a group. */
export type Chart = {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly string[];
  readonly groups: readonly { readonly label: string; readonly values: readonly number[] }[];
};

const COLOURS = ["#2b6cb0", "#c05621", "#2f855a"];
const [WIDTH, LABELS, NUMBERS, BAR, GAP] = [860, 210, 90, 13, 9];

/** The chart as a file. */
export function barChart({ title, unit, series, groups }: Chart): string {
  const most = Math.max(...groups.flatMap(({ values }) => values));
  const scale = (WIDTH - LABELS - NUMBERS) / most;
  const parts: string[] = [];
  const text = (x: number, y: number, words: string, more = "") =>
    parts.push(`<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`);
  text(10, 22, `${title} (${unit})`, 'font-size="15" font-weight="bold"');
  let y = 38;
  if (series.length > 1) {
    for (const [index, name] of series.entries()) {
      parts.push(`<rect x="${10 + index * 200}" y="${y}" width="11" height="11" fill="${COLOURS[index]}"/>`);
      text(26 + index * 200, y + 10, name);
    }
    y += 24;
  }
  for (const { label, values } of groups) {
    text(LABELS - 8, y + (values.length * BAR) / 2 + 4, label, 'text-anchor="end"');
    for (const [index, value] of values.entries()) {
      const width = Math.max(1, value * scale);
      parts.push(
        `<rect x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR - 2}" fill="${COLOURS[index]}"/>`,
      );
      text(LABELS + width + 5, y + BAR - 3, short(value));
      y += BAR;
    }
    y += GAP;
  }
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12" fill="#1a202c">`;
  return `${head}\n<rect width="${WIDTH}" height="${y}" fill="#ffffff"/>\n${parts.join("\n")}\n</svg>\n`;
}

/** Three digits that count. */
export function short(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value.toFixed(value >= 10 ? 1 : 2);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
