import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as deflateOfNode from "../../codecs/deflate.ts";
import * as lz4OfNode from "../../codecs/lz4-library.ts";
import * as deflate from "./deflate.ts";
import * as lz4 from "./lz4-library.ts";

/** Octets that compress as memory does: stretches that come again. */
const octets = fc
  .array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 24 }), fc.integer({ min: 1, max: 300 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) =>
    Uint8Array.from(
      parts.flatMap(([part, times]) =>
        Array(times)
          .fill([...part])
          .flat(),
      ),
    ),
  );

/** What a function gives, or that it throws: the words differ from library to library. */
const outcome = <T>(work: () => T): T | "refused" => {
  try {
    return work();
  } catch {
    return "refused";
  }
};

describe("what stands in for Node's libraries in a browser says what they say", () => {
  test("DEFLATE, of the right length or not, with octets behind it, and cut short", () => {
    fc.assert(
      fc.property(octets, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -3, max: 3 }), (contents, more, tail) => {
        const whole = deflateRawSync(contents);
        const frame = tail < 0 ? whole.subarray(0, tail) : Buffer.concat([whole, Buffer.alloc(tail, 0x55)]);
        const of = ({ inflateRaw }: Pick<typeof deflate, "inflateRaw">) => {
          const made = outcome(() => inflateRaw(frame, Math.max(1, contents.length + more)));
          // Of a frame that is too long and cut short, one library says the one and the other the other.
          return made === undefined || made === "refused" ? "refused" : { ...made, octets: Buffer.from(made.octets) };
        };
        expect(of(deflate)).toEqual(of(deflateOfNode));
      }),
    );
  });

  test("XXH32", () => {
    fc.assert(fc.property(octets, (contents) => lz4.xxh32(contents) === lz4OfNode.xxh32(contents)));
  });

  test("blocks of LZ4, with what stood before them or without", () => {
    const block = (contents: Uint8Array) => {
      const frame = lz4OfNode.lz4Frame(contents);
      const view = new DataView(frame.buffer, frame.byteOffset);
      const size = view.getUint32(7, true);
      return size >>> 31 === 1 ? undefined : frame.slice(11, 11 + size);
    };
    fc.assert(
      fc.property(octets, fc.integer({ min: -2, max: 2 }), (contents, more) => {
        const packed = block(contents);
        fc.pre(packed !== undefined);
        const made = outcome(() => lz4.openBlock(packed!, Math.max(1, contents.length + more)));
        if (more < 0) expect(made).toBe("refused");
        else expect(Buffer.compare(made as Uint8Array, contents)).toBe(0);
      }),
    );
    // A match that reaches back into history: four octets, of which the last three come twice.
    const history = Uint8Array.of(1, 2, 3, 4);
    expect([...lz4.openBlock(Uint8Array.of(0x02, 3, 0, 0x10, 9), 7, history)]).toEqual([2, 3, 4, 2, 3, 4, 9]);
  });

  test("any octets as a block are refused or stay within the room there is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 0, max: 100 }), (block, room) => {
        const made = outcome(() => lz4.openBlock(block, room));
        expect(made === "refused" || made.length <= room).toBe(true);
      }),
    );
  });
});
