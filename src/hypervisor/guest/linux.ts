/** A guest of QEMU that people would run: Debian's kernel with busybox, from Debian's packages, made once and kept outside the repository. */

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cached, digestOf } from "../xen/lab/cache.ts";
import { LabUnavailable, output } from "../xen/lab/tools.ts";

/** Files to boot. */
export type LinuxGuest = { readonly kernel: string; readonly initramfs: string };

/** Debian's own name for the newest kernel that is made for virtual machines. */
const KERNEL = "linux-image-cloud-amd64";
const PROGRAMS = ["apt-get", "dpkg", "cpio"] as const;

/** Counts its ticks on the serial line, a tenth of a second of its time apart, while one process for each vCPU writes memory without a pause. */
const INIT = `#!/bin/busybox sh
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t tmpfs -o size=64m tmp /tmp
vcpus=$(/bin/busybox grep -c ^processor /proc/cpuinfo)
load() {
  while :; do /bin/busybox dd if=/dev/urandom of=/tmp/load-$1 bs=64k count=16 2>/dev/null; done
}
for vcpu in $(/bin/busybox seq $vcpus); do load $vcpu & done
/bin/busybox stty -F /dev/ttyS0 raw
tick=0
while :; do
  tick=$((tick + 1))
  echo "tick $tick of $vcpus" >/dev/ttyS0
  /bin/busybox usleep 100000
done
`;

/** Why there can be no such guest on this machine, or undefined. */
export function linuxMissing(): string | undefined {
  const missing = PROGRAMS.filter((program) => spawnSync(program, ["--version"]).status !== 0);
  return missing.length === 0 ? undefined : `there is no ${missing.join(", no ")}`;
}

/** The guest, from the cache or made of what apt downloads. LabUnavailable where apt does not know its packages or cannot have them. */
export async function linuxGuest(): Promise<LinuxGuest> {
  const version = /^ *Depends: (linux-image-\S+)/m.exec(ask("apt-cache", ["depends", KERNEL]))?.[1];
  if (version === undefined) throw new LabUnavailable(`apt knows no ${KERNEL}; apt-get update may help`);
  const folder = await cached("linux-guest", digestOf([version, INIT]), (made) => make(made, version));
  return { kernel: join(folder, "kernel"), initramfs: join(folder, "initramfs") };
}

function make(folder: string, version: string): void {
  const [packages, files, tree] = ["packages", "files", "tree"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const one of [packages, files, join(tree, "bin"), join(tree, "dev"), join(tree, "proc"), join(tree, "tmp")])
    mkdirSync(one, { recursive: true });
  ask("apt-get", ["-q", "download", version, "busybox-static"], packages);
  for (const name of readdirSync(packages)) ask("dpkg", ["-x", join(packages, name), files]);
  const kernel = readdirSync(join(files, "boot")).find((name) => name.startsWith("vmlinuz-")) as string;
  copyFileSync(join(files, "boot", kernel), join(folder, "kernel"));
  const busybox = ["bin/busybox", "usr/bin/busybox"].map((name) => join(files, name)).find(isThere) as string;
  copyFileSync(busybox, join(tree, "bin/busybox"));
  writeFileSync(join(tree, "init"), INIT, { mode: 0o755 });
  ask("sh", ["-c", 'find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet >"$0"', join(folder, "initramfs")], tree);
  for (const one of [packages, files, tree]) rmSync(one, { recursive: true });
}

function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

function ask(program: string, args: readonly string[], cwd?: string): string {
  try {
    return output(program, args, cwd);
  } catch (error) {
    throw new LabUnavailable((error as Error).message);
  }
}
