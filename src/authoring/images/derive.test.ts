import { expect, test } from "vitest";
import { parseDomainSaveImage } from "../../../generated/open/domain_save_image.ts";
import { bigEndianTwin, smallCheckpointed } from "./derive.ts";
import { imageStore } from "./store.ts";
import { walkImage } from "./walk.ts";

const store = imageStore(process.cwd());

test.each([
  "pvh-tiny.bare.v3",
  "pv-tiny.bare.v3",
  "pv-tiny-msr.bare.v2",
])("the twin of %s is itself, turned round", (name) => {
  const { octets } = store.get(name);
  const twin = bigEndianTwin(octets);
  const [little, big] = [walkImage(octets), walkImage(twin)];
  expect(big.bigEndian).toBe(true);
  expect(big.records).toEqual(little.records);
  const [a, b] = [new DataView(octets.buffer, octets.byteOffset), new DataView(twin.buffer)];
  expect(b.getUint32(24)).toBe(a.getUint32(24, true));
  for (const { type, at, length } of little.records) {
    const from = at + 8;
    if (type === 1) {
      const count = a.getUint32(from, true);
      expect(b.getUint32(from)).toBe(count);
      for (let i = 1; i <= count; i++) expect(b.getBigUint64(from + 8 * i)).toBe(a.getBigUint64(from + 8 * i, true));
    }
    // What the hypervisor made keeps its order: the contexts behind their sub-headers, the HVM context, SHARED_INFO.
    const kept = ({ 4: 8, 5: 8, 6: 8, 7: 0, 9: 0, 12: 8 } as Record<number, number>)[type];
    if (kept !== undefined) {
      const span = (image: Uint8Array) => Buffer.from(image.subarray(from + kept, from + length));
      expect(span(twin).equals(span(octets))).toBe(true);
    }
    if (type === 8) expect(b.getBigUint64(from + 8)).toBe(a.getBigUint64(from + 8, true));
    if (type === 18) expect(b.getBigUint64(from + 8)).toBe(a.getBigUint64(from + 8, true));
  }
});

test("a big-endian or wrapped image has no twin", () => {
  expect(() => bigEndianTwin(store.get("pvh-tiny.bare-be.v3").octets)).toThrow("bare little-endian");
  expect(() => bigEndianTwin(store.get("pvh-tiny.libxl.v3").octets)).toThrow("bare little-endian");
});

/** pfn to contents (as hex) or "allocated", after every entry of an image in order; absent pages left out. */
function memoryOf(octets: Uint8Array): Map<bigint, string> {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const memory = new Map<bigint, string>();
  for (const { layer, type, at } of walkImage(octets).records) {
    if (layer !== "libxc" || type !== 1) continue;
    const count = view.getUint32(at + 8, true);
    let page = at + 16 + 8 * count;
    for (let i = 0; i < count; i++) {
      const entry = view.getBigUint64(at + 16 + 8 * i, true);
      const pfn = entry & ((1n << 52n) - 1n);
      if (entry >> 60n === 15n) continue;
      if (entry >> 60n === 14n) memory.set(pfn, "allocated");
      else memory.set(pfn, Buffer.from(octets.subarray(page, page + 4096)).toString("hex"));
      if (entry >> 60n !== 14n) page += 4096;
    }
  }
  return memory;
}

test("two rounds made small hold the memory that the first two rounds held", () => {
  const golden = store.get("pvh-tiny-remus-15ckpt");
  const whole = golden.octets.subarray(0, golden.labels["checkpoint_end[1]"]! + 8);
  const zeros = "00".repeat(4096);
  const expected = new Map([...memoryOf(whole)].map(([pfn, page]) => [pfn, page === zeros ? "allocated" : page]));
  for (const name of ["pvh-tiny.remus.v3", "pvh-tiny.remus-bare.v3"]) {
    const { octets, labels } = store.get(name);
    expect(octets.length).toBeLessThan(200_000);
    expect(memoryOf(octets)).toEqual(expected);
    expect([labels["checkpoint[1]"], labels["checkpoint[2]"]]).toEqual([expect.any(Number), undefined]);
  }
  expect(() => smallCheckpointed(store.get("pvh-tiny.bare.v3").octets, 1, "bare")).toThrow("libxl layer");
});

test.each([
  ["nothing", new Uint8Array(0), "no image header at 0"],
  ["no marker", new Uint8Array(100), "no image header at 0"],
  ["a cut record", store.get("small.v3").octets.subarray(0, 4000), "ends beyond the image"],
  ["octets after END", Buffer.concat([store.get("small.v3").octets, Buffer.alloc(8)]), "8 octets after the end"],
])("the walker refuses %s", (_, octets, message) => {
  expect(() => walkImage(octets)).toThrow(message);
});

test.each([
  ["pvh-tiny.bare.v3", "pvh-tiny.bare-be.v3"],
  ["pv-tiny.bare.v2", "pv-tiny.bare-be.v2"],
])("%s and %s read the same but for the option bit", (little, big) => {
  const read = (name: string) =>
    JSON.stringify(parseDomainSaveImage(store.get(name).octets), (_, value) =>
      typeof value === "bigint" ? `0x${value.toString(16)}` : value,
    );
  const expected = read(little).replace('"options":0', '"options":1').replace('"isBe":false', '"isBe":true');
  expect(read(big) === expected).toBe(true);
});
