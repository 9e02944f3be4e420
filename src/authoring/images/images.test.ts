import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { staleProducts } from "../products.ts";
import { GOLDEN } from "./golden.ts";
import { imageProducts, imageStore } from "./store.ts";

const root = process.cwd();
const store = imageStore(root);

// RECORDS.txt was written by another program: NAME: SIZE bytes sha256 SUM, then a line a record, `  @0xAT NAME ...`.
const sections = readFileSync("conformance/images/RECORDS.txt", "utf8").split(/^== /m).slice(1);

const LABEL_OF: Readonly<Record<string, string>> = {
  "xl header": "xl",
  "libxl header": "libxl",
  "libxc image header": "hdr",
  "libxc domain header": "dhdr",
  X86_PV_INFO: "pv_info",
  X86_CPUID_POLICY: "cpuid",
  X86_MSR_POLICY: "msr",
  STATIC_DATA_END: "static_end",
  X86_PV_P2M_FRAMES: "p2m",
  PAGE_DATA: "page",
  X86_TSC_INFO: "tsc",
  SHARED_INFO: "shared_info",
  X86_PV_VCPU_BASIC: "vcpu_basic",
  X86_PV_VCPU_EXTENDED: "vcpu_extended",
  X86_PV_VCPU_XSAVE: "vcpu_xsave",
  X86_PV_VCPU_MSRS: "vcpu_msrs",
  HVM_CONTEXT: "hvm_context",
  HVM_PARAMS: "hvm_params",
  CHECKPOINT: "checkpoint",
  END: "end",
  LIBXC_CONTEXT: "libxc_context",
  EMULATOR_CONTEXT: "emulator_context",
  CHECKPOINT_END: "checkpoint_end",
  "libxl END": "libxl_end",
};

describe("golden images", () => {
  test("every image of RECORDS.txt is taken over, and no other", () => {
    const listed = sections.map((section) => /^(\S+)\.(?:xl|wire):/.exec(section)![1]);
    expect(listed.sort()).toEqual(GOLDEN.map(({ name }) => name).sort());
  });

  test.each(
    sections.map((section) => [/^(\S+)\.(?:xl|wire):/.exec(section)![1]!, section]),
  )("%s: octets and labels are those that RECORDS.txt lists", (name, section) => {
    const { octets, labels } = store.get(name);
    const [, size, sha256] = /(\d+) bytes sha256 (\w+)/.exec(section)!;
    expect(octets.length).toBe(Number(size));
    expect(createHash("sha256").update(octets).digest("hex")).toBe(sha256);

    const nth = new Map<string, number>();
    let checked = 0;
    for (const line of section.split("\n").slice(1)) {
      const match =
        /^(xl header|libxl header|libxc image header|libxc domain header) @(\w+)/.exec(line) ??
        /^ *(?:libxl )?@(\w+) (\w+)(?: x(\d+))?/.exec(line);
      if (match === null) continue;
      const headed = match[2]!.startsWith("0x") || match[2] === "0";
      const [kind, at] = headed ? [match[1]!, match[2]!] : [match[2]!, match[1]!];
      const label = LABEL_OF[line.startsWith("libxl @") && kind === "END" ? "libxl END" : kind]!;
      const n = nth.get(label) ?? 0;
      nth.set(label, n + Number(match[3] ?? 1));
      expect([`${label}[${n}]`, labels[`${label}[${n}]`] ?? labels[label]]).toEqual([`${label}[${n}]`, Number(at)]);
      checked++;
    }
    expect(checked).toBeGreaterThan(10);
    const count = (label: string) => Object.keys(labels).filter((key) => key.startsWith(`${label}[`)).length;
    expect(count("page")).toBe(nth.get("page"));
  });
});

describe("all images", () => {
  test("the committed files are what their sources make", () => {
    expect(staleProducts(root, imageProducts(store))).toEqual([]);
  });

  test.each([
    ["pvh-tiny.xl.v3", "pvh-tiny-1vcpu.min"],
    ["pv-tiny.xl.v3", "pv-tiny.min"],
    ["pvh-tiny.older.v3", "pvh-tiny.bare.v2"],
    ["pv-tiny.older.v3", "pv-tiny.bare.v2"],
  ])("%s has the octets of %s", (one, other) => {
    expect(Buffer.compare(store.get(one).octets, store.get(other).octets)).toBe(0);
  });

  test.each([
    "pvh-tiny.bare",
    "pv-tiny.bare",
    "pvh-tiny.xl",
    "hvm-tiny.libxl",
    "small",
    "pv-tiny.bare-be",
  ])("a label of %s means the same octets in both editions", (name) => {
    const [older, newer] = [store.get(`${name}.v2`), store.get(`${name}.v3`)];
    const both = Object.keys(older.labels).filter((key) => key in newer.labels && !/^(rec|hdr)\b/.test(key));
    expect(both.length).toBeGreaterThan(4);
    for (const label of both) {
      const head = ({ octets, labels }: typeof older) => octets.slice(labels[label], labels[label]! + 8);
      expect([label, ...head(older)]).toEqual([label, ...head(newer)]);
    }
  });

  test("a v2 image has version 2 and no record that came with version 3", () => {
    for (const name of store.names.filter((one) => one.endsWith(".v2"))) {
      const { octets, labels, editions } = store.get(name);
      expect(editions).toEqual(["v2"]);
      expect(octets[labels.hdr! + 15]).toBe(2);
      expect(Object.keys(labels).filter((key) => /^(cpuid|msr|static_end)/.test(key))).toEqual([]);
    }
  });
});
