/** Every key that may stand in the braces after a requirement. */
export const ATTRIBUTES = [
  "since",
  "until",
  "in",
  "needs",
  "choice",
  "code",
  "fact",
  "rationale",
  "untestable",
  "untestable-writer",
] as const;

/** The attributes of one requirement: each key's values, as written. */
export type Attributes = Readonly<Partial<Record<(typeof ATTRIBUTES)[number], readonly string[]>>>;

/**
 * Reads `since=v3 fact=E35,F5 untestable="why not"`: keys with values that commas part, or with one value in quotes.
 * Returns a sentence saying what is wrong where it is something else.
 */
export function readAttributes(text: string): Attributes | string {
  const attributes: Partial<Record<(typeof ATTRIBUTES)[number], readonly string[]>> = {};
  let at = 0;
  while (at < text.length) {
    const match = /\s*([A-Za-z-]+)=(?:"([^"]*)"|([^\s"=]+))(?=\s|$)|\s+$/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (found === null) return `not an attribute: ${text.slice(at).trim()}`;
    at = match.lastIndex;
    if (found[1] === undefined) break;
    const key = ATTRIBUTES.find((known) => known === found[1]);
    if (key === undefined) return `unknown attribute ${found[1]}=`;
    if (attributes[key] !== undefined) return `${key}= stands twice`;
    const values = found[2] === undefined ? found[3]!.split(",") : [found[2]];
    if (values.some((value) => value === "")) return `${key}= has an empty value`;
    attributes[key] = values;
  }
  return attributes;
}
