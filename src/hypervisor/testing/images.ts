/** Images taken apart and put together without the codec, for tests that change them. Little-endian ones with CRC-32 trailers only. */

import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { RECORD } from "../../format/index.ts";
import type { Machine } from "../backend.ts";
import { layoutBody, machineBody } from "../machine-records.ts";

const HEADERS = 56;
const TRAILER = 8;
const DIGEST = 32;

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
  for (let at = HEADERS + TRAILER; at < image.length; ) {
    const body = { type: view.getUint32(at, true), at: at + 8, length: view.getUint32(at + 4, true) };
    bodies.push(body);
    at = body.at + padded(body.length) + TRAILER;
  }
  return bodies;
}

/** The image with other bodies, where `change` gives any, and every trailer made right again. */
export function withBodies(
  image: Uint8Array,
  change: (body: Uint8Array, type: number) => Uint8Array | undefined,
): Uint8Array {
  const records = bodiesOf(image).map(({ type, at, length }) => {
    const body = image.slice(at, at + length);
    return record(type, change(body, type) ?? body);
  });
  return joined([image.subarray(0, HEADERS + TRAILER), ...records]);
}

/** The image as one of another machine, with a digest of the platform state that says so. */
export function withMachine(image: Uint8Array, machine: Machine): Uint8Array {
  const [layout, described] = [layoutBody(machine), machineBody(machine)];
  return withBodies(image, (body, type) => {
    if (type === RECORD.MEMORY_LAYOUT) return layout;
    if (type === RECORD.MACHINE) return described;
    if (type !== RECORD.PLATFORM_STATE) return undefined;
    const state = body.subarray(DIGEST);
    return joined([createHash("sha256").update(layout).update(described).update(state).digest(), state]);
  });
}

function record(type: number, body: Uint8Array): Uint8Array {
  const octets = new Uint8Array(8 + padded(body.length) + TRAILER);
  const view = new DataView(octets.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, body.length, true);
  octets.set(body, 8);
  view.setUint32(octets.length - TRAILER, crc32(octets.subarray(0, -TRAILER)), true);
  return octets;
}

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
