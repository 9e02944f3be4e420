import { expect, test } from "vitest";
import type { RecordHead } from "./events.ts";
import { Facts } from "./facts.ts";
import { PLAIN } from "./framing.ts";
import { Judge } from "./judge.ts";
import { type Rule, rule } from "./rule.ts";
import { plainContext, RECORD, referenceChoices } from "./vocabulary.ts";

/** The rules that are asked about the head of a record. */
function asked(layer: RecordHead["layer"], type: number): string[] {
  const codes: string[] = [];
  const heads = (code: Rule["code"], on: "record" | "libxl-record", types?: readonly number[]) =>
    rule(code, on, () => void codes.push(code), types && { types });
  const rules = [
    heads("record-limit", "record"),
    heads("record-toolstack", "record", [RECORD.TOOLSTACK]),
    heads("record-kind", "record", [RECORD.TOOLSTACK, RECORD.HVM_CONTEXT]),
    heads("libxl-unknown-mandatory", "libxl-record"),
  ];
  const judge = new Judge(rules, "verifier", referenceChoices, new Facts("v3", plainContext));
  const rest = { isBe: false, framing: PLAIN, options: 0, reserved: undefined };
  judge.considerHead({ layer, at: 40, index: 0, type, length: 8, end: 56, ...rest });
  return codes;
}

test("a rule with types is asked about heads of these alone, and one on records of the image about no other", () => {
  expect(asked("image", RECORD.TOOLSTACK)).toEqual(["record-limit", "record-toolstack", "record-kind"]);
  expect(asked("image", RECORD.HVM_CONTEXT)).toEqual(["record-limit", "record-kind"]);
  expect(asked("image", 0x8000_0001)).toEqual(["record-limit"]);
  expect(asked("libxl", RECORD.TOOLSTACK)).toEqual(["libxl-unknown-mandatory"]);
});
