import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { type Inspection, inspectImage, memorySurvey } from "../../containers/index.ts";
import { packageRoot } from "../package-root.ts";
import type { Screen } from "../terminal.ts";
import { imageOctets } from "../testing/run.ts";
import { hexDump, spanOf } from "./hex.ts";
import { memoryMap } from "./map.ts";
import { outline } from "./outline.ts";
import { recordText } from "./record.ts";
import { inspectionTable } from "./table.ts";
import { inspectionTree } from "./tree.ts";

const plain = (text: string) => text;
const colour = { red: plain, green: plain, yellow: plain, cyan: plain, bold: plain, dim: plain };
const WIDTHS = [40, 60, 100, 160];
const screenOf = (columns: number | undefined, unicode = true): Screen => ({ columns, colour, unicode });

/** Images of every edition and container that the suite has, small enough to look at all of them. */
const names = readdirSync(join(packageRoot(), "conformance/images"))
  .filter((file) => file.endsWith(".img"))
  .map((file) => file.slice(0, -4));

function inspected(octets: Uint8Array): Inspection {
  const inspector = inspectImage({ context: { stream: "remus", channel: "forward" } });
  inspector.push(octets);
  return inspector.end();
}

function surveyed(octets: Uint8Array) {
  const survey = memorySurvey({ context: { stream: "remus", channel: "forward" } });
  survey.push(octets);
  return survey.end();
}

test.each(WIDTHS)("nothing is wider than a terminal of %i columns", (columns) => {
  for (const name of names) {
    const octets = imageOctets(name);
    const inspection = inspected(octets);
    const screen = screenOf(columns);
    const items = outline(inspection);
    const middle = items[items.length >> 1];
    const shown = [
      inspectionTable(inspection, screen),
      inspectionTree(inspection, screen),
      memoryMap(surveyed(octets), screen),
      middle
        ? hexDump(
            octets.subarray(middle.at, middle.at + 200),
            { from: middle.at, to: middle.at + 200 },
            inspection,
            screenOf(columns),
          )
        : "",
    ];
    const widest = shown.flatMap((text) => text.split("\n")).filter((line) => line.length > Math.max(columns, 58));
    expect(widest, name).toEqual([]);
  }
});

test("every record of an image has one place in its outline, and a name by which it is found", () => {
  for (const name of names) {
    const inspection = inspected(imageOctets(name));
    const items = outline(inspection);
    expect(items).toHaveLength(inspection.layers.length + inspection.records.length);
    for (const { at, id, head, length } of items.filter((item) => item.name !== "")) {
      expect(spanOf(id, inspection), `${name} ${id}`).toEqual({ from: at, to: at + head + length });
    }
  }
});

test("a tree shows what lies in what", () => {
  const tree = inspectionTree(inspected(imageOctets("pvh-tiny.xl.v3")), screenOf(undefined));
  const shown = tree.split("\n").filter((line) => /(xl|libxl|image|domain|TSC_INFO|khz|END) /.test(line));
  expect(shown.join("\n")).toMatch(
    /^v3 in xl > libxl\n└─ xl at 0x0 .*\n {3}└─ libxl at [\s\S]*\n {6}├─ image at [\s\S]*\n {6}│ {2}├─ domain at [\s\S]*\n {6}│ {2}├─ rec\[\d+\] X86_TSC_INFO [\s\S]*\n {6}│ {2}│ {2}├─ khz \d+\n[\s\S]*\n {6}└─ lxl\[1\] END /,
  );
  expect(inspectionTree(inspected(imageOctets("small.v3")), screenOf(80, false))).toMatch(/^[\n\x20-\x7e]+$/);
});

test("a map tells contents from zeros, page tables, and what was only named", () => {
  const map = memoryMap(surveyed(imageOctets("pv32.xenopsd.v3")), screenOf(undefined));
  expect(map).toContain("\n0x0  a██PTTaa\n0x8\n");
  expect(map).toMatch(/ {2}P {2} +1 {2}pinned page tables\n {2}T {2} +2 {2}page tables\n/);
  const hvm = memoryMap(surveyed(imageOctets("pvh-tiny-1vcpu.min")), screenOf(100, false));
  expect(hvm).toMatch(/^[\n\x20-\x7e]+$/);
  expect(hvm).toMatch(/ \*\n[\s\S]* allocated, not sent \(xalloc\)\n/);
  // Pages that a round sent again.
  expect(memoryMap(surveyed(imageOctets("ckpt-hvm.libxl.v3")), screenOf(80))).toMatch(
    /\n2 pages came more than once\n$/,
  );
});

