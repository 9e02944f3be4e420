import type { Certificate } from "./certificate.ts";
import type { HexWindow } from "./hex-window.ts";
import type { Report, ReportedTrial } from "./report.ts";
import type { Json } from "./strict-json.ts";
import type { Verdict } from "./verdict.ts";

const WRONG: readonly Verdict[] = ["fail", "wrong-value", "crash", "hang"];
const SCREENS = 20;

/**
 * A report as plain text, one string a line: a screen for each trial that went wrong (the first twenty; the rest by
 * id), counts of what does not count, then the certificates.
 */
export function terminalLines(report: Report): string[] {
  const wrong = report.trials.filter(({ judged, verdict }) => judged && WRONG.includes(verdict));
  const count = (what: (trial: ReportedTrial) => boolean, text: string) => {
    const found = report.trials.filter(what).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? "trial" : "trials"} ${text}`];
  };
  return [
    ...wrong.slice(0, SCREENS).flatMap((trial) => [...screen(trial), ""]),
    ...wrong.slice(SCREENS).map(({ verdict, case: id, edition, role }) => `${verdict}  ${id}  ${edition} ${role}`),
    ...count(({ judged, verdict }) => judged && verdict === "void", "void: the twin was not accepted"),
    ...count(({ judged, verdict }) => judged && verdict === "undeclared-skip", "declared but not answered"),
    ...count(({ verdict }) => verdict === "known", "not passing, as known"),
    ...count(({ judged, verdict }) => !judged && verdict !== "none", "not judged: provisional, disputed or left free"),
    ...count(({ verdict }) => verdict === "none", "not applicable to what the adapter declares"),
    ...report.known.stale.map((id) => `known failure ${id} no longer fails: take it off the list`),
    ...report.known.unexpected.map((name) => `unexpected: ${name}`),
    ...report.certificates.flatMap(certificateLines),
  ];
}

/** One trial that went wrong, on one screen. */
export function screen(trial: ReportedTrial): string[] {
  const { verdict, case: id, edition, role, requirements, expected, outcome, detail, difference, level } = trial;
  const sentences = requirements.map((requirement) => `  ${requirement.id} ${requirement.text}`);
  const wanted = difference ? ` at ${difference.path}: ${shown(difference.want)}` : `: ${expected}`;
  const got = difference ? ` at ${difference.path}: ${shown(difference.got)}` : `: ${outcome}`;
  const because = detail === undefined ? "" : ` (${detail})`;
  const stderr = trial.stderr?.trimEnd().split("\n").slice(-5) ?? [];
  return [
    `${verdict.toUpperCase()}  ${id}  ${edition} ${role} ${level}`,
    ...sentences,
    `  why   ${trial.why}`,
    `  image ${trial.input}${trial.patch ? ", patched" : ""}`,
    ...(trial.window ? windowLines(trial.window) : []),
    ...(trial.wantedWindow ? ["  wanted there", ...windowLines(trial.wantedWindow)] : []),
    `  want${wanted}`,
    `  got${got}${because}`,
    ...stderr.map((line) => `  stderr ${line}`),
    `  again ${trial.rerun}`,
  ];
}

/** Rows of a window: offset, octets (those that were written in brackets), and where octets were taken away. */
function windowLines({ rows, cuts, size }: HexWindow): string[] {
  const lines = rows.map(({ at, octets, marked }) => {
    const pairs = octets.split(" ").map((pair, i) => (marked.includes(i) ? `[${pair}]` : ` ${pair} `));
    return `    ${at.toString(16).padStart(8, "0")}  ${pairs.join("")}`.trimEnd();
  });
  const gaps = cuts.map(({ at, removed }) => `    ${removed} octets taken away at ${at} of ${size}`);
  return [...lines, ...gaps];
}

function shown(value: Json | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function certificateLines(certificate: Certificate): string[] {
  const { edition, role, result, profile, counts, why, values, requirements, notApplicable, reasons } = certificate;
  const tallies = (["MUST", "SHOULD", "MAY"] as const).flatMap((level) => {
    const parts = Object.entries(counts[level]).map(([verdict, count]) => `${count} ${verdict}`);
    return parts.length === 0 ? [] : [`${level}: ${parts.join(", ")}`];
  });
  const lacking = Object.entries(notApplicable).map(([feature, count]) => `${feature} (${count})`);
  const untestable = requirements.untestable.map(({ id }) => id);
  const right = [reasons.codes, reasons.at].map(({ right, asked }) => `${right}/${asked}`);
  return [
    `${edition} ${role}: ${result}${profile === null ? "" : ` to ${profile}`}`,
    `  ${tallies.join("; ") || "no trial was judged"}`,
    `  ${requirements.withCase} of ${requirements.must} MUSTs have a case that decides them`,
    ...(values === "compared" ? [] : [`  ${values}`]),
    ...(reasons.codes.asked + reasons.at.asked > 0 ? [`  reasons: codes ${right[0]}, places ${right[1]}`] : []),
    ...(lacking.length > 0 ? [`  not applicable: ${lacking.join(", ")}`] : []),
    ...(untestable.length > 0 ? [`  not testable by octets: ${untestable.join(", ")}`] : []),
    ...why.map((reason) => `  - ${reason}`),
  ];
}
