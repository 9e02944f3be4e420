/**
 * The memory of a real guest: Debian's kernel, CPython and its library, under QEMU. The guest serves nobody, but it has what a server has: a page
 * cache, a heap of small objects that it keeps changing, and a log. Its memory is taken while it is stopped, once whole, then again and again
 * after each interval as the pages that have changed since.
 */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildLab } from "../../hypervisor/xen/lab/build.ts";
import { cached, digestOf } from "../../hypervisor/xen/lab/cache.ts";
import { output } from "../../hypervisor/xen/lab/tools.ts";

/** Octets of the guest's memory, those of a page, milliseconds between two checkpoints, and how many there are. */
export const GUEST = { memory: 256 * 2 ** 20, page: 4096, interval: 200, checkpoints: 12 } as const;

/** Files of a recorded guest. */
export type Recording = {
  /** The whole memory at the first instant. */
  readonly memory: string;
  /** For each later instant a file of changed pages: pfn of 32 bits, little-endian, then the page, again and again. */
  readonly checkpoints: readonly string[];
  /** What ran, in words. */
  readonly about: string;
};

/** What runs in the guest once it has started. */
const WORK = `
import json, random, hashlib, time
random.seed(1)
names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]
def entry(n):
    return json.dumps({"id": n, "name": random.choice(names), "balance": random.random(), "tags": random.sample(names, 3)})
table = {n: entry(n) for n in range(60000)}
log = open("/tmp/log", "w")
print("READY", flush=True)
while True:
    for n in random.sample(range(60000), 40):
        table[n] = entry(n)
        log.write("%f %d %s\\n" % (time.time(), n, hashlib.sha256(table[n].encode()).hexdigest()))
    log.flush()
    time.sleep(0.01)
`;

const INIT = `#!/bin/busybox sh
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
/bin/busybox mount -t tmpfs tmp /tmp
/bin/busybox cat $(/bin/busybox find /usr/lib/python3.11 -name '*.py') >/dev/null
exec /usr/bin/python3.11 -u /work.py >/dev/ttyS0 2>&1
`;

/** Library folders of Debian, and what of them CPython takes. */
const FILES = ["bin/busybox", "usr/bin/python3.11", "usr/lib/python3.11", "lib64"];
const LIBRARIES = [
  "libc.so.6",
  "libm.so.6",
  "libz.so.1*",
  "libexpat.so.1*",
  "ld-linux-x86-64.so.2",
  "libcrypto.so.3",
  "libgcc_s.so.1",
];

/** The recording, from the cache or made anew, which takes a minute or two. Throws LabUnavailable without QEMU or Debian's packages. */
export async function recordGuest(): Promise<Recording> {
  const lab = await buildLab();
  const digest = digestOf([lab.packages, WORK, INIT, JSON.stringify(GUEST)]);
  const folder = await cached("guest-memory", digest, (made) => record(made, lab));
  const kernel = /^linux-image-\S+ \S+/m.exec(lab.packages)?.[0] ?? "a kernel of Debian";
  return {
    memory: join(folder, "memory"),
    checkpoints: Array.from({ length: GUEST.checkpoints }, (_, number) => join(folder, `checkpoint-${number + 1}`)),
    about: kernel,
  };
}

