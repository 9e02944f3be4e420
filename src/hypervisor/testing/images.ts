/** Images taken apart and put together without the codec, for tests that change them. Little-endian ones only. */

import { crc32 } from "node:zlib";
import { MACHINE, PLATFORM_STATE } from "../overlay.ts";

const HEADERS = 40;
const PLATFORM_SUM = 4;

/** A body: its record's type, where it stands and how long it is. */
export type Body = { readonly type: number; readonly at: number; readonly length: number };

/** One array of several. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(pieces));
}

/** The bodies of all records, in order. */
export function bodiesOf(image: Uint8Array): Body[] {
  const view = new DataView(image.buffer, image.byteOffset);
  const bodies: Body[] = [];
  for (let at = HEADERS; at < image.length; ) {
    const body = { type: view.getUint32(at, true), at: at + 8, length: view.getUint32(at + 4, true) };
    bodies.push(body);
    at = body.at + padded(body.length);
  }
  return bodies;
}

/** The image with another body of MACHINE, or without that record, and the sum of the platform state made right again. */
export function withMachine(image: Uint8Array, machine: Uint8Array | undefined): Uint8Array {
  let sum = 0;
  const records = bodiesOf(image).flatMap(({ type, at, length }) => {
    const body = type === MACHINE ? machine : image.slice(at, at + length);
    if (body === undefined) return [];
    if (type === PLATFORM_STATE) {
      const end = body.length - PLATFORM_SUM;
      new DataView(body.buffer).setUint32(end, crc32(body.subarray(0, end), sum), true);
    }
    sum = crc32(body, sum);
    return [record(type, body)];
  });
  return joined([image.subarray(0, HEADERS), ...records]);
}

function record(type: number, body: Uint8Array): Uint8Array {
  const octets = new Uint8Array(8 + padded(body.length));
  const view = new DataView(octets.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, body.length, true);
  octets.set(body, 8);
  return octets;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
