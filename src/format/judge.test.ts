import { expect, test } from "vitest";
import { allRules } from "../containers/rules.ts";
import type { RecordHead } from "./events.ts";
import { Facts } from "./facts.ts";
import { PLAIN } from "./framing.ts";
import type { Rule } from "./rule.ts";
import { plainContext, RECORD } from "./vocabulary.ts";

/** Facts that differ in what rules on heads look at. */
function* situations(): Generator<Facts> {
  for (const edition of ["v2", "v3"] as const)
    for (const stream of ["plain", "remus"] as const)
      for (const type of [1, 2])
        for (const xenMajor of [0, 4])
          for (const set of ["open", "ended", "inferred"] as const) {
            const facts = new Facts(edition, { ...plainContext, stream });
            facts.domain = {
              at: 24,
              arch: undefined,
              type,
              pageShift: 12,
              reserved: 0,
              xenMajor,
              raw: new Uint8Array(16),
              xenMinor: 17,
            };
            facts.static = set;
            yield facts;
          }
}

const heads = allRules.filter((rule): rule is Rule<"record"> & { on: "record" } => rule.on === "record");

test.each(
  heads.filter(({ types }) => types !== undefined),
)("$code says nothing of other types than its own", (rule) => {
  const others = [...Object.values(RECORD), 0x13, 0x8000_0001].filter((type) => !rule.types?.includes(type));
  for (const facts of situations())
    for (const type of others) {
      const plain = { isBe: false, framing: PLAIN, options: 0, reserved: undefined };
      const head: RecordHead = { layer: "image", at: 40, index: 0, type, length: 8, end: 56, ...plain };
      rule.check(head, facts, () => expect.fail(`${rule.code} on record type ${type}`));
    }
});

test("some rules on heads concern every type, and some the layer around the image", () => {
  expect(heads.some(({ types }) => types === undefined)).toBe(true);
  expect(heads.filter(({ types }) => types?.length === 0).map(({ code }) => code)).toContain("libxl-unknown-mandatory");
});
