import fc from "fast-check";
import { expect, test } from "vitest";
import { fewest, mostZeros } from "./minimise.ts";

test("what is needed stays, whatever it is, and nothing else", async () => {
  const needs = fc.uniqueArray(fc.nat(40), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(needs, fc.integer({ min: 41, max: 60 }), async (wanted, length) => {
      const items = Array.from({ length }, (_, i) => i);
      const left = await fewest(items, async (some) => wanted.every((item) => some.includes(item)));
      expect(left).toEqual([...wanted].sort((a, b) => a - b));
    }),
  );
});

test("an item that is free only once a later one has gone goes too", async () => {
  const left = await fewest([1, 2, 3], async (some) => some.includes(2) && (some.includes(1) || !some.includes(3)));
  expect(left).toEqual([2]);
});

test("octets are set to 0 but for those that matter, and the given ones are not touched", async () => {
  const octets = Uint8Array.from({ length: 1000 }, (_, i) => (i % 255) + 1);
  const before = octets.slice();
  let asked = 0;
  const left = await mostZeros(octets, async (some) => {
    asked++;
    return some[17] === octets[17] && some[640] === octets[640];
  });
  expect([...left.entries()].filter(([, octet]) => octet !== 0).map(([at]) => at)).toEqual([17, 640]);
  expect(octets).toEqual(before);
  expect(asked).toBeLessThan(60);
});
