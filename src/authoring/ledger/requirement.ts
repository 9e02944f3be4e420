import type { Edition } from "../editions.ts";

/** How strongly a requirement binds. */
export type Level = "MUST" | "SHOULD" | "MAY";

/** Whom a requirement can bind. */
export type Role = "reader" | "writer" | "verifier";

/** What a Reader does about what a requirement describes. */
export type Action = "reject" | "accept";

/** A declared freedom: its name, and what each option makes of the breach. */
export type Choice = { readonly name: string; readonly options: Readonly<Record<string, Action>> };

/** One numbered requirement, as the prose has it; level, roles and action are derived from its sentence. */
export type Requirement = {
  readonly id: string;
  readonly text: string;
  readonly level: Level;
  /** Who the sentence is about: a role, or anything else (an image, a record, a field). */
  readonly subject: Role | "image";
  readonly roles: readonly Role[];
  readonly editions: readonly Edition[];
  /** Only where the subject is a Reader and the sentence leaves no choice. */
  readonly action: Action | undefined;
  readonly choice: Choice | undefined;
  readonly needs: readonly string[];
  /** The codes that a breach is reported under: one, or several where a Reader's rule answers to several departures. */
  readonly codes: readonly string[];
  readonly facts: readonly string[];
  readonly rationale: readonly string[];
  readonly untestable: string | undefined;
  /** Why no stream can ask it of a Writer, where octets decide it for the others. */
  readonly untestableWriter: string | undefined;
  readonly file: string;
  readonly line: number;
};

/** Something wrong with a source, to be shown as `file:line: what`. */
export type Problem = { readonly file: string; readonly line: number; readonly what: string };

/** `problem` as one line of text. */
export function formatProblem({ file, line, what }: Problem): string {
  return line > 0 ? `${file}:${line}: ${what}` : `${file}: ${what}`;
}
