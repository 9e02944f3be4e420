import fc from "fast-check";
import { expect, test } from "vitest";
import { UnsupportedError } from "./fault.ts";
import { PageMap } from "./page-map.ts";

type Step =
  | { readonly do: "run"; readonly pfn: number; readonly count: number; readonly type: number }
  | { readonly do: "digest"; readonly pfn: number; readonly octet: number }
  | { readonly do: "commit" | "rollback" };

/** Around the borders of chunks, near and far. */
const pfn = fc.oneof(
  fc.nat(5000),
  fc.nat(200).map((n) => 2 ** 36 - 100 + n),
);
const type = fc.constantFrom(0, 1, 4, 9, 12, 13, 14, 15);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("run" as const), pfn, count: fc.integer({ min: 1, max: 3000 }), type }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("digest" as const), pfn, octet: fc.integer({ min: 1, max: 255 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("commit" as const, "rollback" as const) }) },
);

test("types and digests are those that were set last, or stood at the last commit", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const map = new PageMap();
      let types = new Map<number, number>();
      let digests = new Map<number, number>();
      let kept: { types: typeof types; digests: typeof digests } | undefined;
      for (const one of steps) {
        if (one.do === "run") {
          map.setRun(one.pfn, one.count, one.type);
          for (let i = 0; i < one.count; i++) types.set(one.pfn + i, one.type);
        } else if (one.do === "digest") {
          map.setDigest(one.pfn, new Uint8Array(32).fill(one.octet));
          digests.set(one.pfn, one.octet);
        } else if (one.do === "commit") {
          map.commit();
          kept = { types: new Map(types), digests: new Map(digests) };
        } else {
          map.rollback();
          if (kept !== undefined) ({ types, digests } = kept);
          kept = undefined;
        }
      }
      expect([...map.entries()]).toEqual([...types].sort(([a], [b]) => a - b).map(([pfn, type]) => ({ pfn, type })));
      const runs = [...map.runs()];
      expect(
        runs.flatMap(({ pfn, count, type }) => Array.from({ length: count }, (_, i) => ({ pfn: pfn + i, type }))),
      ).toEqual([...map.entries()]);
      for (const [i, { pfn, type }] of runs.entries()) {
        const before = runs[i - 1];
        expect(before !== undefined && before.type === type && before.pfn + before.count === pfn).toBe(false);
      }
      for (const [pfn, octet] of digests) {
        expect([...new Set(map.digest(pfn))]).toEqual([octet]);
        expect(Buffer.concat([...map.digestsFrom(pfn, 1)])).toEqual(Buffer.alloc(32, octet));
      }
      for (const pfn of [0, 1023, 1024, 4999, 2 ** 36]) expect(map.type(pfn)).toBe(types.get(pfn) ?? -1);
    }),
    { numRuns: 200 },
  );
});

test("pfns that are scattered without end are refused before memory is", () => {
  const map = new PageMap();
  const scatter = () => {
    for (let n = 0; ; n++) map.setType(n * 2 ** 16, 0);
  };
  expect(scatter).toThrow(UnsupportedError);
  const { rss } = process.memoryUsage();
  expect(rss).toBeLessThan(2 ** 31);
});

test("a whole chunk of one type costs no octets of its own", () => {
  const map = new PageMap();
  const before = process.memoryUsage().arrayBuffers;
  for (let batch = 0; batch < 2 ** 16; batch++) map.setRun(batch * 1024, 1024, 15);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 20);
});
