import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHvmParams } from "../../../generated/open/hvm_params.ts";
import { parsePageDataPfnEntry } from "../../../generated/open/page_data.ts";
import { parseUint64 } from "../../../generated/open/uint64.ts";
import { parseX86TscInfo } from "../../../generated/open/x86_tsc_info.ts";
import { parseHvmContextRtc } from "../../../generated/strict/hvm_context.ts";

/** Numbers that a double rounds, and the edges of halves and signs. */
const edges = [
  0n,
  1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 63n,
  2n ** 64n - 1n,
];
const wide = fc.oneof(fc.constantFrom(...edges), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }));

/** Octets of the value, written by the runtime that JavaScript itself has. */
function octetsOf(value: bigint, isBe: boolean, at = 0, length = 8): { octets: Uint8Array; view: DataView } {
  const octets = new Uint8Array(length);
  const view = new DataView(octets.buffer);
  view.setBigUint64(at, value, !isBe);
  return { octets, view };
}

describe.each([
  ["little-endian", false],
  ["big-endian", true],
])("64-bit integers, %s", (_, isBe) => {
  it("alone, equal DataView's to the last bit", () => {
    fc.assert(
      fc.property(wide, (value) => {
        const { octets, view } = octetsOf(value, isBe);
        expect(parseUint64(octets, { isBe }).value).toBe(view.getBigUint64(0, !isBe));
      }),
    );
  });

  it("as a field", () => {
    fc.assert(
      fc.property(wide, (value) => {
        const { octets, view } = octetsOf(value, isBe, 8, 24);
        expect(parseX86TscInfo(octets, { isBe }).nsec).toBe(view.getBigUint64(8, !isBe));
      }),
    );
  });

  it("in a list", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(wide, wide), { maxLength: 5 }), (pairs) => {
        const octets = new Uint8Array(8 + 16 * pairs.length);
        const view = new DataView(octets.buffer);
        view.setUint32(0, pairs.length, !isBe);
        pairs.forEach(([index, value], i) => {
          view.setBigUint64(8 + 16 * i, index, !isBe);
          view.setBigUint64(16 + 16 * i, value, !isBe);
        });
        const { params } = parseHvmParams(octets, { isBe });
        expect(params.map(({ index, value }) => [index, value])).toEqual(pairs);
      }),
    );
  });

  it("taken apart into type, reserved bits and pfn", () => {
    fc.assert(
      fc.property(wide, (value) => {
        const { octets } = octetsOf(value, isBe);
        const entry = parsePageDataPfnEntry(octets, { isBe, pagesBefore: 0 });
        const type = Number(value >> 60n);
        expect(entry.raw).toBe(value);
        expect(entry.pfn).toBe(value & (2n ** 52n - 1n));
        expect(entry.reserved).toBe(Number((value >> 52n) & 0xffn));
        expect(entry.hasData).toBe(type < 5 || (type > 8 && type < 13));
        const names = [
          "notab",
          "l1",
          "l2",
          "l3",
          "l4",
          5,
          6,
          7,
          8,
          "l1pin",
          "l2pin",
          "l3pin",
          "l4pin",
          "broken",
          "xalloc",
          "xtab",
        ];
        expect(entry.type).toBe(names[type]);
      }),
    );
  });
});

it("signed 64-bit integers keep their sign", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.constantFrom(-1n, -(2n ** 53n) - 1n, -(2n ** 63n)),
        fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
      ),
      (value) => {
        const octets = new Uint8Array(24);
        new DataView(octets.buffer).setBigInt64(16, value, true);
        expect(parseHvmContextRtc(octets).rtcOffset).toBe(value);
      },
    ),
  );
});
