/** The Verifier: every departure of an image and its containers, as data. */

import { imageRule } from "../../generated/catalogue.ts";
import type { Edition } from "../format/edition.ts";
import type { Facts } from "../format/facts.ts";
import type { Finding } from "../format/fault.ts";
import { allRules } from "./rules.ts";
import { type Consumer, type OpenOptions, Session, startInfoPass } from "./session.ts";

/** What a Verifier says. `octets` counts up to the end of the outermost layer, or all there were. */
export type Verification = {
  readonly edition: Edition | null;
  readonly container: readonly string[];
  readonly verdict: "accept" | "reject";
  readonly findings: readonly Finding[];
  /** Requirements that were not looked at. */
  readonly notChecked: readonly string[];
  readonly octets: number;
};

/** A Verifier of one input. `reject` when a MUST is breached; SHOULD findings alone accept. */
export function verifyImage(options: OpenOptions): Consumer<Verification> {
  let octets = 0;
  const unheard = options.deep === true ? {} : ({ contents: false } as const);
  const session = new Session({ ...options, ...unheard }, "verifier", (event) => {
    if (event.kind === "end") octets = event.subject.at;
  });
  const settle = (startInfoSeen: boolean): Verification => {
    const { facts, judge } = session.examiner;
    return {
      edition: session.edition,
      container: session.container,
      verdict: judge.findings.some(({ level }) => level === "MUST") ? "reject" : "accept",
      findings: judge.findings,
      notChecked: notChecked(facts, options.deep === true, startInfoSeen),
      octets: octets || session.input.at,
    };
  };
  return {
    push: (piece) => session.push(piece),
    overlooked: () => session.overlooked,
    passOver: (count) => session.passOver(count),
    done: () => session.done,
    end() {
      session.finish();
      return settle(false);
    },
    secondPass: () => startInfoPass(session, options, settle),
  };
}

/** Requirements on page contents that no rule has looked at, among those that have a bearing on this image. */
function notChecked(facts: Facts, deep: boolean, startInfoSeen: boolean): string[] {
  const open = allRules.filter(({ code, deep: looksInside }) => {
    if (looksInside !== true) return false;
    if (code === "verify-mismatch") return !deep && facts.verifying;
    if (facts.kind !== "pv") return false;
    return code === "start-info-frame" ? !startInfoSeen : !deep;
  });
  const requirements = open.map(({ code }) => imageRule(code, facts.ruledBy)?.req);
  return [...new Set(requirements.filter((req) => req !== undefined))].sort();
}
