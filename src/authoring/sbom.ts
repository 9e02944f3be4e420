/** `npm run sbom`: what is needed to run the package, as a bill of materials (CycloneDX), from an installation of what is packed. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file of a tarball; octets. */
export type Packed = { readonly path: string; readonly size: number };

/** Packs the package at `root` and installs it into a folder that is empty; returns the tarball and what is in it. */
export function installPacked(
  root: string,
  folder: string,
): { readonly tarball: string; readonly files: readonly Packed[] } {
  const npm = (cwd: string, ...args: string[]) =>
    execFileSync("npm", args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 2 ** 26 });
  const [made] = JSON.parse(npm(root, "pack", "--ignore-scripts", "--json", "--pack-destination", folder));
  const tarball = join(folder, made.filename);
  writeFileSync(
    join(folder, "package.json"),
    '{ "name": "consumer", "version": "0.0.0", "private": true, "type": "module" }\n',
  );
  npm(folder, "install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", tarball);
  return { tarball, files: made.files };
}

/** The bill of such an installation. Of the repository itself npm leaves out what a development dependency needs as well. */
export function billOfMaterials(folder: string): string {
  return execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "dsi-sbom-"));
  try {
    installPacked(process.cwd(), folder);
    process.stdout.write(billOfMaterials(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) main();
