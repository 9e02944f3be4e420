import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../harness/package-root.ts";
import { reviewPage } from "./html.ts";
import { reviewMarkdown } from "./markdown.ts";
import { diffProse } from "./prose.ts";
import { isBreaking, type Reviewed, reviewOf } from "./review.ts";
import type { Finding } from "./rules.ts";
import { SideError } from "./side-error.ts";
import { reviewText } from "./text.ts";

const root = packageRoot();
const about = (findings: readonly Finding[]) => findings.map(({ rule, subject }) => `${rule} ${subject}`);

function expectValid({ review }: Reviewed): void {
  const schema = JSON.parse(readFileSync(join(root, "schemas/review.schema.json"), "utf8"));
  const ajv = new Ajv2020();
  expect(ajv.validate(schema, JSON.parse(JSON.stringify(review))), ajv.errorsText()).toBe(true);
}

describe("v2 against v3", () => {
  let reviewed: Reviewed;
  beforeAll(async () => {
    reviewed = await reviewOf("v2", "v3", root);
  }, 120_000);

  test("tells the history of the wire: the version, the static data, the TSC mode that went", () => {
    expect(about(reviewed.review.findings.filter(({ part }) => part === "wire")).sort()).toEqual([
      "constant-changed image_header.version",
      "enumerator-added record_header.record_type.static_data_end",
      "enumerator-added record_header.record_type.x86_cpuid_policy",
      "enumerator-added record_header.record_type.x86_msr_policy",
      "enumerator-dropped x86_tsc_info.tsc_mode.pvrdtscp",
      "structure-added x86_cpuid_policy",
      "structure-added x86_msr_policy",
    ]);
  });

  test("tells what became of the requirements, each under its rule", () => {
    const ledger = about(reviewed.review.findings.filter(({ part }) => part === "requirements"));
    for (const one of [
      "requirement-replaced IMG-006",
      "requirement-replaced X86-004",
      "requirement-dropped ORD-013",
      "requirement-added ORD-001",
      "requirement-added IMG-009",
    ]) {
      expect(ledger).toContain(one);
    }
  });

  test("tells what each role makes of the stored images: Readers of v3 lose none of v2", () => {
    const corpus = reviewed.review.findings.filter(({ part }) => part === "corpus");
    const of = (subject: string) => corpus.filter((finding) => finding.subject === subject).map(({ rule }) => rule);
    expect(of("reader of v3 images")).toContain("verdict-accepted");
    expect(of("verifier of v2 images")).toContain("verdict-rejected");
    expect(of("reader of v2 images")).not.toContain("verdict-rejected");
    expect(of("reader of v2 images")).not.toContain("value-changed");
    expect(isBreaking(reviewed.review)).toBe(false);
  });

  test("tells what a Writer of the other edition makes of the stored streams: v3 wants the end of the static data", () => {
    const of = (subject: string, rule: string) =>
      reviewed.review.findings.filter((finding) => finding.subject === subject && finding.rule === rule);
    const [late] = of("writer of v2 streams", "verdict-rejected");
    expect(late).toMatchObject({ old: "accept", new: "reject (static-end-late)", severity: "warning" });
    expect(late!.among).toContain("write-be-pv-image (v2)");
    expect(of("writer of v3 streams", "verdict-accepted")[0]).toMatchObject({ old: "reject (record-edition)" });
  });

  test("is the same from the other side: Readers of v2 promise nothing about v3", async () => {
    const { review } = await reviewOf("v3", "v2", root);
    expect(about(review.findings)).toContain("verdict-rejected reader of v3 images");
    expect(isBreaking(review)).toBe(false);
  }, 120_000);

  test("is text, Markdown, a page, and JSON by its schema", () => {
    expectValid(reviewed);
    expect(reviewText(reviewed.review)).toMatch(/^v2 -> v3\n/);
    expect(reviewMarkdown(reviewed.review)).toContain("| error | `constant-changed` | image_header.version |");
    const page = reviewPage(reviewed);
    expect(page).toContain("<del>");
    expect(page).not.toMatch(/<script/);
  });
});

