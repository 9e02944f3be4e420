import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { SuiteError } from "./errors.ts";
import type { Image } from "./model.ts";
import type { SuiteFile } from "./suite-files.ts";

const gunzipped = promisify(gunzip);

/** Octets of decompressed images that are kept between uses. */
const KEPT = 256 * 2 ** 20;

/** Decompressed images in the order of their last use, so that a run over many cases of one image unpacks it once. */
export interface ImageCache {
  readonly octets: Map<string, Uint8Array>;
  size: number;
}

/** An empty cache; one for each suite. */
export function imageCache(): ImageCache {
  return { octets: new Map(), size: 0 };
}

type Described = Partial<Pick<Image, "needs" | "labels" | "sums">> & Pick<Image, "editions" | "size" | "sha256">;

/**
 * An image from its description and its file, whose octets are checked against the described size and digest.
 * Throws `SuiteError` when they differ or cannot be unpacked.
 */
export async function openImage(
  name: string,
  description: Described,
  file: SuiteFile,
  cache: ImageCache,
): Promise<Image> {
  const { editions, needs = [], size, sha256, labels = {}, sums = [] } = description;
  const unpack = async () => (file.path.endsWith(".gz") ? await unzip(file, size) : file.octets);
  const octets = await unpack();
  if (octets.length !== size) throw new SuiteError(`${file.path}: has ${octets.length} octets, ${size} are declared`);
  const found = createHash("sha256").update(octets).digest("hex");
  if (found !== sha256) throw new SuiteError(`${file.path}: has the SHA-256 ${found}, ${sha256} is declared`);
  const load = async () => {
    const kept = cache.octets.get(name);
    if (!kept) return keep(cache, name, await unpack());
    cache.octets.delete(name);
    cache.octets.set(name, kept);
    return kept;
  };
  keep(cache, name, octets);
  return { name, editions, needs, size, sha256, labels, sums, octets: load };
}

function keep(cache: ImageCache, name: string, octets: Uint8Array): Uint8Array {
  if (!cache.octets.has(name)) {
    cache.octets.set(name, octets);
    cache.size += octets.length;
  }
  for (const [oldest, { length }] of cache.octets) {
    if (cache.size <= KEPT || oldest === name) break;
    cache.octets.delete(oldest);
    cache.size -= length;
  }
  return octets;
}

async function unzip(file: SuiteFile, size: number): Promise<Uint8Array> {
  try {
    return await gunzipped(file.octets, { maxOutputLength: size + 1 });
  } catch (error) {
    throw new SuiteError(`${file.path}: cannot be unpacked to ${size} octets: ${(error as Error).message}`);
  }
}
