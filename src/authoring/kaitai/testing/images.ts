import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { specExamples } from "../../markdown/examples.ts";

/** The root of the repository. */
export const root = join(import.meta.dirname, "../../../..");

const dir = join(root, "conformance/images");

/** The octets of `conformance/images/NAME.img`, uncompressed, in a buffer of their own. */
export function imageOctets(name: string): Uint8Array {
  const plain = readdirSync(dir).includes(`${name}.img`);
  const octets = plain ? readFileSync(join(dir, `${name}.img`)) : gunzipSync(readFileSync(join(dir, `${name}.img.gz`)));
  return Uint8Array.from(octets);
}

/**
 * The names of all sound images whose octets number at most `limit`. Legacy streams and images of the proposal of 2014 are described apart, and some
 * examples of the prose are wrong on purpose.
 */
export function imageNames(limit: number): string[] {
  return namesWhere(
    ({ size, editions }) => size <= limit && !editions.includes("legacy") && !editions.includes("draft-b"),
  );
}

/** The names of all sound images of one edition. */
export function imagesOf(edition: string): string[] {
  return namesWhere(({ editions }) => editions.includes(edition));
}

type Described = { readonly size: number; readonly editions: readonly string[] };

function namesWhere(wanted: (image: Described) => boolean): string[] {
  const wrong = specExamples(root).filter(({ expect }) => expect === "reject");
  const names = readdirSync(dir).filter((file) => file.endsWith(".json"));
  return names
    .filter((file) => {
      const described: Described = JSON.parse(readFileSync(join(dir, file), "utf8"));
      return wanted(described) && !wrong.some(({ id }) => file === `${id}.json`);
    })
    .map((file) => file.slice(0, -".json".length));
}

/** One image's part of RECORDS.txt, which another program wrote, by the image's name. */
export function recordsText(name: string): string {
  const parts = readFileSync(join(dir, "RECORDS.txt"), "utf8").split(/^== /m);
  const part = parts.find((text) => text.startsWith(`${name}.xl:`) || text.startsWith(`${name}.wire:`));
  if (!part) throw new Error(`RECORDS.txt does not tell of ${name}`);
  return part;
}
