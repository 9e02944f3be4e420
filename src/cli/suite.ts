import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadSuite, readSuiteFiles } from "../harness/index.ts";
import { suiteFolder } from "./certificate/verify.ts";
import { CommandError, YES } from "./ending.ts";
import { statOf, writeOutput } from "./output.ts";
import { print } from "./terminal.ts";

/**
 * `dsi suite OUT`: the files of a suite and nothing else, with `manifest.json` (schemas/manifest.schema.json) that names each by size and
 * SHA-256, so that a suite can be released, mirrored and checked without this program. OUT must not be there, so that nothing is mixed.
 */
export async function releaseSuite(out: string, { suite: dir = suiteFolder() }: { suite?: string }): Promise<number> {
  if ((await statOf(out)) !== undefined) throw new CommandError("is there already");
  const { name, version, digest, editions } = await loadSuite(dir);
  const files = await readSuiteFiles(dir);
  for (const { path, octets } of files) {
    const place = join(out, path);
    await mkdir(dirname(place), { recursive: true });
    await writeOutput(place, (write) => write(octets));
  }
  const listed = files.map(({ path, sha256, octets }) => ({ path, size: octets.length, sha256 }));
  const manifest = { dsi: "manifest/1", name, version, digest, editions, files: listed };
  // The manifest comes last: a folder without one is not whole.
  await writeOutput(join(out, "manifest.json"), (write) =>
    write(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)),
  );
  await print(`${name} ${version}: ${files.length} files, sha256 ${digest}\n`);
  return YES;
}
