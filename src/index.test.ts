import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { billOfMaterials, installPacked, type Packed } from "./authoring/sbom.ts";

const root = new URL("..", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "dsi-pack-"));
const home = join(folder, "node_modules/domain-save-image");
let tarball: string;
let files: readonly Packed[];

/** Runs a program in the folder where the package is installed, and nothing else. */
function inFolder(program: string, args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  return execFileSync(program, args, { cwd: folder, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
}

beforeAll(() => {
  ({ tarball, files } = installPacked(root, folder));
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONSUMER = `
import { readFileSync } from "node:fs";
import { inspectImage, type Inspection, loadSuite } from "domain-save-image";
import { readImage, type State } from "domain-save-image/codec";
import { type Verification, verifyImage } from "domain-save-image/verifier";
import { certify, type CertifyResult } from "domain-save-image/harness";
import { openBackend } from "domain-save-image/backends";
import { parseX86TscInfo } from "domain-save-image/parsers/x86_tsc_info";

const octets = readFileSync(new URL(import.meta.resolve("domain-save-image/suite/images/small.v3.img")));
function fed<T>(consumer: { push(octets: Uint8Array): void; end(): T }): T {
  consumer.push(octets);
  return consumer.end();
}
const verification: Verification = fed(verifyImage({ edition: "v3" }));
const state: State | undefined = fed(readImage({}));
const inspection: Inspection = fed(inspectImage({}));
const folder = new URL(import.meta.resolve("domain-save-image/suite/suite.json")).pathname.replace(/suite.json$/, "");
const suite = await loadSuite(folder);
const result: CertifyResult = await certify({
  suite,
  adapter: [process.execPath, folder + "../dist/src/cli/main.js", "adapter"],
  editions: ["v3"],
  roles: ["reader"],
  only: "padding-left-out-rejected",
});
const tsc = parseX86TscInfo(new Uint8Array(24), { isBe: false });
const khz: number = tsc.khz;
console.log(verification.verdict, state?.domain.type, inspection.records.length, suite.name, result.report.trials.length, typeof openBackend, khz);
`;

test("the package, installed into an empty folder, is a library by its subpaths and a command", () => {
  writeFileSync(join(folder, "consumer.mjs"), stripped(CONSUMER));
  expect(inFolder(process.execPath, ["consumer.mjs"])).toBe("accept hvm 6 domain-save-image 1 function 0\n");
  const image = join(home, "conformance/images/small.v3.img");
  const command = (...args: string[]) => inFolder("npx", ["--no-install", "dsi", ...args]);
  expect(command("verify", image)).toContain("accepted: v3");
  expect(command("--version")).toBe(`${JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version}\n`);
  expect(command("certify", "--edition", "v3", "--role", "reader", "--only", "padding-left-out-rejected")).toContain(
    "1 pass",
  );
});

/** TypeScript without its types, as far as the consumer uses them. */
function stripped(text: string): string {
  return text
    .replace(/, type \w+|type \w+, /g, "")
    .replace(/function fed<T>\(consumer.*\{$/m, "function fed(consumer) {")
    .replace(/const (\w+): [\w |]+ =/g, "const $1 =");
}

test("its declarations type a consumer's program under the strictest settings", () => {
  writeFileSync(join(folder, "consumer.ts"), CONSUMER);
  const options = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    target: "es2023",
    noEmit: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    skipLibCheck: false,
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["consumer.ts"] }));
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", folder],
    { encoding: "utf8" },
  );
  expect(stdout).toBe("");
  expect(status).toBe(0);
});

test("publint and arethetypeswrong find nothing", async () => {
  const octets = readFileSync(tarball);
  const data = octets.buffer.slice(octets.byteOffset, octets.byteOffset + octets.length) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: data }, level: "suggestion" });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  const checked = await checkPackage(createPackageFromTarballData(new Uint8Array(octets)));
  const problems = "problems" in checked ? checked.problems : [checked];
  // What is an ES module alone cannot be required by CommonJS before Node 22, and whoever resolves as Node 10 did sees no subpaths.
  const ours = problems.filter(
    (problem) =>
      !(
        "kind" in problem &&
        (problem.kind === "CJSResolvesToESM" ||
          (problem.kind === "NoResolution" && "resolutionKind" in problem && problem.resolutionKind === "node10"))
      ),
  );
  expect(ours).toEqual([]);
});

/** Licences under which the package may be used and passed on without more than keeping a notice. */
const FREE = /^(MIT|ISC|0BSD|Apache-2\.0|BSD-[23]-Clause|BSD|Python-2\.0|BlueOak-1\.0\.0|\(?MIT OR .*)$/;
/** Tables of data under a licence that asks for credit: a dependency lists it, and never loads it. */
const DATA = ["caniuse-lite"];

test("nothing under the GPL is shipped: neither what is packed, nor what it needs to run", () => {
  const names = files.map(({ path }) => path);
  expect(names.filter((path) => /(^|\/)node_modules\/|kaitai-struct-compiler/.test(path))).toEqual([]);
  const texts = names.filter((path) => /\.(js|mjs|cjs|ts|py|c|h|lua|sh)$/.test(path));
  const marks = /SPDX-License-Identifier:\s*\S*GPL|GNU (LESSER |AFFERO )?GENERAL PUBLIC LICENSE/i;
  expect(texts.filter((path) => marks.test(readFileSync(join(home, path), "utf8")))).toEqual([]);
  const installed = packagesUnder(join(folder, "node_modules"));
  expect(installed.length).toBeGreaterThan(12);
  expect(installed.filter(({ name, license }) => !FREE.test(license) && !DATA.includes(name))).toEqual([]);
});

function packagesUnder(modules: string): { name: string; license: string }[] {
  return readdirSync(modules).flatMap((entry): { name: string; license: string }[] => {
    if (entry.startsWith(".")) return [];
    if (entry.startsWith("@")) return packagesUnder(join(modules, entry));
    const { name, license } = JSON.parse(readFileSync(join(modules, entry, "package.json"), "utf8"));
    const below = join(modules, entry, "node_modules");
    return [
      { name, license: String(license) },
      ...(readdirSync(join(modules, entry)).includes("node_modules") ? packagesUnder(below) : []),
    ];
  });
}

test("the tarball holds what it needs and stays sensible", () => {
  const paths = files.map(({ path }) => path);
  for (const wanted of [
    "dist/src/cli/main.js",
    "dist/src/index.d.ts",
    "generated/man/dsi.1",
    "generated/tools/domain-save-image.lua",
    "spec/README.md",
    "schemas/libxc_stream.ksy",
    "conformance/suite.json",
    "LICENSE",
  ])
    expect(paths).toContain(wanted);
  expect(
    paths.filter(
      (path) => /\.test\.|\/testing\/|tsbuildinfo|dist\/src\/(bench|fuzz)\//.test(path) && path.startsWith("dist/"),
    ),
  ).toEqual([]);
  expect(readFileSync(tarball).length).toBeLessThan(12 * 2 ** 20);
});

test("the bill of materials lists every package that is needed to run", () => {
  const { bomFormat, components } = JSON.parse(billOfMaterials(folder)) as {
    bomFormat: string;
    components: { name: string }[];
  };
  expect(bomFormat).toBe("CycloneDX");
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const listed = components.map(({ name }) => name);
  for (const name of Object.keys(dependencies)) expect(listed).toContain(name);
  expect(listed).not.toContain("kaitai-struct-compiler");
});
