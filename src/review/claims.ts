import { spawnSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { certify, loadSuite } from "../harness/index.ts";

/** An implementation whose answers are kept in `conformance/claims`: its adapter, and what has to be there to start it. */
interface Known {
  readonly adapter: (root: string) => string | readonly string[];
  readonly tool: string;
  /** Makes the adapter, where it has to be compiled. */
  readonly make?: readonly string[];
}

const adapters = "conformance/adapters";

const KNOWN: Readonly<Record<string, Known>> = {
  reference: { adapter: (root) => [process.execPath, join(root, "dist/src/cli/main.js"), "adapter"], tool: "node" },
  python: { adapter: (root) => ["python3", join(root, adapters, "python/dsi_adapter.py")], tool: "python3" },
  c: { adapter: (root) => [join(root, adapters, "c/dsi-reader")], tool: "cc", make: ["make", "-C", `${adapters}/c`] },
  shell: { adapter: (root) => ["sh", join(root, adapters, "shell/adapter.sh")], tool: "sh" },
  "verify-stream-v2": { adapter: () => `${adapters}/verify-stream-v2.json`, tool: "verify-stream-v2" },
  "convert-legacy-stream": { adapter: () => `${adapters}/convert-legacy-stream.json`, tool: "convert-legacy-stream" },
};

/** `npm run claims [-- NAME...]`: puts what is known on trial and keeps what it answered. */
async function main(): Promise<void> {
  const root = process.cwd();
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !(name in KNOWN));
  if (unknown.length > 0)
    throw new Error(`no claim is called ${unknown.join(", ")}; known: ${Object.keys(KNOWN).join(", ")}`);
  const suite = await loadSuite(join(root, "conformance"));
  const judge = `python3 ${join(root, adapters, "python/dsi_adapter.py")}`;
  for (const [name, { adapter, tool, make }] of Object.entries(KNOWN)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    if (spawnSync("sh", ["-c", 'command -v "$0"', tool]).status !== 0) {
      console.error(`${name}: ${tool} is not there, and its claim stays as it was`);
      process.exitCode = 1;
      continue;
    }
    if (
      make &&
      spawnSync(make[0]!, make.slice(1), { cwd: root, stdio: ["ignore", "ignore", "inherit"] }).status !== 0
    ) {
      throw new Error(`${make.join(" ")} failed`);
    }
    const { claim: made, certificates } = await certify({ suite, adapter: adapter(root), judge });
    const claim = await made();
    const file = join(root, "conformance/claims", `${name}.claim.json.gz`);
    writeFileSync(file, gzipSync(`${JSON.stringify(claim)}\n`, { level: 9 }));
    const results = certificates.map(({ edition, role, result }) => `${edition} ${role} ${result}`);
    console.log(`${name}: ${claim.answers.length} answers, ${statSync(file).size} octets; ${results.join(", ")}`);
  }
}

if (import.meta.filename === process.argv[1]) await main();
