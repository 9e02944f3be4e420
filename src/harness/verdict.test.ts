import { describe, expect, test } from "vitest";
import type { KnownFailure } from "./known.ts";
import { knownVerdict } from "./known.ts";
import type { Outcome } from "./outcome.ts";
import { type Observation, type Verdict, verdictOf } from "./verdict.ts";

const fine: Observation = { applicable: true, outcome: "accept", expected: "accept", valueDiffers: false };

describe("verdicts, first match wins", () => {
  test.each<[string, Partial<Observation>, Verdict]>([
    ["accepted as wanted", {}, "pass"],
    ["rejected as wanted", { outcome: "reject", expected: "reject" }, "pass"],
    [
      "a differing value does not matter to a rejection",
      { outcome: "reject", expected: "reject", valueDiffers: true },
      "pass",
    ],
    ["accepted with another value", { valueDiffers: true }, "wrong-value"],
    ["accepted what must be rejected", { expected: "reject" }, "fail"],
    ["accepted what must be rejected, with another value", { expected: "reject", valueDiffers: true }, "fail"],
    ["rejected what must be accepted", { outcome: "reject" }, "fail"],
    ["garbled", { outcome: "garbled" }, "fail"],
    ["garbled where a choice is not declared", { outcome: "garbled", expected: "undeclared" }, "fail"],
    ["crash is never a rejection", { outcome: "crash", expected: "reject" }, "crash"],
    ["hang is never a rejection", { outcome: "hang", expected: "reject" }, "hang"],
    ["crash where a choice is not declared", { outcome: "crash", expected: "undeclared" }, "crash"],
    ["not supported", { outcome: "unsupported" }, "undeclared-skip"],
    ["not supported is no rejection", { outcome: "unsupported", expected: "reject" }, "undeclared-skip"],
    ["a choice not declared", { expected: "undeclared" }, "undeclared-skip"],
    ["not run though applicable", { outcome: "none" }, "undeclared-skip"],
    ["not applicable comes first", { applicable: false, twin: "crash", outcome: "crash" }, "none"],
    ["a twin that is accepted", { twin: "accept", outcome: "reject", expected: "reject" }, "pass"],
    ...(["reject", "crash", "hang", "garbled", "unsupported", "none"] as const).map(
      (twin): [string, Partial<Observation>, Verdict] => [`twin: ${twin}`, { twin, outcome: "crash" }, "void"],
    ),
  ])("%s", (_, more, verdict) => {
    expect(verdictOf({ ...fine, ...more })).toBe(verdict);
  });

  test("only three observations pass", () => {
    const passing: Observation[] = [];
    for (const applicable of [true, false])
      for (const twin of [undefined, "accept", "reject", "crash"] as const)
        for (const outcome of ["accept", "reject", "unsupported", "crash", "hang", "garbled", "none"] as const)
          for (const expected of ["accept", "reject", "undeclared"] as const)
            for (const valueDiffers of [true, false]) {
              const observation = { applicable, twin, outcome, expected, valueDiffers };
              if (verdictOf(observation) === "pass") passing.push(observation);
            }
    expect(
      passing.every((one) => one.applicable && one.outcome === one.expected && (one.twin ?? "accept") === "accept"),
    ).toBe(true);
    expect(passing).toHaveLength(6);
  });
});

describe("known failures", () => {
  const listed: KnownFailure = { id: "x", outcome: "reject", reason: "r" };
  test.each<[Verdict, Outcome, KnownFailure[], Verdict]>([
    ["fail", "reject", [], "fail"],
    ["fail", "reject", [listed], "known"],
    ["fail", "accept", [listed], "fail"],
    ["crash", "crash", [listed], "crash"],
    ["wrong-value", "accept", [{ ...listed, outcome: "wrong-value" }], "known"],
    ["void", "reject", [listed], "known"],
    ["pass", "reject", [listed], "fixed"],
    ["pass", "reject", [], "pass"],
    ["none", "none", [listed], "none"],
  ])("%s, %s, %j: %s", (verdict, outcome, entries, wanted) => {
    expect(knownVerdict(verdict, outcome, entries)).toBe(wanted);
  });
});