async function record(folder: string, lab: { root: string; kernel: string }): Promise<void> {
  const initramfs = makeInitramfs(folder, lab.root);
  const ram = join(existsSync("/dev/shm") ? "/dev/shm" : folder, `guest-${process.pid}`);
  const [serial, socket] = [join(folder, "serial"), join(folder, "qmp")];
  const qemu = spawn(
    "qemu-system-x86_64",
    [
      "-nodefaults -nographic -no-reboot -machine pc,memory-backend=ram -cpu max".split(" "),
      [
        "-object",
        `memory-backend-file,id=ram,size=${GUEST.memory},mem-path=${ram},share=on`,
        "-m",
        `${GUEST.memory >> 20}M`,
      ],
      ["-kernel", lab.kernel, "-initrd", initramfs, "-append", "console=ttyS0 quiet panic=-1 rdinit=/init"],
      ["-serial", `file:${serial}`, "-qmp", `unix:${socket},server=on,wait=off`],
    ].flat(),
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  try {
    await until(() => existsSync(serial) && readFileSync(serial, "latin1").includes("READY"), qemu, serial);
    const machine = await monitor(socket);
    await sleep(2000);
    await machine.ask("stop");
    const memory = readFileSync(ram);
    writeFileSync(join(folder, "memory"), memory);
    for (let number = 1; number <= GUEST.checkpoints; number++) {
      await machine.ask("cont");
      await sleep(GUEST.interval);
      await machine.ask("stop");
      saveChanged(join(folder, `checkpoint-${number}`), memory, ram);
    }
    machine.end();
  } finally {
    if (qemu.exitCode === null) {
      qemu.kill();
      await once(qemu, "exit");
    }
    output("rm", ["-f", ram, initramfs, socket]);
  }
}

/** The guest's file system, in a file of `folder`; `root` has Debian's packages unpacked. It says READY on its serial line. */
export function makeInitramfs(folder: string, root: string): string {
  const tree = join(folder, "tree");
  mkdirSync(join(tree, "usr/lib/x86_64-linux-gnu"), { recursive: true });
  for (const name of ["proc", "dev", "tmp"]) mkdirSync(join(tree, name));
  const libraries = LIBRARIES.map((name) => `usr/lib/x86_64-linux-gnu/${name} lib/x86_64-linux-gnu/${name}`).join(" ");
  const list = `ls -d ${FILES.join(" ")} ${libraries} 2>/dev/null`;
  output("sh", ["-c", `cd "$0" && tar -ch $(${list}) | tar -x -C "$1"`, root, tree]);
  writeFileSync(join(tree, "work.py"), WORK);
  writeFileSync(join(tree, "init"), INIT, { mode: 0o755 });
  const file = join(folder, "initramfs");
  output("sh", ["-c", 'find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --quiet >"$0"', file], tree);
  output("rm", ["-r", tree]);
  return file;
}

async function until(done: () => boolean, qemu: ChildProcess, serial: string): Promise<void> {
  for (const end = Date.now() + 300_000; !done(); ) {
    if (qemu.exitCode !== null || Date.now() > end) {
      throw new Error(
        `the guest did not start: ${existsSync(serial) ? readFileSync(serial, "latin1").slice(-2000) : ""}`,
      );
    }
    await sleep(100);
  }
}

/** QEMU's monitor: one command at a time. */
async function monitor(path: string): Promise<{ ask(command: string): Promise<void>; end(): void }> {
  const socket = connect(path);
  await once(socket, "connect");
  let text = "";
  let heard: () => void = () => {};
  socket.on("data", (data) => {
    text += data;
    heard();
  });
  const ask = async (command: string) => {
    text = "";
    socket.write(`${JSON.stringify({ execute: command })}\n`);
    while (!/"return"|"error"/.test(text)) {
      await new Promise<void>((resolve) => {
        heard = resolve;
      });
    }
    if (text.includes('"error"')) throw new Error(`QEMU: ${command}: ${text}`);
  };
  await ask("qmp_capabilities");
  return { ask, end: () => socket.destroy() };
}

/** Writes the pages of `path` that differ from `memory`, and brings `memory` up to date. */
function saveChanged(to: string, memory: Buffer, path: string): void {
  const fd = openSync(path, "r");
  const out = openSync(to, "wx");
  const page = Buffer.alloc(GUEST.page);
  const entry = Buffer.alloc(4 + GUEST.page);
  try {
    for (let pfn = 0; pfn < memory.length / GUEST.page; pfn++) {
      const at = pfn * GUEST.page;
      readSync(fd, page, 0, GUEST.page, at);
      if (memory.compare(page, 0, GUEST.page, at, at + GUEST.page) === 0) continue;
      page.copy(memory, at);
      entry.writeUInt32LE(pfn);
      page.copy(entry, 4);
      writeSync(out, entry);
    }
  } finally {
    closeSync(out);
    closeSync(fd);
  }
}
