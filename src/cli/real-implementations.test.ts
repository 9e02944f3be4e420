import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { certify, loadSuite, type ReportedTrial } from "../harness/index.ts";
import { packageRoot } from "./package-root.ts";
import { here } from "./testing/here.ts";
import { scratch } from "./testing/run.ts";

const adapters = join(packageRoot(), "conformance/adapters");
const suite = await loadSuite(join(packageRoot(), "conformance"));

/** Trials of these cases, all of them without a list. */
async function trialsOf(adapter: readonly string[], cases?: readonly string[]): Promise<readonly ReportedTrial[]> {
  const chosen = cases && new Map(cases.map((id) => [id, suite.cases.get(id)!]));
  if (chosen) expect([...chosen].filter(([, found]) => !found)).toEqual([]);
  const { report } = await certify({ suite: chosen ? { ...suite, cases: chosen } : suite, adapter, jobs: 2 });
  return report.trials.filter(({ verdict }) => verdict !== "none");
}

test.runIf(here("cc", "make"))("the Reader in C conforms, with states", async () => {
  const folder = scratch();
  const { status, stderr } = spawnSync("make", ["-C", join(adapters, "c"), `OUT=${folder}`], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const { certificates } = await certify({ suite, adapter: [join(folder, "dsi-reader")], profile: "reader-core" });
  expect(certificates.map(({ edition, result, why }) => [edition, result, why])).toEqual([
    ["v2", "conforms", []],
    ["v3", "conforms", []],
  ]);
});

describe("the generated parser", async () => {
  const cases = [
    "pvh-image-passes",
    "page-type-5-reported",
    "hvm-pit-pad0-first",
    "page-data-before-static-end-reported",
    "hvm-context-missing-reported",
    "pv-info-twice-reported",
  ];
  const trials = await trialsOf([process.execPath, join(adapters, "kaitai/adapter.js")], cases);
  const outcome = (id: string) => [...new Set(trials.filter((t) => t.case === id).map((t) => t.outcome))];

  test("finds what stands in one structure", () => {
    expect(outcome("pvh-image-passes")).toEqual(["accept"]);
    expect(outcome("page-type-5-reported")).toEqual(["reject"]);
    expect(outcome("hvm-pit-pad0-first")).toEqual(["reject"]);
  });

  test("finds nothing about order, presence and number, which a description cannot say", () => {
    for (const id of [
      "page-data-before-static-end-reported",
      "hvm-context-missing-reported",
      "pv-info-twice-reported",
    ]) {
      expect(outcome(id), id).toEqual(["accept"]);
    }
  });
});

/** What is wrong with Xen's verifier, by the row of the disagreements: cases that fail, and the requirement each of them cites. */
const DEFECTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "F5: optional records are rejected": {
    "optional-record-80000000-passes": "REC-014",
    "optional-record-ffffffff-passes": "REC-014",
    "libxl-optional-record-80000000": "LXL-012",
  },
  "F6: the byte order is masked with the number of its bit": {
    "be-flag-on-le-image-reported": "DOM-011",
    "libxl-be-flag-on-le-stream-reported": "LXL-010",
    "be-pvh-image-passes": "IMG-010",
  },
  "F7: half of the libxl options are not looked at": { "libxl-options-bit-16-reported": "LXL-005" },
  "F8: pairs of xenstore are rejected under Python 3": { "libxl-xenstore-pairs-verified": "LXL-036" },
  "F10: octets that must be zero inside the hypervisor's structures are not looked at": {
    "hvm-cpu-pad0-first": "HVM-016",
    "hvm-pit-pad0-first": "HVM-016",
    "msr-policy-flags-first-entry": "X86-020",
  },
  "F14: pairs of width and levels": { "pv-info-width-4-levels-4": "PV-005" },
  "F19: STATIC_DATA_END may be missing or come twice": {
    "static-end-missing-reported": "ORD-001",
    "static-end-twice-reported": "ORD-003",
  },
  "F30: no hand-over after CHECKPOINT": { "checkpoint-rounds-libxl": "CKPT-011" },
  "F31: order, presence and number are not looked at": {
    "page-data-before-static-end-reported": "ORD-005",
    "hvm-context-missing-reported": "ORD-039",
    "pv-info-missing-reported": "ORD-014",
    "pv-info-twice-reported": "ORD-018",
  },
};

describe.runIf(here("verify-stream-v2"))("Xen's own verifier", async () => {
  const cases = Object.values(DEFECTS).flatMap((of) => Object.keys(of));
  const trials = await trialsOf([join(adapters, "verify-stream-v2-layers.json")], cases);

  test.each(Object.entries(DEFECTS))("%s", (_, of) => {
    for (const [id, requirement] of Object.entries(of)) {
      const found = trials.filter((trial) => trial.case === id);
      expect(found.length, id).toBeGreaterThan(0);
      for (const { verdict, requirements } of found) {
        expect(verdict, id).toBe("fail");
        expect(
          requirements.map((one) => one.id),
          id,
        ).toContain(requirement);
      }
    }
  });

  test("TOOLSTACK makes it ask to be fixed, which is a crash and no verdict (F28)", async () => {
    const [trial] = await trialsOf([join(adapters, "verify-stream-v2-layers.json")], ["toolstack-reported"]);
    expect(trial).toMatchObject({ outcome: "crash", verdict: "crash" });
  });
});
