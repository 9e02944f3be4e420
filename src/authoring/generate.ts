import { imageProducts, imageStore } from "./images/store.ts";
import { type Products, staleProducts, writeProducts } from "./products.ts";

/** Everything under `root` that is made from sources. */
export async function allProducts(root: string): Promise<Products> {
  return new Map([...imageProducts(imageStore(root))]);
}

async function main(): Promise<void> {
  const root = process.cwd();
  const products = await allProducts(root);
  const check = process.argv.includes("--check");
  const changed = check ? staleProducts(root, products) : writeProducts(root, products);
  for (const path of changed) console.log(`${check ? "differs from its sources" : "written"}: ${path}`);
  console.log(`${products.size} generated files, ${changed.length} ${check ? "stale" : "changed"}`);
  if (check && changed.length > 0) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) await main();