test("draft-b against v3: what became of the proposal of 2014", async () => {
  const { review } = await reviewOf("draft-b", "v3", root);
  const wire = about(review.findings.filter(({ part }) => part === "wire"));
  expect(wire).toEqual(
    expect.arrayContaining([
      "constant-changed image_header.version",
      "field-dropped libxc_record.options",
      "field-dropped libxc_record.checksum",
      "field-dropped domain_header.arch",
      "field-resized domain_header.type",
      "field-added domain_header.xen_major",
      "structure-dropped draft_b_vcpu_info",
      "structure-added hvm_context",
    ]),
  );
  expect(about(review.findings)).toContain("verdict-rejected reader of draft-b images");
  expect(isBreaking(review)).toBe(false);
}, 120_000);

test("v3 against v4-draft: what the draft adds, and that its Readers lose nothing of v3", async () => {
  const { review } = await reviewOf("v3", "v4-draft", root);
  const wire = about(review.findings.filter(({ part }) => part === "wire"));
  const added = ["image_header_v4", "image_digest", "page_data_compressed", "requires", "memory_layout", "arm_vcpu"];
  expect(wire).toEqual(expect.arrayContaining(added.map((name) => `structure-added ${name}`)));
  expect(wire).toEqual(
    expect.arrayContaining([
      "constant-changed image_header.version",
      "enumerator-added record_header.record_type.requires",
    ]),
  );
  const lost = review.findings.filter(
    ({ subject, rule }) => subject === "reader of v3 images" && /verdict-rejected|value-changed/.test(rule),
  );
  expect(lost).toEqual([]);
}, 120_000);

test("a name that means nothing is refused", async () => {
  await expect(reviewOf("v2", "no-such-thing", root)).rejects.toThrow(SideError);
});

test("a published edition is what it was when it was published, but for errata and what was acknowledged", async () => {
  for (const edition of ["v2", "v3"]) {
    const { review } = await reviewOf(edition, root, root);
    expect(about(review.findings.filter(({ breaks }) => breaks)), edition).toEqual([]);
  }
}, 240_000);

/** Leaves the cases of two chapters and their twins: they show what all would, in a fraction of the time. */
function trimCases(folder: string): void {
  type Cases = { cases: { id: string; twin?: string }[] };
  const files = readdirSync(folder).map((name) => {
    const path = join(folder, name);
    return { path, cases: (JSON.parse(readFileSync(path, "utf8")) as Cases).cases };
  });
  const kept = new Set(
    files.filter(({ path }) => /0[23]-/.test(path)).flatMap(({ cases }) => cases.map(({ id }) => id)),
  );
  const all = files.flatMap(({ cases }) => cases);
  for (const one of all) if (kept.has(one.id) && one.twin) kept.add(one.twin);
  for (const { path, cases } of files)
    writeFileSync(path, JSON.stringify({ cases: cases.filter(({ id }) => kept.has(id)) }, null, 2));
}

