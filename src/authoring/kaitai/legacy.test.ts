import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseLegacyExtendedInfo } from "../../../generated/strict/legacy_extended_info.ts";
import { parseLegacyHvmParam } from "../../../generated/strict/legacy_hvm_param.ts";
import { parseLegacyHvmTail } from "../../../generated/strict/legacy_hvm_tail.ts";
import { parseLegacyToolstack } from "../../../generated/strict/legacy_toolstack.ts";
import { parseLegacyTscInfo } from "../../../generated/strict/legacy_tsc_info.ts";
import { parseLegacyVcpuInfo } from "../../../generated/strict/legacy_vcpu_info.ts";
import { imageOctets, root } from "./testing/images.ts";

/** The octets of an image between two labels, or a label and a number of octets. */
function part(name: string, from: string, skip: number, to: string | number): Uint8Array {
  const { labels } = JSON.parse(readFileSync(join(root, `conformance/images/${name}.json`), "utf8"));
  const start = labels[from] + skip;
  return imageOctets(name).subarray(start, typeof to === "number" ? start + to : labels[to]);
}

describe.each([8, 4] as const)("a writer with longs of %d octets", (longWidth) => {
  const hvm = `legacy-hvm${8 * longWidth}`;

  test("TOOLSTACK", () => {
    const octets = part(hvm, "toolstack_data", 0, "toolstack_end");
    const { version, mappings } = parseLegacyToolstack(octets, { longWidth });
    expect(version).toBe(1);
    expect(
      mappings.map(({ physOffset, startAddr, size, name }) => [physOffset, startAddr, size, textOf(name)]),
    ).toEqual([
      [0xf0000n, 0xe0000n, 0x1000n, "vram\0"],
      [0x1fc0000n, 0xa0000n, 0x20000n, "vga.rom\0"],
    ]);
  });

  test("the tail of an HVM domain", () => {
    const tail = parseLegacyHvmTail(part(hvm, "tail", 0, "signature"));
    expect([tail.ioreqPfn, tail.bufioreqPfn, tail.storePfn]).toEqual([0x7006n, 0x7007n, 0x7008n]);
    expect(tail.context.entries.length).toBeGreaterThan(9);
  });

  test("extended information", () => {
    const { blocks } = parseLegacyExtendedInfo(part(`legacy-pv${8 * longWidth}`, "tot_bytes", 0, "info_end")).blocks;
    expect(blocks.map(({ id, size }) => [id, size])).toEqual([
      ["vcpu", longWidth === 8 ? 5168 : 2800],
      ["extv", 0],
      ["xcnt", 4],
    ]);
  });
});

test("VCPU_INFO, TSC_INFO and a parameter", () => {
  expect(parseLegacyVcpuInfo(part("legacy-pv64", "vcpu_info", 4, "tsc"))).toMatchObject({ maxId: 2, map: [5n] });
  const clock = { mode: 1, nsec: 0x123456789n, khz: 2596135, incarnation: 3 };
  expect(parseLegacyTscInfo(part("legacy-hvm64", "tsc", 4, "ident_pt"))).toMatchObject(clock);
  expect(parseLegacyHvmParam(part("legacy-hvm64", "genid", 4, "paging"))).toMatchObject({ value: 0xfc001000n });
});

test.each([
  ["a block of an unknown id", "abcd", "blocks.blocks[0].id at 4"],
  ["a vCPU block of a length that no guest has", "vcpu", "blocks.blocks[0].size at 8"],
])("the strict form refuses %s", (_, id, place) => {
  const octets = new Uint8Array(12);
  octets[0] = 8;
  octets.set(new TextEncoder().encode(id), 4);
  expect(() => parseLegacyExtendedInfo(octets)).toThrow(place);
});

function textOf(octets: Uint8Array): string {
  return Buffer.from(octets).toString("latin1");
}
