import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSuite, type Report } from "../harness/index.ts";
import { packageRoot } from "../harness/package-root.ts";
import { loneTrials, textObstacles } from "./publish.ts";
import { publicationOf, readFrozen } from "./published.ts";

const root = packageRoot();

test("two implementations have to agree on every case, but for features that are left out", async () => {
  const suite = await loadSuite(join(root, "conformance"));
  const wrapped = [...suite.cases.values()].find(({ id }) => id === "xenopsd-image")!.id;
  const trial = (id: string, verdict: string) => ({
    case: id,
    role: "reader",
    edition: "v3",
    verdict,
    judged: true,
    level: "MUST",
  });
  const report = (name: string, ...trials: object[]) => ({ about: { name }, trials }) as unknown as Report;
  const passes = [trial("prose-image-header", "pass"), trial(wrapped, "pass")];
  const agree = report("one", ...passes);
  expect(loneTrials([agree, report("other", ...passes)], suite, [])).toEqual([]);
  expect(loneTrials([agree, agree], suite, [])[0]).toBe("prose-image-header (v3 reader): 1 of 1 implementations pass");
  const departs = report("other", trial("prose-image-header", "fail"), trial(wrapped, "none"));
  expect(loneTrials([agree, departs], suite, ["xenopsd"])).toEqual([
    "prose-image-header (v3 reader): 1 of 2 implementations pass",
  ]);
  expect(loneTrials([agree, departs], suite, [])).toHaveLength(2);
});

test("a text that lint objects to, a MUST without a case and a breach of what was published stand in the way", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-publish-"));
  try {
    for (const name of ["spec", "schemas", "conformance"])
      cpSync(join(root, name), join(folder, name), { recursive: true });
    for (const name of ["src", "generated", "package.json", "tsconfig.json", "tsconfig.build.json"])
      symlinkSync(join(root, name), join(folder, name));
    const edit = (path: string, from: RegExp, to: string) => {
      const text = readFileSync(join(folder, path), "utf8");
      writeFileSync(join(folder, path), text.replace(from, to));
    };
    edit("conformance/cases/02-image-header.json", /"set": "[^"]*"/, '"set": "7e"');
    const breaches = await textObstacles(folder, "v3");
    expect(breaches).toEqual([expect.stringMatching(/^v3 is published: case-octets /)]);
    edit("spec/04-records.md", /A record says its own type/, "A record says in bytes its own type");
    edit("conformance/uncovered.json", /\[/, '["REC-007"');
    const obstacles = (await textObstacles(folder, "v4-draft")).join("\n");
    expect(obstacles).toContain('"bytes": the glossary says octet');
    expect(obstacles).toContain("REC-007 is a MUST of v4-draft without a case");
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 300_000);

test("what was published is there whole: ledger, schemas, cases, and who agreed on them", () => {
  for (const edition of ["v2", "v3"]) {
    const { requirements, schemas } = readFrozen(root, edition);
    expect(requirements.length).toBeGreaterThan(300);
    expect(schemas.has("image_header")).toBe(true);
    expect(Object.keys(publicationOf(root, edition)!.cases).length).toBeGreaterThan(1000);
    const path = join(root, "spec/editions", edition, "edition.json");
    expect(existsSync(path) && JSON.parse(readFileSync(path, "utf8")).implementations).toHaveLength(2);
  }
});