describe("seeded edits", () => {
  const before = mkdtempSync(join(tmpdir(), "dsi-before-"));
  const after = mkdtempSync(join(tmpdir(), "dsi-after-"));
  let reviewed: Reviewed;
  const edit = (path: string, from: string | RegExp, to: string) => {
    const text = readFileSync(join(after, path), "utf8");
    const edited = text.replace(from, to);
    expect(edited, path).not.toBe(text);
    writeFileSync(join(after, path), edited);
  };
  beforeAll(async () => {
    for (const folder of [before, after]) {
      for (const name of [
        "spec",
        "schemas",
        "src",
        "generated",
        "package.json",
        "tsconfig.json",
        "tsconfig.build.json",
      ])
        cpSync(join(root, name), join(folder, name), { recursive: true });
      cpSync(join(root, "conformance"), join(folder, "conformance"), {
        recursive: true,
        filter: (path) => !/conformance\/(adapters|mutants)/.test(path),
      });
      trimCases(join(folder, "conformance/cases"));
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    }
    // A field widened, two fields swapped, a reserved bit used, an enumerator renumbered, a bound moved by one.
    edit("schemas/x86_tsc_info.ksy", /(- id: khz\n\s+type: )u4/, "$1u8");
    edit("schemas/domain_header.ksy", /- id: xen_major([\s\S]*?)- id: xen_minor/, "- id: xen_minor$1- id: xen_major");
    edit("schemas/image_header.ksy", /(- id: options\n\s+type: u2\n\s+valid:\n\s+max: )1/, "$13");
    edit("schemas/record_header.ksy", "    0x09:\n", "    0x29:\n");
    edit("schemas/record_header.ksy", "max: 0x8000000", "max: 0x8000001");
    // A MUST turned into a SHOULD, a text changed under the same id, another worded anew.
    edit("spec/03-domain-header.md", /(\*\*DOM-006\*\* [^{]*)MUST/, "$1SHOULD");
    edit("spec/04-records.md", "exceed 134217728. {fact=E32,F25", "exceed 134217729. {fact=E32,F25");
    edit("spec/04-records.md", "The padding octets of a record MUST be 0.", "The octets that pad a record MUST be 0.");
    // Prose around the requirements.
    edit("spec/04-records.md", "A record says its own type and length", "Each record says its type and its length");
    // The octets of a case changed under the same id.
    edit("conformance/cases/02-image-header.json", /"set": "[^"]*"/, '"set": "7e"');
    reviewed = await reviewOf(before, after, root);
  }, 300_000);
  afterAll(() => {
    for (const folder of [before, after]) rmSync(folder, { recursive: true });
  });

  test.each([
    ["field-resized", "x86_tsc_info.khz", "error"],
    ["fields-swapped", "domain_header.xen_major", "error"],
    ["reserved-used", "image_header.options", "error"],
    ["enumerator-renumbered", "record_header.record_type.hvm_context", "error"],
    ["bound-widened", "record_header.body_length", "error"],
    ["requirement-weakened", "DOM-006", "error"],
    ["requirement-changed", "REC-007", "error"],
  ])("%s %s", (rule, subject, severity) => {
    const found = reviewed.review.findings.find((finding) => finding.rule === rule && finding.subject === subject);
    expect(found, about(reviewed.review.findings).join("\n")).toBeDefined();
    expect(found).toMatchObject({ severity, breaks: true });
  });

  test("a case whose octets changed under its id", () => {
    const [found, ...more] = reviewed.review.findings.filter(({ rule }) => rule === "case-octets");
    expect(found).toMatchObject({ severity: "error", breaks: true });
    expect(more).toEqual([]);
  });

  test("a sentence worded anew with the same names, numbers and key word is a note, and breaks nothing", () => {
    const found = reviewed.review.findings.find(({ subject }) => subject === "REC-003");
    expect(found).toMatchObject({ rule: "requirement-reworded", severity: "note", breaks: false });
  });

  test("prose around the requirements, both texts beside each other", () => {
    expect(diffProse(...reviewed.sides)).toEqual([
      {
        file: "spec/04-records.md",
        pairs: [
          { old: expect.stringContaining("A record says its own"), now: expect.stringContaining("Each record says") },
        ],
        same: expect.any(Number),
      },
    ]);
    expect(reviewPage(reviewed)).toMatch(/<td><p>After the two headers[\s\S]*<ins>Each<\/ins>/);
  });

  test("what the weaker requirement does to the verdicts on stored images", () => {
    const found = reviewed.review.findings.filter(
      ({ rule, subject }) => rule === "verdict-accepted" && subject.startsWith("verifier"),
    );
    expect(found.flatMap(({ among }) => among ?? []).length).toBeGreaterThan(0);
  });

  test("nothing else of the wire, and JSON by its schema", () => {
    const wire = reviewed.review.findings.filter(({ part, rule }) => part === "wire" && rule !== "field-moved");
    expect(about(wire).sort()).toEqual([
      "bound-widened record_header.body_length",
      "enumerator-renumbered record_header.record_type.hvm_context",
      "field-resized x86_tsc_info.khz",
      "fields-swapped domain_header.xen_major",
      "reserved-used image_header.options",
    ]);
    expectValid(reviewed);
  });
});
