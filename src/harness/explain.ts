import type { Evaluated } from "./evaluate.ts";

/** What happened in a trial, in a sentence; undefined where the verdict says it all. */
export function explain({ trial, evidence, bare }: Evaluated): string | undefined {
  const { expected, demand, missing, twin } = trial;
  const { outcome, detail, what, judge, out } = evidence;
  const seen = detail ?? what;
  switch (bare) {
    case "none":
      return `not declared: ${missing.join(", ")}`;
    case "void":
      return `proves nothing: ${twin?.name} must be accepted, it was ${past(evidence.twin?.outcome ?? "none")}`;
    case "undeclared-skip":
      if (expected === "undeclared") return `the choice ${trial.case.choice} is not declared`;
      return seen ?? "declared, but answered as not supported";
    case "fail":
      return outcome === "garbled" ? seen : `${past(outcome)} what must be ${past(expected)}`;
    case "wrong-value":
      if (demand?.kind === "octets") {
        return `wrote ${out?.len ?? "?"} octets that are not the ${demand.image.size} of ${demand.image.name}`;
      }
      if (demand?.kind === "judged" && judge?.check !== "accept")
        return `the judge's check: ${judge?.detail ?? judge?.check}`;
      if (demand?.kind === "judged" && judge?.read !== "accept")
        return `the judge's read: ${judge?.detail ?? judge?.read}`;
      return "accepted, but the state is not the one wanted";
    default:
      return seen;
  }
}

function past(outcome: string): string {
  return { accept: "accepted", reject: "rejected", unsupported: "not supported", none: "not run" }[outcome] ?? outcome;
}
