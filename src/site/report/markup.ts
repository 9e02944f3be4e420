/** A piece of HTML that is safe to put into a page as it stands. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a hole of a template; false, null and undefined leave nothing. */
export type Hole = Markup | string | number | false | null | undefined | readonly Hole[];

/** Builds HTML; everything in the holes is escaped, except what was built by this function. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(parts.map((part, i) => part + (i < holes.length ? textOf(holes[i]) : "")).join(""));
}

function textOf(hole: Hole): string {
  if (hole === false || hole === null || hole === undefined) return "";
  if (hole instanceof Markup) return hole.text;
  if (typeof hole === "object") return hole.map(textOf).join("");
  return String(hole).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
