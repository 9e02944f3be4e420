import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSuite } from "../harness/index.ts";
import { type Disagreement, readFacts } from "../site/matrix/facts.ts";
import type { Matrix } from "../site/matrix/matrix.ts";
import { mainProgram, packageRoot } from "./package-root.ts";
import { dsi, scratch } from "./testing/run.ts";
import { handMadeSuite } from "./testing/suite.ts";

const conformance = join(packageRoot(), "conformance");
const ADAPTERS = [
  `'${process.execPath}' '${mainProgram()}' adapter`,
  `python3 '${join(conformance, "adapters/python/dsi_adapter.py")}'`,
  `sh '${join(conformance, "adapters/shell/adapter.sh")}'`,
  `'${process.execPath}' '${join(conformance, "adapters/kaitai/adapter.js")}'`,
].flatMap((command) => ["--adapter", command]);

const UNORDERED = {
  id: "unordered",
  breaks: "MINE-3",
  image: "small.v3",
  patch: { at: "static_end", delete: 8 },
  reader: "reject",
  verifier: "reject",
  why: "a parser that knows structures and no order",
};

test("four implementations side by side: who differs comes first, and disagreements are joined with their cases", {
  timeout: 300_000,
}, async () => {
  const suite = handMadeSuite([UNORDERED]);
  const row = { row: "F31", severity: "medium", says: "Order & presence.", ruling: "It counts.", cases: ["unordered"] };
  const undecided = { row: "F80", severity: "low", says: "Not here.", undecided: "no octets" };
  writeFileSync(join(suite, "disagreements.json"), JSON.stringify({ rows: [row, undecided] }));
  const out = join(scratch(), "results");
  const run = await dsi(["certify", "--matrix", "--suite", suite, ...ADAPTERS, "--out", out, "--json"]);
  expect(run).toMatchObject({ status: 1, stderr: "" });
  const matrix: Matrix = JSON.parse(run.stdout);
  expect(JSON.parse(readFileSync(join(out, "matrix.json"), "utf8"))).toEqual(matrix);

  expect(matrix.implementations).toHaveLength(4);
  const differing = matrix.rows.filter(({ differ }) => differ);
  // The description cannot ask for END: the checkpointed streams that it covers too have none.
  expect(differing.map(({ case: id, role, edition }) => `${id} ${role} ${edition}`)).toEqual([
    "no-end reader v2",
    "no-end reader v3",
    "no-end verifier v2",
    "no-end verifier v3",
    "unordered reader v3",
    "unordered verifier v3",
  ]);
  expect(matrix.rows.slice(0, differing.length)).toEqual(differing);
  for (const { cells } of differing) {
    expect(cells.map(({ outcome }) => outcome)).toEqual(["reject", "reject", "reject", "accept"]);
    expect(cells[3]!.verdict).toBe("fail");
  }
  expect(differing.map(({ facts }) => facts)).toEqual([[], [], [], [], ["F31"], ["F31"]]);
  expect(matrix.disagreements).toEqual([
    { ...row, ruling: ["It counts."], notes: [], requirements: [], cases: [{ case: "unordered", differ: true }] },
    { ...undecided, ruling: [], notes: [], requirements: [], cases: [] },
  ]);

  const page = readFileSync(join(out, "matrix.html"), "utf8");
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/\b(src|href)="(?!#)[^"]*"/);
  expect(page).not.toContain("<script>alert(1)");
  expect(page.match(/<tr[^>]* data-role=/g)).toHaveLength(matrix.rows.length);
  expect(page).toContain('<option value="MINE-3">');
  expect(page).toContain("Order &amp; presence.");
  expect(page.match(/id="case-unordered"/g)).toHaveLength(1);
});

test("the summary names who differs; several adapters without --matrix are refused, and none with it", async () => {
  const suite = handMadeSuite([UNORDERED]);
  const [, reference, , , , , , kaitai] = ADAPTERS;
  const args = ["certify", "--suite", suite, "--adapter", reference!, "--adapter", kaitai!, "--role", "reader"];
  const run = await dsi([...args, "--matrix"]);
  expect(run.stdout).toMatch(/^unordered \(v3 reader\): \S+ reject, dsi-kaitai-strict accept$/m);
  expect(run.stdout).toMatch(/^3 of \d+ differ$/m);
  expect(await dsi(args)).toMatchObject({ status: 2, stdout: "" });
  expect(await dsi(["certify", "--suite", suite, "--matrix"])).toMatchObject({ status: 2, stdout: "" });
});

describe("the disagreements of this suite", () => {
  const read = (name: string) => JSON.parse(readFileSync(join(conformance, name), "utf8"));
  const rows: readonly Disagreement[] = read("disagreements.json").rows;
  const ledger: readonly { id: string; "x-fact"?: string[] }[] = read("requirements.json");
  const settled = new Set(ledger.flatMap((requirement) => requirement["x-fact"] ?? []));

  test("are the rows F1 to F80, each with cases or a reason why there are none, and a ruling", () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 80 }, (_, i) => `F${i + 1}`));
    for (const { row, cases, undecided, ruling } of rows) {
      expect((cases?.length ?? 0) > 0 || undecided !== undefined, row).toBe(true);
      expect(ruling !== undefined || settled.has(row), row).toBe(true);
    }
  });

  test("name cases that are there", async () => {
    const { cases } = await loadSuite(conformance);
    expect(rows.flatMap((row) => row.cases ?? []).filter((id) => !cases.has(id))).toEqual([]);
  });

  test("rest on notes that are there", () => {
    const { requirements } = readFacts(conformance);
    const notes = [...rows.map(({ note }) => note), ...[...requirements.values()].flatMap((one) => one.notes)];
    const missing = notes.filter((note) => note && !existsSync(join(packageRoot(), "spec/rationale", `${note}.md`)));
    expect(missing).toEqual([]);
  });
});
