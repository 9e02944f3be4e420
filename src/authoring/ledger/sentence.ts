import type { Action, Choice, Level, Role } from "./requirement.ts";

const KEYWORD =
  /\b(MUST NOT|MUST|SHOULD NOT|SHOULD|MAY|SHALL NOT|SHALL|REQUIRED|NOT RECOMMENDED|RECOMMENDED|OPTIONAL)\b/g;

const LEVELS: Readonly<Record<string, Level>> = {
  MUST: "MUST",
  "MUST NOT": "MUST",
  SHOULD: "SHOULD",
  "SHOULD NOT": "SHOULD",
  MAY: "MAY",
};

/** What the sentence of a requirement says about itself. */
export type Sentence = {
  readonly level: Level;
  readonly subject: Role | "image";
  readonly roles: readonly Role[];
  readonly action: Action | undefined;
};

/** The RFC 2119 key words in `text`, in order. */
export function keywords(text: string): string[] {
  return [...text.matchAll(KEYWORD)].map(([word]) => word);
}

/** Level, subject, roles and the Reader's action, or what keeps them from being derived. */
export function readSentence(text: string): Sentence | string {
  const [word, ...others] = keywords(text);
  if (word === undefined) return "no key word: a requirement has one MUST, SHOULD or MAY";
  if (others.length > 0) return `one requirement, one key word: ${[word, ...others].join(", ")}`;
  const level = LEVELS[word];
  if (level === undefined) return `the key word ${word} is not used here: write MUST, SHOULD or MAY`;
  const role = /^An? (Reader|Writer|Verifier)\b/.exec(text)?.[1]?.toLowerCase() as Role | undefined;
  return {
    level,
    subject: role ?? "image",
    roles: role === undefined ? ["writer", "verifier"] : [role],
    action: role === "reader" ? readAction(text, word) : undefined,
  };
}

function readAction(text: string, keyword: string): Action {
  const verb = new RegExp(`\\b${keyword} (?:also )?(\\w+)`).exec(text)?.[1];
  return (verb === "reject") === !keyword.endsWith("NOT") ? "reject" : "accept";
}

/**
 * The options of a choice from its sentence: "as its choice says: `refuse` rejects the image, `allow` reads the record".
 * `undefined` where the sentence does not define at least two.
 */
export function readChoice(name: string, text: string): Choice | undefined {
  const said = text.indexOf("choice says:");
  if (said < 0) return undefined;
  const options = [...text.slice(said).matchAll(/`([a-z0-9-]+)` (\w+)/g)];
  if (options.length < 2) return undefined;
  return { name, options: Object.fromEntries(options.map(([, option, verb]) => [option, actionOf(verb!)])) };
}

function actionOf(verb: string): Action {
  return verb === "rejects" ? "reject" : "accept";
}
