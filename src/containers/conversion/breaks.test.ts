import { expect, test } from "vitest";
import { FormatError } from "../../format/fault.ts";
import type { State } from "../../format/state.ts";
import type { OpenOptions } from "../session.ts";
import type { ConversionTarget } from "./convert.ts";
import { converted, imageOctets, machine } from "./testing/samples.ts";

const remus: OpenOptions = { context: { stream: "remus", channel: "forward" } };

/** The state of what there is of a stream; undefined where there is no commit in it. */
function stateOf(octets: Uint8Array, options: OpenOptions): Partial<State> | undefined {
  try {
    return machine(octets, options);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

const TARGETS: readonly ConversionTarget[] = [
  { edition: "v4-draft", codec: "lz4", checks: { recordCheck: 3, imageDigest: 6 } },
  { edition: "v4-draft", codec: "word-delta" },
  { edition: "v3", container: "xl", checks: { recordCheck: 0, imageDigest: 5 } },
];

test.each([
  "ckpt-hvm.bare.v3",
  "ckpt-hvm.libxl.v3",
  "ckpt-pv.bare.v3",
  "ckpt-checked.v4-draft",
])("%s, broken anywhere after a commit, is broken after the same commit once converted", (name) => {
  const octets = imageOctets(name);
  let after = 0;
  for (let cut = octets.length - 1; cut > 0; cut -= Math.ceil(octets.length / 40)) {
    const broken = octets.slice(0, cut);
    const before = stateOf(broken, remus);
    if (before === undefined) continue;
    after++;
    for (const target of TARGETS) {
      const there = converted(broken, remus, target);
      expect(machine(there, { ...remus, edition: target.edition })).toEqual(before);
    }
  }
  expect(after).toBeGreaterThan(5);
});

test("a stream of many pieces gives the same octets as one of one piece, whatever is asked for", () => {
  const octets = imageOctets("ckpt-hvm.libxl.v3");
  for (const target of TARGETS) {
    const whole = converted(octets, remus, target);
    for (const piece of [1, 13, 4099]) expect(Buffer.compare(converted(octets, remus, target, piece), whole)).toBe(0);
  }
});
