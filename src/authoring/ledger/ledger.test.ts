import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { catalogue, imageRule, readerRule } from "../../../generated/catalogue.ts";
import { ambiguousCodes, catalogueSource } from "./catalogue.ts";
import { choicesOf, readLedger, requirementsJson } from "./ledger.ts";

const root = mkdtempSync(join(tmpdir(), "ledger-"));
afterAll(() => rmSync(root, { recursive: true }));

function write(chapters: Record<string, string>) {
  rmSync(join(root, "spec"), { recursive: true, force: true });
  mkdirSync(join(root, "spec"));
  for (const [name, text] of Object.entries(chapters)) writeFileSync(join(root, "spec", name), text);
  return readLedger(root);
}

const rule = (id: string, sentence: string, attributes: string) =>
  `<a id="${id}"></a>**${id}** ${sentence} {${attributes}}\n\n`;

test("chapters are read in order; other files are no chapters; a number is given out once", () => {
  const ledger = write({
    "02-b.md": rule("B-001", "It MUST be.", "code=b"),
    "01-a.md": rule("AA-002", "It MUST be.", "code=a") + rule("AA-001", "It MAY be.", "code=c"),
    "README.md": rule("AA-003", "It MUST be.", "code=d"),
    "03-c.md": rule("AA-001", "It MUST be.", "code=e"),
  });
  expect(ledger.requirements.map(({ id }) => id)).toEqual(["AA-002", "AA-001"]);
  expect(ledger.problems.map(({ file, what }) => `${file} ${what}`)).toEqual([
    "spec/02-b.md B-001 is no requirement number: PREFIX-NNN",
    "spec/03-c.md AA-001 is given out already, at spec/01-a.md:3",
  ]);
});

test("an ambiguous code is one that an edition binds the same subject by twice", () => {
  const ledger = write({
    "01-a.md":
      rule("AA-001", "It MUST be 2.", "code=version in=v2") +
      rule("AA-002", "It MUST be 3.", "code=version in=v3") +
      rule("AA-003", "A Reader MUST reject it.", "code=version") +
      rule("AA-004", "A Writer MUST write 3.", "code=version in=v3"),
  });
  expect(ambiguousCodes(ledger).map(({ line, what }) => [line, what])).toEqual([
    [7, "AA-004 and AA-002 share the code version in v3"],
  ]);
});

test("requirements.json has the keys of a suite, and the rest behind x-", () => {
  const ledger = write({
    "01-a.md": rule(
      "AA-001",
      "A Reader MUST treat it as its choice says: `a` rejects it, `b` reads it.",
      "choice=c code=d needs=xl fact=E1",
    ),
  });
  expect(JSON.parse(requirementsJson(ledger))).toEqual([
    {
      id: "AA-001",
      text: "A Reader MUST treat it as its choice says: a rejects it, b reads it.",
      level: "MUST",
      roles: ["reader"],
      editions: ["v2", "v3", "v4-draft"],
      code: "d",
      choice: "c",
      "x-needs": ["xl"],
      "x-fact": ["E1"],
      "x-chapter": "01-a",
    },
  ]);
  expect(choicesOf(ledger)).toEqual({ c: ["a", "b"] });
});

test("the committed catalogue and ledger are those of the committed prose", () => {
  const ledger = readLedger(process.cwd());
  expect(ledger.problems).toEqual([]);
  expect(ambiguousCodes(ledger)).toEqual([]);
  expect(readFileSync("generated/catalogue.ts", "utf8")).toBe(catalogueSource(ledger));
  expect(readFileSync("conformance/requirements.json", "utf8")).toBe(requirementsJson(ledger));
});

test("a look-up in the catalogue takes the edition", () => {
  expect(imageRule("image-version", "v2")?.req).toBe("IMG-005");
  expect(imageRule("image-version", "v3")?.req).toBe("IMG-006");
  expect(readerRule("image-version", "v3")).toMatchObject({ req: "IMG-008", action: "reject" });
  expect(readerRule("image-reserved", "v3")?.action).toBe("accept");
  expect(readerRule("record-limit", "v3")?.choice).toEqual({
    name: "record-limit",
    options: { refuse: "reject", allow: "accept" },
  });
  expect(imageRule("static-end-missing", "v2")).toBeUndefined();
  expect(Object.keys(catalogue).length).toBeGreaterThan(50);
});
