import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "../lab/source.ts";

type Known = readonly { readonly id: string; readonly outcome: string; readonly reason: string }[];

const known = JSON.parse(readFileSync(join(checkout(), "src/hypervisor/xen/trial/known.json"), "utf8")) as Known;

test("says of every trial that Xen does not pass why", () => {
  expect(known.length).toBeGreaterThan(100);
  expect(known.filter(({ reason }) => reason.length < 20)).toEqual([]);
  expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
});

test("names only reports that are there", () => {
  const reports = new Set(known.flatMap(({ reason }) => reason.match(/conformance\/reports\/\S+\.md/) ?? []));
  expect(reports.size).toBe(5);
  for (const report of reports) expect(readFileSync(join(checkout(), report), "utf8")).toMatch(/^# /);
});
