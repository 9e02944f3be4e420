/** A mistake in a source that a person wrote; `message` begins with `file:line`. */
export class SourceError extends Error {
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, what: string) {
    super(`${file}:${line}: ${what}`);
    this.name = "SourceError";
    this.file = file;
    this.line = line;
  }
}
