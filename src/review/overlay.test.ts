import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { KsySet } from "../authoring/kaitai/ksy.ts";
import { packageRoot } from "../harness/package-root.ts";
import { withComparison } from "./comparison.ts";
import { startDraft } from "./draft.ts";
import { isOverlay, PROPOSALS, patched, proposalNames, readOverlay } from "./overlay.ts";
import { reviewOf } from "./review.ts";

const root = packageRoot();

test("a change meets fields by their id: merged, placed, taken away; a structure that is not there is added", () => {
  const base = new Map([
    [
      "a",
      {
        meta: { id: "a" },
        seq: [
          { id: "x", type: "u4", valid: { max: 1 } },
          { id: "y", type: "u4" },
        ],
      },
    ],
  ]) as KsySet;
  const set = patched(base, {
    a: {
      seq: [
        { id: "x", valid: { max: 3 } },
        { id: "z", type: "u2", "-after": "x" },
        { id: "y", "-gone": true },
      ],
    } as never,
    b: { seq: [{ id: "w", type: "u1" }] },
  });
  expect(set.get("a")!.seq).toEqual([
    { id: "x", type: "u4", valid: { max: 3 } },
    { id: "z", type: "u2" },
  ]);
  expect(set.get("b")).toMatchObject({ meta: { id: "b" } });
  expect(base.get("a")!.seq).toHaveLength(2);
});

describe("a draft", () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-draft-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("begins as a proposal that changes nothing", async () => {
    mkdirSync(join(folder, PROPOSALS), { recursive: true });
    const path = join(folder, startDraft(folder, "next", "v3"));
    expect(isOverlay(path)).toBe(true);
    expect(readOverlay(path)).toMatchObject({ base: "v3", requirements: [], cases: [] });
    const { review } = await reviewOf("v3", path, root);
    expect(review.findings).toEqual([]);
    expect(() => startDraft(folder, "next", "v3")).toThrow("is there already");
    expect(() => startDraft(folder, "No Name", "v3")).toThrow("is no name");
  }, 120_000);
});

describe("the rivals of 2014", () => {
  test("are there, and the comparison is what they make", async () => {
    expect(proposalNames(root)).toEqual(["compression-option-bits", "compression-record-type"]);
    const text = readFileSync(join(root, PROPOSALS, "README.md"), "utf8");
    expect(await withComparison(text, root)).toBe(text);
  }, 120_000);

  test("differ in what a Reader of today makes of them: it refuses the one and takes the other for pages", async () => {
    const { review } = await reviewOf("compression-record-type", "compression-option-bits", root);
    const corpus = review.findings.filter(({ part }) => part === "corpus");
    const silent = corpus.find(({ rule, subject }) => rule === "verdict-rejected" && subject.startsWith("reader of"));
    expect(silent).toMatchObject({
      subject: "reader of compression-option-bits images",
      old: "accept",
      among: ["option-bits-plain-page"],
    });
    expect(review.findings.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(
      expect.arrayContaining([
        "reserved-used draft_b_record.options",
        "structure-dropped compressed_page_data",
        "requirement-changed DB-029",
      ]),
    );
    expect(review.findings.some(({ breaks }) => breaks)).toBe(false);
  }, 120_000);
});