test("octets are shown under the record that they belong to, those that repeat once", () => {
  const octets = imageOctets("small.v3");
  const inspection = inspected(octets);
  const span = spanOf("0x10..0x58", inspection);
  expect(span).toEqual({ from: 0x10, to: 0x58 });
  expect(hexDump(octets.subarray(span.from, span.to), span, inspection, screenOf(undefined))).toBe(
    [
      "image 24 octets, at 0x0, from its octet 16 on",
      `10  ${hexRow(octets, 0x10, 8)}`,
      "domain 16 octets, at 0x18",
      `18  ${hexRow(octets, 0x18, 16)}`,
      "rec[0] STATIC_DATA_END, 8 + 0 octets, at 0x28",
      `28  ${hexRow(octets, 0x28, 8)}`,
      "rec[1] PAGE_DATA, 8 + 8 224 octets, at 0x30",
      `30  ${hexRow(octets, 0x30, 8)}`,
      `38  ${hexRow(octets, 0x38, 16)}`,
      `48  ${hexRow(octets, 0x48, 16)}`,
      "",
    ].join("\n"),
  );
  const page = hexDump(new Uint8Array(4096), { from: 0x100, to: 0x1100 }, inspection, screenOf(undefined));
  expect(page.match(/^\*$/gm)).toHaveLength(1);
  expect(page.split("\n").length).toBeLessThan(8);
});

function hexRow(octets: Uint8Array, at: number, count: number): string {
  const piece = octets.subarray(at, at + count);
  const pairs = [...piece].map((octet) => octet.toString(16).padStart(2, "0"));
  const halves = [pairs.slice(0, 8).join(" "), pairs.slice(8).join(" ")];
  const text = [...piece].map((octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : ".")).join("");
  return `${(halves[1] === "" ? halves[0]! : halves.join("  ")).padEnd(48)}  |${text}|`;
}

test.each([
  ["0x10+0", /empty range/],
  ["9..3", /empty range/],
  ["0+99999999", /are the most/],
  ["rec[77]", /there is no rec\[77\]/],
  ["nonsense", /is no range: 0x10\.\.0x40/],
])("a range %s is refused with the reason", (range, reason) => {
  expect(() => spanOf(range, inspected(imageOctets("small.v3")))).toThrow(reason);
});

test("a record is shown with all of its fields and its first octets", () => {
  const octets = imageOctets("pvh-tiny-1vcpu.min");
  const inspection = inspected(octets);
  const id = outline(inspection).find(({ name }) => name === "X86_CPUID_POLICY")!.id;
  const span = spanOf(id, inspection);
  const text = recordText(id, octets.subarray(span.from, span.to), span, inspection, screenOf(undefined));
  const { leaves } = inspection.records.find(({ name }) => name === "X86_CPUID_POLICY")!.fields as { leaves: object[] };
  expect(text.match(/─ \[\d+\] leaf=/g)).toHaveLength(leaves.length);
  expect(text).toMatch(/octets more: --hex 'rec\[0\]' shows them, --extract 'rec\[0\]' gives the body\n$/);
});

test("every inspection keeps to its schema, whole and by lines", () => {
  const ajv = new Ajv2020({ strict: false });
  for (const name of ["common", "inspection", "inspection-line"])
    ajv.addSchema(JSON.parse(readFileSync(join(packageRoot(), `schemas/${name}.schema.json`), "utf8")));
  for (const name of names) {
    const octets = imageOctets(name);
    const whole = JSON.parse(JSON.stringify(inspected(octets)));
    const { fault: _, ...document } = whole;
    expect(ajv.validate("inspection.schema.json", document), `${name}: ${ajv.errorsText()}`).toBe(true);
    const inspector = inspectImage({ context: { stream: "remus", channel: "forward" } });
    const drained: object[] = [];
    for (let at = 0; at < octets.length; at += 1000) {
      if (!inspector.done?.()) inspector.push(octets.slice(at, at + 1000));
      drained.push(...inspector.drain());
    }
    const { layers, records } = inspector.end();
    const items = JSON.parse(JSON.stringify([...drained, ...layers, ...records]));
    const of = (kind: "layer" | "record") => items.filter((item: object) => "name" in item === (kind === "record"));
    // Piece by piece the same layers and records come out as at once.
    expect(of("layer"), name).toEqual(whole.layers);
    expect(of("record"), name).toEqual(whole.records);
    for (const item of items) {
      const line = { kind: "name" in item ? "record" : "layer", ...item };
      expect(ajv.validate("inspection-line.schema.json", line), `${name}: ${ajv.errorsText()}`).toBe(true);
    }
  }
});
