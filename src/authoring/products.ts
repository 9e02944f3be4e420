import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Files made from sources: path from the root of the repository to content. */
export type Products = ReadonlyMap<string, string | Uint8Array>;

/**
 * The paths of `products` whose committed file is missing or differs. Compressed files are compared by the octets they
 * hold, since deflate's output may change with the library while the contents do not.
 */
export function staleProducts(root: string, products: Products): string[] {
  return [...products].filter(([path, content]) => !isCommitted(join(root, path), content)).map(([path]) => path);
}

/** Writes the products that are missing or differ; returns their paths. */
export function writeProducts(root: string, products: Products): string[] {
  const stale = staleProducts(root, products);
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), products.get(path)!);
  }
  return stale;
}

function isCommitted(path: string, content: string | Uint8Array): boolean {
  if (!existsSync(path)) return false;
  const found = readFileSync(path);
  const wanted = typeof content === "string" ? Buffer.from(content) : content;
  if (found.equals(wanted)) return true;
  return path.endsWith(".gz") && gunzipSync(found).equals(gunzipSync(wanted));
}
