import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type CertifyResult, certify, loadSuite, type Suite } from "../../../harness/index.ts";

let suite: Suite;
let small: Suite;

/** The suite with some of its cases. */
function only(of: Suite, keep: (id: string) => boolean): Suite {
  return { ...of, cases: new Map([...of.cases].filter(([id]) => keep(id))) };
}

beforeAll(async () => {
  suite = await loadSuite("conformance");
  small = only(suite, (id) => suite.cases.get(id)?.large !== true);
});

function run(fault: string, of: Suite): Promise<CertifyResult> {
  const adapter = [process.execPath, join(import.meta.dirname, "citizen.mjs"), fault];
  return certify({ suite: of, adapter, editions: ["v3"], roles: ["reader"], jobs: 2 });
}

const verdictsOf = ({ report }: CertifyResult, breaks: boolean) =>
  report.trials
    .filter(({ judged, requirements }) => judged && requirements.some((one) => one.breaks === true) === breaks)
    .map(({ verdict }) => verdict);

describe("on the suite of this project", () => {
  test("accept-all fails, and is told that its values were not compared", async () => {
    const result = await run("accept-all", small);
    expect(result.certificates.map(({ result: one, values }) => [one, values])).toEqual([
      ["fails", "values not compared"],
    ]);
  });

  test("reject-all passes no trial; where it should reject, all are void", async () => {
    const result = await run("reject-all", small);
    expect(result.certificates[0]?.result).toBe("fails");
    expect(new Set(verdictsOf(result, true))).toEqual(new Set(["void"]));
    expect(result.report.trials.filter(({ verdict }) => verdict === "pass")).toEqual([]);
  });

  test("an exception that escapes is a crash, never a rejection", { timeout: 120_000 }, async () => {
    // A program for each request: the trials of one chapter are enough.
    const result = await run(
      "throws",
      only(small, (id) => id.startsWith("hvm-params-")),
    );
    expect(result.certificates[0]?.result).toBe("fails");
    expect(new Set(verdictsOf(result, true))).toEqual(new Set(["crash"]));
    expect(result.report.trials.every(({ outcome }) => outcome !== "reject")).toBe(true);
  });

  // Each fault, and a case whose `why` names it.
  test.each([
    ["u64-as-double", "hvm-params-value-of-54-bits"],
    ["first-wins", "pv-page-table-becomes-a-page-last-wins"],
    ["truncated-as-ended", "libxl-truncated-in-image"],
    ["digest-table", "optional-record-80000001-skipped"],
    ["padding-ignored", "optional-record-of-1-octet-skipped"],
    ["limit-off-by-one", "hvm-params-index-39"],
    ["optional-rejected", "optional-record-80000001-skipped"],
    ["mandatory-skipped", "mandatory-type-13-rejected"],
    ["xtab-with-data", "hvm-page-xtab-accepted"],
  ])("%s does not conform, and %s shows it", async (fault, id) => {
    const result = await run(fault, small);
    expect(result.certificates[0]?.result).toBe("fails");
    const shown = result.report.trials.filter(({ case: one }) => one === id).map(({ verdict }) => verdict);
    expect(shown.length).toBeGreaterThan(0);
    expect(["fail", "wrong-value"]).toContain(shown[0]);
  });
});
