/** What people and adapters write: JSON, hexadecimal, command lines, sources of images. */

import { assemble } from "../authoring/hex/assemble.ts";
import { SourceError } from "../authoring/hex/source-error.ts";
import { joinCommand, splitCommand } from "../harness/command.ts";
import { HarnessError } from "../harness/errors.ts";
import { hexPieces, readHex } from "../harness/hex.ts";
import { departure, type SchemaName } from "../harness/schemas.ts";
import { parseStrictJson, StrictJsonError } from "../harness/strict-json.ts";
import { promise, type Target, unless } from "./target.ts";

const text = (octets: Uint8Array) => new TextDecoder().decode(octets);
const octetsOf = (words: string) => new TextEncoder().encode(words);
const seeds =
  (...lines: readonly string[]) =>
  () =>
    new Map(lines.map((line, index) => [`line-${index + 1}`, octetsOf(line)]));
/** An error of ours says what is wrong; those of the language's own kinds are slips. */
const isPlain = (error: unknown) => (error as Error).constructor === Error || error instanceof HarnessError;
/** Octets of a value that is written out to be looked at. */
const WRITTEN_OUT = 2 ** 20;

/** Messages of an adapter that serves, and what it declares. */
const MESSAGES: readonly SchemaName[] = ["serve-message", "about", "adapter-declaration"];

const messages: Target = {
  about: "answers and declarations of adapters: JSON that reads as one value, held against the schemas",
  run(octets) {
    const value = unless(
      (error) => error instanceof StrictJsonError,
      () => parseStrictJson(octets),
    );
    if (value === undefined) return;
    promise(JSON.stringify(JSON.parse(text(octets))) === JSON.stringify(value), () => "JSON that reads as two values");
    for (const name of MESSAGES) departure(name, value);
  },
  seeds: seeds(
    '{"seq":"a1","outcome":"accept","value":{"dsi":"state/1"}}',
    '{"seq":"a2","outcome":"reject","code":"record-type","at":40,"findings":[{"code":"x","at":1}]}',
    '{"protocol":1,"name":"n","version":"1","editions":["v3"],"roles":["reader"],"features":[],"choices":{},"values":[]}',
  ),
};

const hexadecimal: Target = {
  about: "hexadecimal of edits: as many octets as it says",
  run(octets) {
    const value = unless(isPlain, () => readHex(text(octets)));
    if (value === undefined || value.length > WRITTEN_OUT) return;
    const length = [...hexPieces(value)].reduce((sum, piece) => sum + piece.length, 0);
    promise(length === value.length, () => `${length} octets instead of ${value.length}`);
  },
  seeds: seeds("00 01 ff*5 le32:7", "be64:0xffffffffffffffff 0 0 00*3", "le16:65536"),
};

const commands: Target = {
  about: "command lines: the same words after quoting",
  run(octets) {
    const words = unless(isPlain, () => splitCommand(text(octets)));
    if (words === undefined) return;
    promise(
      JSON.stringify(splitCommand(joinCommand(words))) === JSON.stringify(words),
      () => "words that are others when they are quoted",
    );
  },
  seeds: seeds("python3 'my adapter.py' serve", 'a\\ b "c \\" d" e', "''"),
};

const sources: Target = {
  about: "sources of images: octets or an error of theirs",
  run(octets) {
    unless(
      (error) => error instanceof SourceError,
      () => assemble(text(octets), "fuzz.hex"),
    );
  },
  seeds: seeds(
    '@hdr ff*8 # marker\n 58 45 4e 46 "XENF" le32:3\n@end len(@hdr,@end):le32 crc32(@hdr,@$):be32',
    '#! needs synthetic\n@a 00*8 sha256(@a,@$)\ninclude "other"[a..$]',
  ),
};

/** What is written by hand. */
export const textTargets: ReadonlyMap<string, Target> = new Map([
  ["messages", messages],
  ["hexadecimal", hexadecimal],
  ["commands", commands],
  ["sources", sources],
]);
