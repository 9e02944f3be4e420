/** Streams to measure with, made on the way from a golden bare image: its headers, then memory of one kind, then its end. */

import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { crc32 } from "../codecs/crc32.ts";
import { root } from "./root.ts";

/**
 * What stands between head and tail. `batches`: 1024 pages with contents a record; `memory`: the same with pages of a real guest; `checked`: the
 * first in version 4, with a CRC-32 on each record; `single-pages`: one page; `holes`: 1024 entries without contents; `small-records`: optional
 * records of 16 octets that nobody knows; `nothing`: the head and the tail alone.
 */
export type StreamKind = "batches" | "memory" | "checked" | "single-pages" | "holes" | "small-records" | "nothing";

const PAGE = 4096;
const BATCH = 1024;
/** Octets of a CRC-32 behind a record, with its padding. */
const TRAILER = 8;
/** Octets handed over at a time, about. */
const BLOCK = 2 ** 22;
/** Of which image the streams of `checked` have head and tail. */
const CHECKED = "record-checked.v4-draft";
const PAGE_DATA = 1;
const OPTIONAL_UNKNOWN = 0x8000_beef;
/** The type of an entry without contents, in the upper half of the entry. */
const XTAB = 0xf000_0000;

/**
 * The octets of a stream of `kind` whose middle is `size` octets or a little more. What is yielded is overwritten by the next step but
 * one.
 */
export function* stream(kind: StreamKind, size: number): Generator<Uint8Array, void, void> {
  const { head, tail } = frame(kind === "checked" ? CHECKED : "small.v3");
  yield head;
  if (kind !== "nothing") yield* middle(kind, size);
  yield tail;
}

/** Writes a stream to an open file; returns how many octets it has. */
export function writeStream(fd: number, kind: StreamKind, size: number): number {
  let length = 0;
  for (const octets of stream(kind, size)) {
    for (let at = 0; at < octets.length; ) at += writeSync(fd, octets, at);
    length += octets.length;
  }
  return length;
}

/** Where the sums of a stream of `checked` stand: octets before its records, octets of a record, and the last ones of it that its sum leaves out. */
export function checkedLayout(): { readonly head: number; readonly record: number; readonly trailer: number } {
  const { head } = frame(CHECKED);
  return { head: head.length, record: recordOf("checked").length, trailer: TRAILER };
}

function frame(image: string): { head: Uint8Array; tail: Uint8Array } {
  const place = join(root, "conformance/images", image);
  const octets = readFileSync(`${place}.img`);
  const { labels } = JSON.parse(readFileSync(`${place}.json`, "utf8"));
  return { head: octets.subarray(0, labels.page), tail: octets.subarray(labels.tsc) };
}

function* middle(kind: Exclude<StreamKind, "nothing">, size: number): Generator<Uint8Array, void, void> {
  const record = recordOf(kind);
  const perBlock = Math.max(1, Math.floor(BLOCK / record.length));
  const blocks = [blockOf(record, perBlock), blockOf(record, perBlock)] as const;
  const records = Math.ceil(size / record.length);
  for (let done = 0, turn = 0; done < records; turn ^= 1) {
    const count = Math.min(perBlock, records - done);
    const block = blocks[turn as 0 | 1];
    for (let index = 0; index < count; index++) {
      number(block, index * record.length, kind, done + index);
      if (kind === "checked") sumUp(block.subarray(index * record.length, (index + 1) * record.length));
    }
    yield block.subarray(0, count * record.length);
    done += count;
  }
}

function recordOf(kind: Exclude<StreamKind, "nothing">): Uint8Array {
  if (kind === "small-records") return framed(OPTIONAL_UNKNOWN, new Uint8Array(16).fill(0x5a));
  const entries = entriesOf(kind);
  const body = Buffer.alloc(8 + 8 * entries + (kind === "holes" ? 0 : PAGE * entries));
  body.writeUInt32LE(entries, 0);
  if (kind === "memory") body.set(guestMemory(PAGE * entries), 8 + 8 * entries);
  else for (let at = 8 + 8 * entries; at < body.length; at++) body[at] = (at * 31) & 0xff;
  const record = framed(PAGE_DATA, body);
  return kind === "checked" ? Buffer.concat([record, new Uint8Array(TRAILER)]) : record;
}

/** So many octets of a golden image, nearly all of which are pages of its guest. */
function guestMemory(length: number): Uint8Array {
  const octets = gunzipSync(readFileSync(join(root, "conformance/images/hvm-tiny-8M.img.gz")));
  return octets.subarray(PAGE, PAGE + length);
}

function entriesOf(kind: StreamKind): number {
  return kind === "single-pages" ? 1 : kind === "small-records" ? 0 : BATCH;
}

function framed(type: number, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(type, 0);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function blockOf(record: Uint8Array, count: number): Buffer {
  const block = Buffer.alloc(record.length * count);
  for (let index = 0; index < count; index++) block.set(record, index * record.length);
  return block;
}

/** Writes the sum of one record into its trailer. */
function sumUp(record: Buffer): void {
  const end = record.length - TRAILER;
  record.writeUInt32LE(crc32(record.subarray(0, end)), end);
}

/** Writes the pfns of one record: every record goes on where the one before it ended. */
function number(block: Buffer, at: number, kind: StreamKind, record: number): void {
  const entries = entriesOf(kind);
  const upper = kind === "holes" ? XTAB : 0;
  for (let entry = 0; entry < entries; entry++) {
    block.writeUInt32LE(record * entries + entry, at + 16 + 8 * entry);
    block.writeUInt32LE(upper, at + 20 + 8 * entry);
  }
}
