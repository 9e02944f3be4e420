import library, { type HtmlSafeString, safe } from "escape-html-template-tag";

// The package's declarations call its function `default` of a module that is the function itself.
const template = library as unknown as typeof library.default;

/** A piece of HTML that is safe to put into a page as it stands. */
export type Markup = HtmlSafeString;

/** What may stand in a hole of a template; false, null and undefined leave nothing. */
export type Hole = Markup | string | number | false | null | undefined | readonly Hole[];

/** Builds HTML; everything in the holes is escaped, except what was built by this function or marked by `raw`. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return template(parts, ...holes.map(present));
}

/** Text of our own that is HTML, a style or a script already. */
export function raw(text: string): Markup {
  return safe(text);
}

function present(hole: Hole): unknown {
  if (Array.isArray(hole)) return hole.map(present);
  return hole === false || hole === null || hole === undefined ? "" : hole;
}
