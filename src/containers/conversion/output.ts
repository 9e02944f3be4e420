/** The octets that a conversion has made and that nobody has taken yet; held against the rules of the edition they are of. */

import type { CodecEdition } from "../../format/edition.ts";
import { FormatError } from "../../format/fault.ts";
import type { Context } from "../../format/vocabulary.ts";
import { Session } from "../session.ts";
import { writerRules } from "../write.ts";

export class Output {
  private readonly session: Session;
  private segments: Uint8Array[] = [];

  constructor(edition: CodecEdition, context: Context) {
    // What has been made here a moment ago is not opened and summed up once more; the footers of 2014 tell nothing without their sums.
    const trusted = { frames: false, contents: false } as const;
    const summed = edition === "draft-b" ? {} : ({ sums: false } as const);
    this.session = new Session({ edition, context, rules: writerRules, ...trusted, ...summed }, "verifier", () => {});
  }

  /** Adds octets; they are not copied, and must not change before they are taken. Throws FormatError, its offset that in the output. */
  put(octets: Uint8Array): void {
    if (octets.length === 0) return;
    this.session.push(octets);
    this.judge();
    this.segments.push(octets);
  }

  /** Tells that the image is complete. Throws FormatError. */
  finish(): void {
    this.session.finish();
    this.judge();
  }

  /** What was added since it was last asked for. */
  take(): readonly Uint8Array[] {
    const segments = this.segments;
    this.segments = [];
    return segments;
  }

  private judge(): void {
    const breach = this.session.examiner.judge.findings.find(({ level }) => level === "MUST");
    if (breach !== undefined) throw new FormatError(breach);
  }
}
