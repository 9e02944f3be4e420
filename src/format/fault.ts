import type { Code, Level, RequirementId } from "../../generated/catalogue.ts";

/** One departure from the specification as a rule saw it. `at` counts octets from the start of the outermost layer. */
export type Fault = {
  readonly code: Code;
  readonly at: number;
  readonly path: string;
  readonly found: string;
  readonly wanted: string;
};

/** A fault together with the requirement it breaks. */
export type Finding = Fault & { readonly req: RequirementId; readonly level: Level };

/** The only error thrown for bad input; its text is for logs, people's text is made by the command. */
export class FormatError extends Error {
  override readonly name = "FormatError";
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(
      `${finding.code} (${finding.req}) at ${finding.at}, ${finding.path}: found ${finding.found}, wanted ${finding.wanted}`,
    );
    this.finding = finding;
  }
}

/** Thrown for input that is recognised but not supported here: another edition, another container, a missing codec. */
export class UnsupportedError extends Error {
  override readonly name = "UnsupportedError";
  readonly what: string;
  constructor(what: string) {
    super(`${what} is recognised but not supported here`);
    this.what = what;
  }
}
