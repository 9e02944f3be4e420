import { describe, expect, test } from "vitest";
import { CaseError, caseOf, insertCase, wishesOf } from "./case-wishes.ts";
import { readLedger } from "./ledger/ledger.ts";
import { readSuiteSources } from "./lint/suite.ts";

const ledger = readLedger(process.cwd());
const sources = readSuiteSources(process.cwd());
const words = (requirement: string, ...more: string[]) =>
  wishesOf([requirement, "--id", "a-new-case", "--image", "pvh-tiny.bare@*", "--why", "a Reader that errs", ...more]);
const made = (requirement: string, ...more: string[]) => caseOf(words(requirement, ...more), ledger, sources, ["gone"]);

describe("npm run case", () => {
  test("makes of a Reader's rejection a breaking case, in the file of its chapter", () => {
    expect(made("REC-012", "--at", "tsc", "--insert", "le32:0xbeef le32:0", "--also", "record-limit")).toEqual({
      chapter: "04-records",
      one: {
        id: "a-new-case",
        breaks: "REC-012",
        image: "pvh-tiny.bare@*",
        patch: { at: "tsc", insert: "le32:0xbeef le32:0" },
        reader: "reject",
        alsoCodes: ["record-limit"],
        why: "a Reader that errs",
      },
    });
  });

  test("makes of what an image owes a case for Verifiers, and of what a Reader accepts one that shows it", () => {
    expect(made("REC-011", "--at", "tsc", "--insert", "00").one).toMatchObject({
      breaks: "REC-011",
      verifier: "reject",
    });
    expect(made("REC-030", "--at", "$", "--insert", "00").one).toMatchObject({
      shows: ["REC-030"],
      verifier: "accept",
    });
    expect(made("REC-013", "--value", "v").one).toMatchObject({ shows: ["REC-013"], reader: "accept", value: "v" });
  });

  test("takes several edits", () => {
    const { edits } = words(
      "REC-012",
      "--at",
      "tsc",
      "--set",
      "01",
      "--at",
      "end",
      "--truncate",
      "--at",
      "8",
      "--delete",
      "4",
    );
    expect(edits).toEqual([
      { at: "tsc", set: "01" },
      { at: "end", truncate: true },
      { at: 8, delete: 4 },
    ]);
  });

  test.each([
    [["REC-012", "--set", "00"], "--set comes after the --at"],
    [["REC-012", "--at", "8"], "--at 8 is told to do nothing"],
    [["REC-012", "--at", "8", "--set", "00", "--delete", "1"], "two things"],
    [["REC-999"], "no requirement REC-999"],
    [["REC-012", "--image", "nowhere"], "no image nowhere"],
    [["REC-012", "--id", "gone"], "retired"],
    [["REC-012", "--id", "pvh-image-restored"], "already"],
    [["REC-012", "--id", "Not_an_id"], "lower-case words"],
    [["REC-033"], "binds Writers"],
    [["REC-016"], "leaves a choice"],
    [["REC-012", "--colour", "red"], "--colour"],
  ])("refuses %j", ([requirement, ...more], message) => {
    expect(() => made(requirement as string, ...more)).toThrow(CaseError);
    expect(() => made(requirement as string, ...more)).toThrow(message);
  });

  test("leaves what stands in the file as it was", () => {
    const text = '{\n  "cases": [\n    { "id": "one", "why": "]" }\n  ]\n}\n';
    const longer = insertCase(text, { id: "two", why: "w" });
    expect(longer.startsWith('{\n  "cases": [\n    { "id": "one", "why": "]" },\n')).toBe(true);
    expect(JSON.parse(longer)).toEqual({
      cases: [
        { id: "one", why: "]" },
        { id: "two", why: "w" },
      ],
    });
    expect(JSON.parse(insertCase('{ "cases": [] }', { id: "two" }))).toEqual({ cases: [{ id: "two" }] });
  });
});
