import type { About } from "./about.ts";
import type { Evidence } from "./evidence.ts";
import type { Trial } from "./trials.ts";

/** What was wanted and what was named, and whether one of the wanted was among it. */
export interface Reason<T> {
  readonly wanted: readonly T[];
  readonly got: readonly T[];
  readonly right: boolean;
}

/** Whether an adapter rejected for the right reason and at the right place. It never gates; it fills a score of its own. */
export interface Reasons {
  readonly codes?: Reason<string>;
  readonly at?: Reason<number>;
}

/** The reasons of a trial that was rightly rejected and whose case says why or where; undefined for any other. */
export function reasonsOf(trial: Trial, evidence: Evidence, { codes: dictionary = {} }: About): Reasons | undefined {
  if (trial.expected !== "reject" || evidence.outcome !== "reject") return undefined;
  const ours = (code: string) => (Object.hasOwn(dictionary, code) ? dictionary[code]! : code);
  const findings = evidence.findings ?? [];
  const reported = [evidence.code, ...findings.map(({ code }) => code)];
  const wantedCodes = trial.requirements.flatMap(({ code }) => code ?? []);
  const places = [evidence.at, ...findings.map(({ at }) => at)];
  const { at } = trial.case;
  const codes =
    wantedCodes.length > 0
      ? compare(
          [...wantedCodes, ...(trial.case.alsoCodes ?? [])],
          reported.map((code) => code && ours(code)),
        )
      : undefined;
  const where = at === undefined ? undefined : compare([at], places);
  return codes || where ? { ...(codes && { codes }), ...(where && { at: where }) } : undefined;
}

function compare<T>(wanted: readonly T[], reported: readonly (T | undefined | "")[]): Reason<T> {
  const got = [...new Set(reported.filter((one): one is T => one !== undefined && one !== ""))];
  return { wanted, got, right: got.some((one) => wanted.includes(one)) };
}
