import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.ts";
import { scratch } from "./run.ts";

const SUITE = {
  format: 1,
  name: "by-hand",
  version: "1",
  editions: ["v2", "v3"],
  features: ["x86-hvm", "synthetic"],
  choices: {},
  provisional: [],
  disputed: [],
};

const BOTH = { level: "MUST", editions: ["v2", "v3"] };
const REQUIREMENTS = [
  { id: "MINE-1", text: "A Reader takes what is <good> & proper.", roles: ["reader", "verifier"], ...BOTH },
  { id: "MINE-2", text: "The marker is all ones.", roles: ["reader", "verifier"], code: "image-marker", ...BOTH },
  { id: "MINE-3", text: "END is there.", roles: ["reader", "verifier"], code: "record-end-missing", ...BOTH },
];

const CASES = [
  { id: "good", shows: ["MINE-1"], image: "small@*", reader: "accept", verifier: "accept", why: "nothing is wrong" },
  {
    id: "marker",
    breaks: "MINE-2",
    image: "small@*",
    patch: { at: 0, set: "00" },
    reader: "reject",
    verifier: "reject",
    why: "<script>alert(1)</script> is no marker",
  },
  {
    id: "no-end",
    breaks: "MINE-3",
    image: "small@*",
    patch: { at: "end", truncate: true },
    reader: "reject",
    verifier: "reject",
    why: "the stream breaks before its END",
  },
  {
    id: "skipped",
    shows: ["MINE-1"],
    image: "small@*",
    patch: { at: "end", insert: "01000080 00000000" },
    reader: "accept",
    verifier: "accept",
    why: "an optional record that nobody knows",
  },
];

/** A suite folder such as somebody makes elsewhere: two images, four cases, requirement ids of its own. It goes with the test, unless it has a place. */
export function handMadeSuite(cases: readonly object[] = [], folder = scratch()): string {
  mkdirSync(join(folder, "cases"));
  mkdirSync(join(folder, "images"));
  const write = (name: string, document: unknown) => writeFileSync(join(folder, name), JSON.stringify(document));
  write("suite.json", SUITE);
  write("requirements.json", REQUIREMENTS);
  write("cases/all.json", { cases: [...CASES, ...cases] });
  for (const name of ["small.v2", "small.v3"]) {
    for (const kind of ["img", "json"]) {
      const file = `images/${name}.${kind}`;
      copyFileSync(join(packageRoot(), "conformance", file), join(folder, file));
    }
  }
  return folder;
}
