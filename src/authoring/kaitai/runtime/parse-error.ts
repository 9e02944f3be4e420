/** A field's value where it is no structure: 64-bit integers are bigint, octets are a view on the input. */
export type Scalar = number | bigint | boolean | string | Uint8Array;

/** Why octets could not be read: they end too early, or a field breaks a condition of the strict form. */
export type ParseErrorCode = "truncated" | "invalid";

/** What a generated parser throws for bad input, and the only thing it throws. */
export class ParseError extends Error {
  override readonly name = "ParseError";
  readonly code: ParseErrorCode;
  /** Names of the .ksy from the type read down to the field, e.g. `pfns[3].raw`. */
  readonly path: string;
  /** Octets before the offending field; when octets are missing, the place where they end. */
  readonly at: number;
  /** The value found; octets still there when some are missing. */
  readonly found: Scalar | undefined;
  /** The condition in the words of the .ksy. */
  readonly wanted: string;
  /** Requirements that the condition serves, from the .ksy. */
  readonly req: readonly string[];

  constructor(fault: Omit<ParseError, "name" | "message" | "stack" | "cause">) {
    super(`${fault.path || "input"} at ${fault.at}: wanted ${fault.wanted}, found ${show(fault.found)}`);
    this.code = fault.code;
    this.path = fault.path;
    this.at = fault.at;
    this.found = fault.found;
    this.wanted = fault.wanted;
    this.req = fault.req;
  }
}

function show(found: Scalar | undefined): string {
  if (!(found instanceof Uint8Array)) return String(found);
  const hex = Array.from(found.subarray(0, 16), (octet) => octet.toString(16).padStart(2, "0")).join(" ");
  return found.length > 16 ? `${hex} ...` : hex;
}
