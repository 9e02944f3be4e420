/** The disposable Xen host as files: a hypervisor, a kernel, a small initramfs, and the root of dom0, which is Debian packages unpacked. */

import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { cached, digestOf } from "./cache.ts";
import { fetchPackages, type Package, type Packages, XEN } from "./packages.ts";
import { labSource } from "./source.ts";
import { finished, output } from "./tools.ts";

/** Everything that booting takes, and what it was made from. */
export type BuiltLab = {
  readonly xen: string;
  readonly kernel: string;
  readonly initramfs: string;
  readonly root: string;
  /** The folder of Xen's headers for C. */
  readonly headers: string;
  /** Names and versions of the packages, one in a line. */
  readonly packages: string;
};

/** Modules of the kernel, each after those that it needs: 9p over virtio, and Xen's devices for the toolstack. */
const MODULES = [
  "drivers/virtio/virtio_ring",
  "drivers/virtio/virtio",
  "drivers/virtio/virtio_pci_legacy_dev",
  "drivers/virtio/virtio_pci_modern_dev",
  "drivers/virtio/virtio_pci",
  "fs/netfs/netfs",
  "fs/fscache/fscache",
  "net/9p/9pnet",
  "net/9p/9pnet_virtio",
  "fs/9p/9p",
  "drivers/xen/xen-privcmd",
  "drivers/xen/xen-evtchn",
  "drivers/xen/xen-gntdev",
  "drivers/xen/xen-gntalloc",
  "drivers/xen/xenfs/xenfs",
];

/** How dpkg-deb prints a package. */
const VERSION = "--showformat=$" + "{Package} $" + "{Version}\n";

/** Mount points and files that no package brings. */
const FOLDERS = ["dev", "proc", "sys", "tmp", "run", "var", "root", "mnt", "lab"];
const FILES: Readonly<Record<string, string>> = {
  "etc/passwd": "root:x:0:0:root:/root:/bin/sh\n",
  "etc/group": "root:x:0:\n",
  "etc/hostname": "lab\n",
};

/** Builds the lab from Debian packages, or finds it in the cache. LabUnavailable where they cannot be had. */
export async function buildLab(): Promise<BuiltLab> {
  const packages = await fetchPackages();
  const early = readFileSync(labSource("dom0/early.sh"));
  const all = allOf(packages);
  const recipe = JSON.stringify([MODULES, FOLDERS, FILES]);
  const folder = await cached("lab", digestOf([recipe, early, ...all.map(({ sha256 }) => sha256)]), (made) =>
    make(made, packages, early),
  );
  return {
    xen: join(folder, "xen"),
    kernel: join(folder, "vmlinuz"),
    initramfs: join(folder, "initramfs"),
    root: join(folder, "root"),
    headers: join(folder, "headers/usr/include"),
    packages: readFileSync(join(folder, "packages.txt"), "utf8"),
  };
}

async function make(folder: string, packages: Packages, early: Uint8Array): Promise<void> {
  const parts = join(folder, "parts");
  await unpack([packages.hypervisor, packages.kernel], parts);
  const root = join(folder, "root");
  await unpack(packages.root, root);
  await unpack([packages.headers], join(folder, "headers"));
  for (const name of FOLDERS) mkdirSync(join(root, name), { recursive: true });
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(root, file), text);
  const boot = join(parts, "boot");
  const [hypervisor, kernel] = [`xen-${XEN}-amd64.gz`, readdirSync(boot).find((name) => name.startsWith("vmlinuz-"))];
  writeFileSync(join(folder, "xen"), gunzipSync(readFileSync(join(boot, hypervisor))));
  copyFileSync(join(boot, kernel as string), join(folder, "vmlinuz"));
  const release = (kernel as string).slice("vmlinuz-".length);
  makeInitramfs(folder, join(parts, "lib/modules", release, "kernel"), early);
  rmSync(parts, { recursive: true });
  const versions = allOf(packages).map(({ file }) => output("dpkg-deb", ["-W", VERSION, file]));
  writeFileSync(join(folder, "packages.txt"), versions.join(""));
}

function allOf({ hypervisor, kernel, headers, root }: Packages): Package[] {
  return [hypervisor, kernel, headers, ...root];
}

async function unpack(packages: readonly Package[], folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const { file } of packages) await finished("dpkg-deb", ["-x", file, folder]);
}

function makeInitramfs(folder: string, modules: string, early: Uint8Array): void {
  const tree = join(folder, "tree");
  mkdirSync(join(tree, "modules"), { recursive: true });
  copyFileSync(join(folder, "root/bin/busybox"), join(tree, "busybox"));
  writeFileSync(join(tree, "init"), early);
  for (const name of ["busybox", "init"]) chmodSync(join(tree, name), 0o755);
  for (const name of MODULES) copyFileSync(join(modules, `${name}.ko`), join(tree, "modules", `${basename(name)}.ko`));
  writeFileSync(join(tree, "modules/order"), MODULES.map((name) => `${basename(name)}.ko\n`).join(""));
  output("sh", ["-c", 'find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet >"$0"', join(folder, "cpio")], tree);
  writeFileSync(join(folder, "initramfs"), gzipSync(readFileSync(join(folder, "cpio")), { level: 1 }));
  rmSync(join(folder, "cpio"));
  rmSync(tree, { recursive: true });
}
