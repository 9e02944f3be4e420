// A format made up for the tests of the harness, which knows it as little as any other: "TNY", a version (2 or 3), then
// records of type, length and body: 1 a note, 2 a counter of 64 bits (little-endian), from 128 on what may be skipped,
// 0 the end with the CRC-32 (big-endian) of all before it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** What a Reader, Verifier or Writer of this format answers when it rejects. */
export class Rejection extends Error {
  constructor(code, at) {
    super(code);
    this.code = code;
    this.at = at;
  }
}

/** Reads an image; gives its state. `quirks` are the ways in which a bad citizen gets it wrong. */
export function read(octets, edition, quirks = {}) {
  if (octets.toString("latin1", 0, 3) !== "TNY" || octets[3] !== Number(edition.slice(1)))
    throw new Rejection("magic", 0);
  let note;
  let count;
  for (let at = 4; ; ) {
    if (at + 2 > octets.length) {
      if (quirks.truncatedEnds) return state(edition, octets.length, note, count, quirks);
      throw new Rejection("truncated", octets.length);
    }
    const [type, length] = octets.subarray(at, at + 2);
    const body = octets.subarray(at + 2, at + 2 + length);
    if (body.length < length) throw new Rejection("truncated", octets.length);
    if (type === 0) {
      if (body.readUInt32BE() !== crc32(octets.subarray(0, at + 2))) throw new Rejection("checksum", at + 2);
      return state(edition, at + 6, note, count, quirks);
    }
    if (type === 1) {
      if (count !== undefined) throw new Rejection("order", at);
      if (length === 0 || body[0] === 0) throw new Rejection("note-empty", at);
      if (length > 100) throw new Rejection("note-limit", at);
      note = body.toString("utf8");
    } else if (type === 2) count = body.readBigUInt64LE();
    else if (type < 128) throw new Rejection("record-unknown", at);
    at += 2 + length;
  }
}

function state(edition, octets, note, count = 0n, { double } = {}) {
  const memory = [`0x${double ? BigInt(Number(count)).toString(16) : count.toString(16)}`];
  return { dsi: "state/1", edition, octets, end: "complete", domain: { type: "tiny", note }, memory };
}

/** Writes a stream; gives the octets. */
export function write(text, blobs) {
  const stream = JSON.parse(text);
  const note = readFileSync(join(blobs, stream.note.sha256));
  if (note.length > 255) throw new Rejection("note-long");
  const count = Buffer.alloc(8);
  count.writeBigUInt64LE(BigInt(stream.count));
  const version = Number(stream.edition.slice(1));
  const body = Buffer.from([...Buffer.from("TNY"), version, 1, note.length, ...note, 2, 8, ...count, 0, 4]);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([body, crc]);
}
