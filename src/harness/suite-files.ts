import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { SuiteError } from "./errors.ts";

/** A file that belongs to a suite: path from the folder, with `/`, and SHA-256 of the file as it stands. */
export interface SuiteFile {
  readonly path: string;
  readonly sha256: string;
  readonly octets: Uint8Array;
}

const ROOT_FILES = ["suite.json", "requirements.json", "profiles.json"];

/** What else belongs to a suite; other files in the folder are none of the suite's business. */
const BELONGS: Record<string, RegExp> = {
  images: /^[A-Za-z0-9_.-]+\.(img|img\.gz|json)$/,
  values: /^[A-Za-z0-9_.-]+\.json$/,
  streams: /^[A-Za-z0-9_.-]+\.json$/,
  blobs: /^[0-9a-f]{64}$/,
};

/** Reads all files of a suite folder, in path order. Nothing outside the folder is read, not even through a link. */
export async function readSuiteFiles(dir: string): Promise<SuiteFile[]> {
  const root = await realpath(dir).catch(() => {
    throw new SuiteError(`${dir}: no such suite folder`);
  });
  const paths = (await listPaths(root)).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return Promise.all(
    paths.map(async (path) => {
      const real = await realpath(join(root, path));
      if (!real.startsWith(root + sep)) throw new SuiteError(`${path}: leads out of the suite folder`);
      const octets = await readFile(real);
      return { path, sha256: createHash("sha256").update(octets).digest("hex"), octets };
    }),
  );
}

/** Digest of a suite: SHA-256 of the lines `SHA256  path\n` of its files, in path order. */
export function digestOf(files: readonly SuiteFile[]): string {
  const hash = createHash("sha256");
  for (const { sha256, path } of files) hash.update(`${sha256}  ${path}\n`);
  return hash.digest("hex");
}

async function listPaths(root: string): Promise<string[]> {
  const paths: string[] = [];
  for (const name of ROOT_FILES) if (await isFile(join(root, name))) paths.push(name);
  for (const [folder, pattern] of Object.entries(BELONGS)) {
    for (const name of await list(join(root, folder))) {
      if (pattern.test(name) && (await isFile(join(root, folder, name)))) paths.push(`${folder}/${name}`);
    }
  }
  for (const name of await list(join(root, "cases"), true)) {
    const path = `cases/${name.split(sep).join("/")}`;
    if (name.endsWith(".json") && (await isFile(join(root, path)))) paths.push(path);
  }
  return paths;
}

async function list(folder: string, recursive = false): Promise<string[]> {
  try {
    return await readdir(folder, { recursive });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new SuiteError(`${folder}: cannot be listed: ${(error as Error).message}`);
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
