import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSuite, type Report } from "../harness/index.ts";
import { packageRoot } from "../harness/package-root.ts";
import { loneTrials } from "./publish.ts";
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
  const report = (...trials: object[]) => ({ trials }) as unknown as Report;
  const agree = report(trial("prose-image-header", "pass"), trial(wrapped, "pass"));
  expect(loneTrials([agree, agree], suite, [])).toEqual([]);
  const departs = report(trial("prose-image-header", "fail"), trial(wrapped, "none"));
  expect(loneTrials([agree, departs], suite, ["xenopsd"])).toEqual([
    "prose-image-header (v3 reader): 1 of 2 implementations pass",
  ]);
  expect(loneTrials([agree, departs], suite, [])).toHaveLength(2);
});

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
