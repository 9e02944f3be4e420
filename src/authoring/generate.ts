import { readFileSync } from "node:fs";
import { join } from "node:path";
import { imageProducts, imageStore } from "./images/store.ts";
import { formatJson } from "./json.ts";
import { catalogueSource } from "./ledger/catalogue.ts";
import { choicesOf, type Ledger, readLedger, requirementsJson } from "./ledger/ledger.ts";
import { formatProblem } from "./ledger/requirement.ts";
import { type Products, staleProducts, writeProducts } from "./products.ts";

/** Everything under `root` that is made from sources. */
export async function allProducts(root: string, ledger: Ledger): Promise<Products> {
  return new Map<string, string | Uint8Array>([
    ["conformance/requirements.json", requirementsJson(ledger)],
    ["conformance/suite.json", suiteJson(root, ledger)],
    ["generated/catalogue.ts", catalogueSource(ledger)],
    ...imageProducts(imageStore(root)),
  ]);
}

/** `conformance/suite.json` as it is, except for the choices, which are the ledger's. */
function suiteJson(root: string, ledger: Ledger): string {
  const suite = JSON.parse(readFileSync(join(root, "conformance/suite.json"), "utf8")) as Record<string, unknown>;
  return formatJson({ ...suite, choices: choicesOf(ledger) });
}

async function main(): Promise<void> {
  const root = process.cwd();
  const ledger = readLedger(root);
  for (const problem of ledger.problems) console.error(formatProblem(problem));
  const products = await allProducts(root, ledger);
  const check = process.argv.includes("--check");
  const changed = check ? staleProducts(root, products) : writeProducts(root, products);
  for (const path of changed) console.log(`${check ? "differs from its sources" : "written"}: ${path}`);
  console.log(`${products.size} generated files, ${changed.length} ${check ? "stale" : "changed"}`);
  if (ledger.problems.length > 0 || (check && changed.length > 0)) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) await main();
