import { create } from "xmlbuilder2";
import type { Report, ReportedTrial } from "./report.ts";

/** Characters that XML 1.0 cannot hold, whatever an adapter prints. */
const UNFIT = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A JUnit file: a suite for each certificate, a test case for each trial of it; without times. */
export function junit(report: Report): string {
  const document = create({ version: "1.0", encoding: "UTF-8" }).ele("testsuites", {
    name: printable(report.about.name),
  });
  for (const { edition, role } of report.certificates) {
    const trials = report.trials.filter((trial) => trial.edition === edition && trial.role === role);
    const of = (kind: string) => String(trials.filter((trial) => kindOf(trial) === kind).length);
    const suite = document.ele("testsuite", {
      name: `${edition}.${role}`,
      tests: String(trials.length),
      failures: of("failure"),
      errors: of("error"),
      skipped: of("skipped"),
    });
    for (const trial of trials) {
      const element = suite.ele("testcase", { classname: `${edition}.${role}`, name: trial.case });
      const kind = kindOf(trial);
      if (kind === "skipped") element.ele("skipped", { message: printable(`${trial.verdict}: ${trial.detail ?? ""}`) });
      else if (kind !== "pass") {
        const [requirement] = trial.requirements;
        const message = printable(`${requirement!.id}: ${trial.detail ?? trial.verdict}`);
        element.ele(kind, { type: trial.verdict, message }).txt(printable(`${requirement!.text}\n${trial.rerun}\n`));
      }
    }
  }
  return document.end({ prettyPrint: true });
}

function kindOf({ verdict, judged }: ReportedTrial): "pass" | "failure" | "error" | "skipped" {
  if (verdict === "pass" || verdict === "fixed") return "pass";
  if (!judged) return "skipped";
  if (verdict === "crash" || verdict === "hang") return "error";
  return verdict === "fail" || verdict === "wrong-value" ? "failure" : "skipped";
}

function printable(text: string): string {
  return text.replace(UNFIT, "\ufffd");
}
