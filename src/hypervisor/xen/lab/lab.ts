/** A running Xen host under QEMU's emulation: boots what `build.ts` made, runs jobs in its dom0, brings their results back, goes away. */

import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildLab } from "./build.ts";
import { buildGuests } from "./guests.ts";
import { buildProgram } from "./program.ts";
import { buildRestorer } from "./restorer.ts";
import { labSource } from "./source.ts";

/** What is to be done in dom0: a script for a POSIX shell that finds `files` in the folder it runs in, and the guests in /lab/guests. */
export type Job = {
  readonly script: string;
  /** Contents, or paths on the host, by the name that they get. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** Seconds until it is given up. */
  readonly timeout?: number;
};

/** What a job came to. Files that it left are in `folder`, on the host, until `remove`. */
export type JobResult = {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly folder: string;
  readonly remove: () => void;
};

/** A lab that is up. `share` is how other processes find it: see `connectLab`. */
export type Lab = { readonly share: string; run(job: Job): Promise<JobResult>; close(): Promise<void> };

/** How a lab is booted: whether jobs call our own command, `dsi` of guests.sh; folders of the host that dom0 sees, read-only, under /mnt by the name given here; sizes in MiB. */
export type LabOptions = {
  readonly program?: boolean;
  readonly folders?: Readonly<Record<string, string>>;
  readonly memory?: number;
  readonly dom0?: number;
};

const BOOT_SECONDS = 900;
const JOB_SECONDS = 600;
/** A dom0 that obeys needs about 2 s to stop. */
const STOP_SECONDS = 30;
const SIGNALS = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** Builds what is not there yet, boots it, and waits until dom0 takes jobs. LabUnavailable where the machine lacks something. */
export async function startLab({
  program = false,
  folders = {},
  memory = 3072,
  dom0 = 1536,
}: LabOptions = {}): Promise<Lab> {
  const built = await buildLab();
  const { xen, kernel, initramfs, root } = built;
  const share = mkdtempSync(join(tmpdir(), "dsi-lab-"));
  mkdirSync(join(share, "jobs"));
  for (const name of ["init.sh", "guests.sh"]) copyFileSync(labSource(`dom0/${name}`), join(share, name));
  writeFileSync(
    join(share, "folders"),
    Object.keys(folders)
      .map((name) => `host-${name} ${name}\n`)
      .join(""),
  );
  buildGuests(join(share, "guests"));
  buildRestorer(built, join(share, "restorer"));
  if (program) await buildProgram(join(share, "dsi"));
  writeFileSync(join(share, "packages.txt"), built.packages);
  const shares = [
    ["root", root, "on"],
    ["lab", share, "off"],
    ...Object.entries(folders).map(([name, folder]) => [`host-${name}`, folder, "on"]),
  ].flatMap(([tag, path, readonly]) => [
    "-virtfs",
    `local,path=${path},mount_tag=${tag},security_model=none,readonly=${readonly},multidevs=remap`,
  ]);
  // With SMAP and SMEP, as emulated, a PV dom0 does not come up.
  const machine = ["-machine", "q35", "-accel", "tcg,thread=multi", "-cpu", "max,-smap,-smep", "-smp", "2"];
  const quiet = ["-nodefaults", "-no-reboot", "-display", "none", "-monitor", "none"];
  const console = ["-serial", `file:${join(share, "console.log")}`];
  const args = [...machine, "-m", `${memory}`, ...quiet, ...console, ...shares];
  // Where dom0 takes turns with a PVH or HVM guest on one emulated processor, its programs lose the base of FS and die at random.
  const apart = "dom0_max_vcpus=1 dom0_vcpus_pin";
  const xenOptions = `com1=115200,8n1 console=com1 loglvl=all guest_loglvl=all ${apart} dom0_mem=${dom0}M,max:${dom0}M`;
  const boot = [
    "-kernel",
    xen,
    "-append",
    xenOptions,
    "-initrd",
    `${kernel} console=hvc0 loglevel=4 mitigations=off,${initramfs}`,
  ];
  const child = spawn("qemu-system-x86_64", [...args, ...boot], { stdio: ["ignore", "ignore", "inherit"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const unheard = exitOnSignals();
  const ended = endOf(child);
  const lab: Lab = {
    share,
    run: (job) => runJob(share, job),
    async close() {
      writeFileSync(join(share, "stop"), "");
      await Promise.race([ended, sleep(1000 * STOP_SECONDS, undefined, { ref: false })]);
      kill();
      await ended;
      process.off("exit", kill);
      unheard();
      rmSync(share, { recursive: true, force: true });
    },
  };
  const ready = await until(() => existsSync(join(share, "ready")) || child.exitCode !== null, BOOT_SECONDS);
  if (ready && child.exitCode === null) return lab;
  const log = existsSync(join(share, "console.log")) ? readFileSync(join(share, "console.log"), "latin1") : "";
  await lab.close();
  throw new Error(`the lab does not come up: ${log.slice(-2000) || `QEMU ended with ${child.exitCode}`}`);
}

/** Ends this process with the status that shells give a signal, so that the lab goes along: left to itself a signal would end it alone. Returns the way back. */
function exitOnSignals(): () => void {
  const ends = SIGNALS.map(([signal, status]) => [signal, () => process.exit(status)] as const);
  for (const [signal, end] of ends) process.once(signal, end);
  return () => {
    for (const [signal, end] of ends) process.off(signal, end);
  };
}

/** A lab that another process has started, by its `share`. Closing this end leaves it running. */
export function connectLab(share: string): Lab {
  if (!existsSync(join(share, "ready"))) throw new Error(`there is no lab at ${share}`);
  return { share, run: (job) => runJob(share, job), close: async () => {} };
}

async function runJob(share: string, { script, files = {}, timeout = JOB_SECONDS }: Job): Promise<JobResult> {
  const id = randomBytes(8).toString("hex");
  const folder = join(share, "jobs", id);
  const making = join(share, id);
  mkdirSync(making);
  for (const [name, from] of Object.entries(files)) {
    if (typeof from === "string") copyFileSync(from, join(making, name));
    else writeFileSync(join(making, name), from);
  }
  writeFileSync(join(making, "run"), script);
  renameSync(making, folder);
  const done = await until(() => existsSync(join(folder, "status")) || !existsSync(join(share, "ready")), timeout);
  if (!done) throw new Error(`a job in the lab takes more than ${timeout} s: ${tail(join(folder, "err"))}`);
  const text = (name: string) => readFileSync(join(folder, name), "latin1");
  return {
    status: Number(text("status")),
    out: text("out"),
    err: text("err"),
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function tail(file: string): string {
  return existsSync(file) ? readFileSync(file, "latin1").slice(-2000) : "it has not begun";
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on("exit", () => resolve());
    child.on("error", reject);
  });
}

/** Looks several times a second; whether it came true within so many seconds. */
async function until(condition: () => boolean, seconds: number): Promise<boolean> {
  const deadline = performance.now() + 1000 * seconds;
  while (!condition()) {
    if (performance.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}
