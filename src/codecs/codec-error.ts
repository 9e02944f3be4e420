/** What can be wrong with a frame of compressed pages. */

/** A frame that must not be decoded: unsound, or asking for more than is allowed (ZIP-018, ZIP-020). */
export class CodecError extends Error {
  /** `unsound`: not a frame of its codec, or not of these pages; `window`: it asks for a larger window, or for a dictionary. */
  readonly kind: "unsound" | "window";
  /** Octets from the start of the frame. */
  readonly at: number;
  readonly found: string;
  readonly wanted: string;

  constructor(at: number, found: string, wanted: string, kind: "unsound" | "window" = "unsound") {
    super(`found ${found} at octet ${at} of a frame, wanted ${wanted}`);
    this.kind = kind;
    this.at = at;
    this.found = found;
    this.wanted = wanted;
  }
}

/** A codec that is defined, and whose library is not installed here. */
export class CodecMissingError extends Error {
  readonly codec: string;

  constructor(codec: string, library: string) {
    super(`codec ${codec}: the package ${library} is not installed`);
    this.codec = codec;
  }
}
