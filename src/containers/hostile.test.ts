import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../generated/catalogue.ts";
import {
  type Consumer,
  FormatError,
  inspectImage,
  type OpenOptions,
  readImage,
  UnsupportedError,
  verifyImage,
} from "./index.ts";

const image = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../conformance/images/${name}.img`, import.meta.url)));
const small = image("small.v3");
const pv32 = image("pv32.bare.v3");
/** The same image in each container, with what its first octets say: a place of its own for each. */
const wrapped = ["small.libvirt.v3", "small.xenopsd.v3"].map((name) => [name, image(name)] as const);

function feed<T>(consumer: Consumer<T>, octets: Uint8Array, pieces: readonly number[] = [octets.length]): T {
  let at = 0;
  for (let turn = 0; at < octets.length; turn++) {
    const length = Math.max(1, pieces[turn % pieces.length] as number);
    consumer.push(octets.subarray(at, at + length));
    at += length;
  }
  return consumer.end();
}

type Outcome =
  | { readonly accepted: true; readonly value: unknown }
  | { readonly accepted: false; readonly code: string; readonly at: number };

/** What a Reader does; anything thrown besides the two errors for input fails the test. */
function outcome(octets: Uint8Array, options: OpenOptions = {}, pieces?: readonly number[]): Outcome {
  try {
    return { accepted: true, value: feed(readImage(options), octets, pieces) };
  } catch (error) {
    if (error instanceof FormatError) return { accepted: false, code: error.finding.code, at: error.finding.at };
    if (error instanceof UnsupportedError) return { accepted: false, code: "unsupported", at: 0 };
    throw error;
  }
}

/** An image with every record's place, as [offset, padded length]. */
function records(octets: Uint8Array): { at: number; end: number }[] {
  return feed(inspectImage({}), octets).records.map(({ at, length }) => ({
    at,
    end: at + 8 + Math.ceil(length / 8) * 8,
  }));
}

describe("an image cut short", () => {
  test.each([
    ["small.v3", small] as const,
    ...wrapped,
  ])("%s is rejected at every octet, where the input ends, and by the Verifier as well", (_, whole) => {
    for (let length = 0; length < whole.length; length++) {
      const cut = whole.subarray(0, length);
      const read = outcome(cut, { edition: "v3" });
      expect(read).toMatchObject({ accepted: false, at: length });
      expect(read).toHaveProperty("code", expect.stringMatching(/truncated|(end|image)-missing/));
      expect(feed(verifyImage({ edition: "v3" }), cut)).toMatchObject({ verdict: "reject" });
    }
  });
});

describe("an image with one bit flipped", () => {
  // Every octet that is not page contents or padding of the hypervisor's, in all its bits.
  const framing = records(small).flatMap(({ at, end }) =>
    Array.from({ length: Math.min(end - at, 48) }, (_, octet) => at + octet),
  );
  const places = [...Array.from({ length: 40 }, (_, at) => at), ...framing];

  test("is accepted or rejected in good order, the same whole and octet by octet", () => {
    for (const at of places) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = small.slice();
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        const read = outcome(flipped, { edition: "v3" });
        if (!read.accepted) expect(Object.keys(catalogue)).toContain(read.code);
        if (bit === 0) expect(outcome(flipped, { edition: "v3" }, [1])).toEqual(read);
        const { verdict, findings } = feed(verifyImage({ edition: "v3", deep: true }), flipped);
        expect(verdict).toBe(findings.some(({ level }) => level === "MUST") ? "reject" : "accept");
        if (!read.accepted) expect(verdict, `octet ${at} bit ${bit}: ${read.code}`).toBe("reject");
      }
    }
  });
});

describe("a container with one bit flipped", () => {
  test.each(wrapped)("%s is accepted or rejected in good order", (_, whole) => {
    const { layers, records } = feed(inspectImage({}), whole);
    const start = (layers.find(({ layer }) => layer === "image") as { at: number }).at;
    const behind = records.find(({ layer, at }) => layer !== "image" && at > start) as { at: number };
    const places = Array.from(whole.keys()).filter((at) => at < start || at >= behind.at);
    for (const at of places) {
      for (let bit = 0; bit < 8; bit++) {
        const flipped = whole.slice();
        flipped[at] = (flipped[at] as number) ^ (1 << bit);
        const read = outcome(flipped, { edition: "v3" });
        if (bit === 0) expect(outcome(flipped, { edition: "v3" }, [1])).toEqual(read);
        // A part of a type that is recognised and not supported is no verdict of either.
        if (read.accepted || read.code === "unsupported") continue;
        expect(Object.keys(catalogue)).toContain(read.code);
        const { verdict } = feed(verifyImage({ edition: "v3", deep: true }), flipped);
        expect(verdict, `octet ${at} bit ${bit}: ${read.code}`).toBe("reject");
      }
    }
  });
});

describe("octets of any kind", () => {
  test("come to a verdict whatever they are", () => {
    const heads = wrapped.map(([, octets]) => octets.subarray(0, 200));
    const start = fc.constantFrom(new Uint8Array(0), small.subarray(0, 40), pv32.subarray(0, 56), ...heads);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (head, tail) => {
        const octets = Uint8Array.from([...head, ...tail]);
        expect(outcome(octets)).toMatchObject({ accepted: false });
        const inspection = feed(inspectImage({ edition: "v3" }), octets);
        expect(inspection.records.every(({ at }) => at < octets.length)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("are read the same in pieces of any size", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 8 }), (pieces) => {
        expect(outcome(pv32, {}, pieces)).toEqual(outcome(pv32));
      }),
      { numRuns: 30 },
    );
  });

  test.each([
    ["pv32.bare.v3", new Uint8Array(4096 + 13)],
    ["pv32.bare.v3", Buffer.alloc(4096 + 13)],
    ["machine-qemu.v4-draft", Buffer.alloc(4096 + 13)],
    ["checked.v4-draft", Buffer.alloc(600)],
    ["zip-delta.v4-draft", Buffer.alloc(2 ** 16)],
  ])("may be overwritten by the caller after each push: %s, %#", (name, buffer) => {
    const octets = image(name);
    const consumer = readImage({});
    for (let at = 0; at < octets.length; at += buffer.length) {
      const piece = octets.subarray(at, at + buffer.length);
      buffer.set(piece);
      consumer.push(buffer.subarray(0, piece.length));
      buffer.fill(0xa5);
    }
    expect(consumer.end()).toEqual(feed(readImage({}), octets));
  });
});

describe("an announcement that nothing stands behind", () => {
  const place = (octets: Uint8Array, at: number, value: number) => {
    const copy = octets.slice();
    new DataView(copy.buffer).setUint32(at, value, true);
    return copy;
  };
  const [first] = records(small);

  test.each([
    ["a record of 4 GiB", place(small, (first?.at ?? 0) + 4, 0xffff_fff8), "record-limit"],
    ["XML of 4 GiB", place(wrapped[0]?.[1] as Uint8Array, 20, 0xffff_ffff), "libvirt-truncated"],
    ["a part of 8 EiB", place(wrapped[1]?.[1] as Uint8Array, 27, 0x7fff_ffff), "xenopsd-truncated"],
    ["a record at the limit", place(small, (first?.at ?? 0) + 4, 0x0800_0000), "record-truncated"],
  ])("%s costs no memory", (_, octets, code) => {
    const before = process.memoryUsage().arrayBuffers;
    expect(outcome(octets)).toMatchObject({ accepted: false, code });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 << 20);
  });
});
