/** Inputs that are worth trying again: the seeds of a target, and what fuzzing found. */

import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RECORD } from "../format/vocabulary.ts";
import { packageRoot } from "../harness/package-root.ts";

/** The folder of a target's committed inputs. */
export function corpusFolder(target: string): string {
  const folder = join(packageRoot(), "src/fuzz/corpus", target);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The committed inputs of a target, by name. */
export function corpus(target: string): ReadonlyMap<string, Uint8Array> {
  const folder = corpusFolder(target);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
}

/** Words that a blind change would not hit upon, as AFL++ reads them: record types in both byte orders, markers, limits. */
export function dictionary(): string {
  const words = [...Object.values(RECORD), 0x0800_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff].flatMap((value) => {
    const word = Buffer.alloc(4);
    word.writeUInt32LE(value);
    return [word.toString("hex"), Buffer.from(word).reverse().toString("hex")];
  });
  const marks = ["XENF", "LibxlFmt", "Xen saved domain, xl format\n", "LibvirtQemudSave", "XenSavedDomain\n"];
  const marked = marks.map((mark) => Buffer.from(mark).toString("hex"));
  return [...words, ...marked].map((hex) => `"${hex.replace(/../g, "\\x$&")}"\n`).join("");
}
