import { expect, test } from "vitest";
import { type Consumer, inspectImage, readImage, verifyImage } from "../containers/index.ts";
import { FormatError } from "../format/fault.ts";
import { endingOf } from "./ending.ts";
import { imageOctets } from "./testing/run.ts";

const whole = imageOctets("small.v3");

function consume<T>(consumer: Consumer<T>, octets: Uint8Array): T {
  consumer.push(octets);
  const first = consumer.end();
  const second = consumer.secondPass?.();
  if (second === undefined) return first;
  second.push(octets);
  return second.end();
}

test("an image cut at any octet is rejected there, in one line", () => {
  for (let length = 0; length < whole.length; length++) {
    const cut = whole.subarray(0, length);
    const { verdict, findings } = consume(verifyImage({}), cut);
    expect(verdict, `cut at ${length}`).toBe("reject");
    const last = findings.at(-1)!;
    expect(last.at, `cut at ${length}`).toBe(length);

    let thrown: unknown;
    try {
      consume(readImage({}), cut);
    } catch (error) {
      thrown = error;
    }
    expect(thrown, `cut at ${length}`).toBeInstanceOf(FormatError);
    const { status, line } = endingOf(thrown, "image");
    expect(status).toBe(1);
    expect(line.split("\n")).toHaveLength(1);
    expect(line).toContain(`rejected at 0x${length.toString(16)}: `);

    expect(consume(inspectImage({}), cut).fault?.at, `cut at ${length}`).toBe(length);
  }
});

test("chunks of any size say the same", () => {
  const { verdict, octets } = consume(verifyImage({}), whole);
  for (const size of [1, 3, 7, 4096, 5000]) {
    const consumer = verifyImage({});
    for (let at = 0; at < whole.length; at += size) consumer.push(whole.slice(at, at + size));
    expect(consumer.end()).toMatchObject({ verdict, octets });
  }
});
