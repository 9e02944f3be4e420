import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { apiReference } from "./api/reference.ts";
import { EDITIONS } from "./editions.ts";
import { GOLDEN } from "./images/golden.ts";
import { IMAGES, imageProducts, imageStore } from "./images/store.ts";
import { formatJson } from "./json.ts";
import { generateKaitai } from "./kaitai/index.ts";
import { catalogueSource } from "./ledger/catalogue.ts";
import { choicesOf, type Ledger, readLedger, requirementsJson } from "./ledger/ledger.ts";
import { limitsPage } from "./ledger/limits.ts";
import { formatProblem, type Problem } from "./ledger/requirement.ts";
import { type Case, filesUnder, readSuiteSources } from "./lint/suite.ts";
import { exampleCases, specExamples } from "./markdown/examples.ts";
import { schemaRenderers } from "./markdown/renderers.ts";
import { chapterTables } from "./markdown/tables.ts";
import { MUTANTS, mutantProducts } from "./mutants.ts";
import { type Products, staleProducts, writeProducts } from "./products.ts";
import { toolProducts } from "./tools/index.ts";

/** What one step of `npm run generate` makes, and what is wrong with its sources. */
type Made = { readonly products: Products; readonly problems: readonly Problem[] };

/** The options of the freedoms that mutants take for granted: those that the reference declares. */
const DECLARED = {
  "byte-order": "both",
  "record-limit": "refuse",
  "static-in-v2": "accept",
  "libxl-end": "require",
};

/** The steps of `npm run generate`, each from sources of its own. */
const STEPS: Readonly<Record<string, (root: string) => Made | Promise<Made>>> = {
  parsers: async (root) => made(await generateKaitai(root)),
  ledger: (root) => {
    const ledger = readLedger(root);
    const products = new Map([
      ["conformance/requirements.json", requirementsJson(ledger)],
      ["conformance/suite.json", suiteJson(root, ledger)],
      ["generated/catalogue.ts", catalogueSource(ledger)],
    ]);
    return { products, problems: ledger.problems };
  },
  limits: (root) => limitsPage(root, readLedger(root)),
  mutants: (root) => {
    const ledger = readLedger(root);
    const { cases } = readSuiteSources(root);
    return made(mutantProducts(ledger, DECLARED, refusals(cases), breaches(cases, ledger)));
  },
  images: (root) => made(imageProducts(imageStore(root))),
  examples: (root) => made(exampleCases(specExamples(root))),
  tables: (root) => chapterTables(root, schemaRenderers(root)),
  api: (root) => made(apiReference(root)),
  tools: async (root) => made(await toolProducts(root, readLedger(root))),
  manual: (root) => made(new Map([["generated/man/dsi.1", manualPage(root)]])),
};

/** The manual page as the command prints it, which makes it from its own definition. */
function manualPage(root: string): string {
  return execFileSync(process.execPath, [join(root, "dist/src/cli/main.js"), "man"], { encoding: "utf8" });
}

/** The requirements for which a case has a Writer refuse a stream. */
function refusals(cases: readonly Case[]): ReadonlySet<string> {
  return new Set(cases.flatMap(({ breaks, writer }) => (breaks !== undefined && writer === "reject" ? [breaks] : [])));
}

/** The requirements on images for which a case asks a Writer for the very octets that a breaking case begins with. */
function breaches(cases: readonly Case[], { requirements }: Ledger): ReadonlySet<string> {
  const codes = new Map(requirements.map((requirement) => [requirement.id, requirement.codes]));
  const stem = (name: string | undefined) => name?.replace(new RegExp(`@\\*$|\\.(${EDITIONS.join("|")})$`), "");
  const broken = (id: string, image: string | undefined) =>
    cases.some(
      (one) =>
        stem(one.image) === stem(image) &&
        one.patch !== undefined &&
        one.verifier === "reject" &&
        one.breaks !== undefined &&
        (one.breaks === id || codes.get(one.breaks)?.some((code) => codes.get(id)?.includes(code))),
    );
  const asked = cases.filter(({ stream, same }) => stream !== undefined && same === "octets");
  const ofImages = new Set(requirements.filter(({ subject }) => subject === "image").map(({ id }) => id));
  return new Set(asked.flatMap(({ shows = [], image }) => shows.filter((id) => ofImages.has(id) && broken(id, image))));
}

function made(products: Products): Made {
  return { products, problems: [] };
}

/** `conformance/suite.json` as it is, except for the choices, which are the ledger's. */
function suiteJson(root: string, ledger: Ledger): string {
  const suite = JSON.parse(readFileSync(join(root, "conformance/suite.json"), "utf8")) as Record<string, unknown>;
  return formatJson({ ...suite, choices: choicesOf(ledger) });
}

/** Files where everything is generated that no step makes any more; golden octets are made by nobody, and stay. */
function leftOver(root: string, products: Products): string[] {
  const golden = new Set(GOLDEN.map(({ name }) => `${IMAGES}/${name}.img.gz`));
  return [
    ...filesUnder(root, "generated", ".ts", ".js", ".json", ".1", ".lua", ".magic", ".dot", ".md"),
    ...filesUnder(root, IMAGES, ".img", ".img.gz", ".json"),
    ...filesUnder(root, MUTANTS, "-omit.json", "-refuse.json", "-breach.json"),
  ].filter((path) => !products.has(path) && !golden.has(path));
}

async function main(args: readonly string[]): Promise<void> {
  const root = process.cwd();
  const check = args.includes("--check");
  const asked = args.filter((arg) => arg !== "--check");
  const unknown = asked.find((step) => !Object.hasOwn(STEPS, step));
  if (unknown !== undefined) throw new Error(`no step ${unknown}: ${Object.keys(STEPS).join(", ")}`);

  const products = new Map<string, string | Uint8Array>();
  let problems = 0;
  for (const [name, step] of Object.entries(STEPS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const result = await step(root);
    for (const [path, content] of result.products) products.set(path, content);
    for (const problem of result.problems) console.error(formatProblem(problem));
    problems += result.problems.length;
  }
  const changed = check ? staleProducts(root, products) : writeProducts(root, products);
  const gone = asked.length === 0 ? leftOver(root, products) : [];
  if (!check) for (const path of gone) rmSync(join(root, path));
  for (const path of changed) console.log(`${check ? "differs from its sources" : "written"}: ${path}`);
  for (const path of gone) console.log(`${check ? "has no source" : "removed"}: ${path}`);
  console.log(`${products.size} generated files, ${changed.length + gone.length} ${check ? "stale" : "changed"}`);
  if (problems > 0 || (check && changed.length + gone.length > 0)) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) await main(process.argv.slice(2));
