/** What the bundle knows of the specification: `virtual:specification`, written by the step that makes the bundle. */

/** A structure as its description has it, as far as it is shown. */
export interface Structure {
  readonly title?: string;
  readonly doc?: string;
  /** Requirements about all of it. */
  readonly req?: readonly string[];
  readonly seq: readonly {
    readonly id: string;
    readonly doc?: string;
    readonly req?: readonly string[];
    /** The structure inside, or which one by the value of another field. */
    readonly type?: string | { readonly on: string; readonly cases: Readonly<Record<string, string>> };
  }[];
  readonly types: Readonly<Record<string, Structure>>;
}

/** A requirement: its sentence, and its place in the site. */
export interface Sentence {
  readonly text: string;
  readonly place: string;
}
