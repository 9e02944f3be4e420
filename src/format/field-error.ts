/** Thrown where fields cannot be written; the path counts from the record. */
export class FieldError extends Error {
  override readonly name = "FieldError";
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
  constructor(path: string, found: string, wanted: string) {
    super(`${path}: found ${found}, wanted ${wanted}`);
    this.path = path;
    this.found = found;
    this.wanted = wanted;
  }
}
