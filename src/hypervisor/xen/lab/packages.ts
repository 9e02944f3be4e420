/** Debian packages: which ones make up dom0, and their files, downloaded once. Nothing is installed. */

import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "./cache.ts";
import { finished, LabUnavailable, output } from "./tools.ts";

/** The release of Xen on trial, as Debian names its packages. */
export const XEN = "4.17";

/** These, and what they depend on: the toolstack, its device model for HVM guests, a shell, and what Node takes. */
const DOM0 = [`xen-utils-${XEN}`, "xenstore-utils", "qemu-system-xen", "busybox-static", "libstdc++6"];
const HYPERVISOR = `xen-hypervisor-${XEN}-amd64`;
const HEADERS = "libxen-dev";

/** A package: its file in the cache, and the digest that the archive gives for it. */
export type Package = { readonly name: string; readonly file: string; readonly sha256: string };

/** All packages of the lab: what is in `root` makes up dom0, the others are no part of it. */
export type Packages = {
  readonly hypervisor: Package;
  readonly kernel: Package;
  readonly headers: Package;
  readonly root: readonly Package[];
};

/** Looks up the packages in apt's lists and downloads what is not in the cache. LabUnavailable where apt does not know them. */
export async function fetchPackages(): Promise<Packages> {
  const kernel = /^ *Depends: (linux-image-\S+)/m.exec(apt("apt-cache", ["depends", "linux-image-amd64"]))?.[1];
  if (kernel === undefined) throw new LabUnavailable("apt knows no linux-image-amd64; apt-get update may help");
  const beside = [HYPERVISOR, kernel, HEADERS];
  const names = [...beside, ...dependencies(DOM0)];
  const wanted = [
    ...apt("apt-get", ["--print-uris", "download", ...names]).matchAll(/^'\S+' (\S+) \d+ SHA256:([0-9a-f]{64})$/gm),
  ].map(([, file = "", sha256 = ""]) => ({ name: file.split("_")[0] as string, file: debFile(sha256), sha256 }));
  for (const name of names)
    if (!wanted.some((one) => one.name === name)) throw new LabUnavailable(`apt has no package ${name}`);
  await download(wanted.filter(({ file }) => !existsSync(file)));
  const named = (name: string) => wanted.find((one) => one.name === name) as Package;
  const root = wanted.filter(({ name }) => !beside.includes(name));
  return { hypervisor: named(HYPERVISOR), kernel: named(kernel), headers: named(HEADERS), root };
}

function debFile(sha256: string): string {
  return join(cacheFolder(), "debs", `${sha256}.deb`);
}

function dependencies(roots: readonly string[]): string[] {
  const without = ["recommends", "suggests", "conflicts", "breaks", "replaces", "enhances"].map(
    (kind) => `--no-${kind}`,
  );
  const text = apt("apt-cache", ["depends", "--recurse", ...without, ...roots]);
  // Lines at the margin name packages; those in <> are virtual, those with a colon of another architecture.
  return [...new Set(text.split("\n").filter((line) => /^[a-z0-9][^:]*$/.test(line)))].sort();
}

function apt(program: string, args: readonly string[]): string {
  try {
    return output(program, args, tmpdir());
  } catch (error) {
    throw new LabUnavailable(`${(error as Error).message}; apt-get update may help`);
  }
}

async function download(packages: readonly Package[]): Promise<void> {
  if (packages.length === 0) return;
  mkdirSync(join(cacheFolder(), "debs"), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "dsi-debs-"));
  try {
    await finished("apt-get", ["-q", "download", ...packages.map(({ name }) => name)], folder).catch((error: Error) => {
      throw new LabUnavailable(`cannot download from Debian: ${error.message}`);
    });
    const files = output("find", [folder, "-name", "*.deb"]).trim().split("\n");
    const found = new Map(files.map((file) => [sha256Of(file), file]));
    for (const { name, file, sha256 } of packages) {
      const from = found.get(sha256);
      if (from === undefined) throw new LabUnavailable(`what came as ${name} has another digest than apt's list says`);
      copyFileSync(from, `${file}.part`);
      renameSync(`${file}.part`, file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sha256Of(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
