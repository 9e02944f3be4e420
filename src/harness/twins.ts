import { SuiteError } from "./errors.ts";
import { editionsOf, existsIn, needsOf } from "./existence.ts";
import { canonicalJson } from "./json-compare.ts";
import {
  type Case,
  contextOf,
  type Edition,
  type Expectation,
  editsOf,
  expectationFor,
  nameFor,
  ROLES,
  type Role,
  type Suite,
} from "./model.ts";

/**
 * The accepted neighbour of a breaking case, which shows that a rejection is for the one fault: the case that it
 * names, else its own unpatched image. Cases that show a requirement have none, nor do write cases that name none.
 */
export type Twin = { readonly kind: "case"; readonly case: Case } | { readonly kind: "unpatched" };

/** The twin of a case in a checked suite. */
export function twinOf(suite: Suite, case_: Case): Twin | undefined {
  if (case_.twin !== undefined) {
    const twin = suite.cases.get(case_.twin);
    return twin && { kind: "case", case: twin };
  }
  return case_.breaks !== undefined && case_.image !== undefined && case_.stream === undefined
    ? { kind: "unpatched" }
    : undefined;
}

/** Checks the twin of a case: it exists wherever the case does, asks for no more, and nothing says it must be rejected. */
export function checkTwins(suite: Suite, case_: Case, where: string): void {
  const fail = (what: string): never => {
    throw new SuiteError(`${where}: ${what}`);
  };
  if (case_.twin !== undefined && !suite.cases.has(case_.twin)) fail(`twin ${case_.twin} does not exist`);
  if (case_.shows !== undefined && case_.twin !== undefined && case_.stream === undefined) {
    fail("a case that shows a requirement has no twin");
  }
  const twin = twinOf(suite, case_);
  if (!twin) return;
  for (const role of ROLES) {
    const expectation = expectationFor(case_, role);
    if (expectation === undefined) continue;
    for (const edition of editionsOf(suite, case_).filter((e) => existsIn(suite, case_, e))) {
      if (twin.kind === "case") checkNamed(suite, case_, twin.case, role, edition, fail);
      else {
        const judge = rejecting(suite, case_, role, edition, expectation);
        if (judge)
          fail(`its twin, the unpatched image, must itself be rejected: case ${judge.id} (${role}, ${edition})`);
      }
    }
  }
}

function checkNamed(suite: Suite, case_: Case, twin: Case, role: Role, edition: Edition, fail: (s: string) => never) {
  // A twin that says nothing of the role is put before it all the same, and must be accepted like any other.
  const expectation = expectationFor(twin, role);
  if (expectation !== undefined && mustReject(twin, expectation, case_, expectationFor(case_, role)!)) {
    return fail(`twin ${twin.id} must itself be rejected by the ${role}`);
  }
  if (!existsIn(suite, twin, edition)) return fail(`twin ${twin.id} does not exist in ${edition}`);
  const needs = needsOf(suite, case_, edition);
  const more = needsOf(suite, twin, edition).filter((feature) => !needs.includes(feature));
  if (more.length > 0) return fail(`twin ${twin.id} needs ${more.join(", ")}, which the case does not`);
}

/** A settled case that puts the unpatched image of `case_` before the same role, in the same context, to be rejected. */
function rejecting(
  suite: Suite,
  case_: Case,
  role: Role,
  edition: Edition,
  expectation: Expectation,
): Case | undefined {
  return unpatchedCases(suite)
    .get(unpatchedKey(case_, role, edition))
    ?.find((other) => {
      const settled = !suite.provisional.has(other.id) && !suite.disputed.has(other.id);
      return settled && mustReject(other, expectationFor(other, role)!, case_, expectation);
    });
}

/** Whether the twin must be rejected, under an option for which the case itself asks for an answer. */
function mustReject(twin: Case, expectation: Expectation, case_: Case, asked: Expectation): boolean {
  if (typeof expectation === "string") return expectation === "reject";
  if (twin.choice !== case_.choice) return Object.values(expectation).every((answer) => answer === "reject");
  const options = Object.keys(typeof asked === "string" ? expectation : asked);
  return options.some((option) => expectation[option] === "reject");
}

const indexes = new WeakMap<Suite, Map<string, Case[]>>();

/** Cases without a patch, by role, edition, image and context. */
function unpatchedCases(suite: Suite): Map<string, Case[]> {
  let index = indexes.get(suite);
  if (index) return index;
  index = new Map();
  for (const case_ of suite.cases.values()) {
    if (case_.image === undefined || case_.stream !== undefined || editsOf(case_).length > 0) continue;
    for (const role of ROLES) {
      if (expectationFor(case_, role) === undefined) continue;
      for (const edition of editionsOf(suite, case_)) {
        const key = unpatchedKey(case_, role, edition);
        index.set(key, [...(index.get(key) ?? []), case_]);
      }
    }
  }
  indexes.set(suite, index);
  return index;
}

function unpatchedKey(case_: Case, role: Role, edition: Edition): string {
  return [role, edition, nameFor(case_.image!, edition), canonicalJson(contextOf(case_) as never)].join(" ");
}
