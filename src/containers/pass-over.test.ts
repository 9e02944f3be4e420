import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Consumer, inspectImage, type OpenOptions, verifyImage } from "./index.ts";

const image = (name: string) => new Uint8Array(readFileSync(`conformance/images/${name}.img`));

/** Feeds by pieces of `piece` octets, and passes over what the consumer overlooks; says how much that was. */
function seek<T>(consumer: Consumer<T>, octets: Uint8Array, piece: number): { result: T; over: number } {
  let over = 0;
  for (let at = 0; at < octets.length; ) {
    const next = Math.min(consumer.overlooked?.() ?? 0, octets.length - at);
    if (next > 0) {
      consumer.passOver?.(next);
      over += next;
    } else consumer.push(octets.subarray(at, at + piece));
    at += next > 0 ? next : piece;
  }
  return { result: consumer.end(), over };
}

function whole<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  consumer.push(octets);
  return consumer.end();
}

const looks: readonly (readonly [string, (options: OpenOptions) => Consumer<unknown>])[] = [
  ["verify", verifyImage],
  ["inspect", inspectImage],
];

for (const [name, look] of looks) {
  test.each([
    "small.v3",
    "pv32.bare.v3",
    "small.xenopsd.v3",
  ])(`${name}: %s comes to the same without the contents of its pages, cut anywhere as well`, (file) => {
    const octets = image(file);
    for (let cut = octets.length; cut > 0; cut -= 1021) {
      const input = octets.subarray(0, cut);
      const { result, over } = seek(look({}), input, 13);
      expect(result).toEqual(whole(look({}), input));
      if (cut === octets.length) expect(over).toBeGreaterThan(4000);
    }
  });
}

test("octets that a sum covers, or that a second look is for, are all looked at", () => {
  expect(seek(verifyImage({}), image("checked.v4-draft"), 13).over).toBe(0);
  expect(seek(verifyImage({}), image("digested.v4-draft"), 13).over).toBe(0);
  expect(seek(verifyImage({ deep: true }), image("small.v3"), 13).over).toBe(0);
});
