/** A QEMU process under our control: one that we start, which ends with us however we end, or one that runs already. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { unlinkSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { BackendError } from "../backend.ts";
import { type CommandLine, commandLine } from "./command-line.ts";
import { withFolder } from "./folder.ts";
import { MemoryFile } from "./memory-file.ts";
import { Qmp } from "./qmp.ts";

export type Vm = {
  readonly qmp: Qmp;
  /** The machine's memory, where we made the file; otherwise it is found by its path. */
  readonly memory: MemoryFile | undefined;
  /** What QEMU had to say last. */
  lastWords(): string;
  /** Ends the machine. */
  kill(): Promise<void>;
  /** Lets go of the machine; one that we started ends. */
  release(): Promise<void>;
};

/** The program; another may be named in the environment. */
export const PROGRAM: string = process.env.DSI_QEMU ?? "qemu-system-x86_64";
const CONTROL = 3;
const MOST_WORDS = 4096;

/** Has the kernel kill QEMU when this process dies, where there is the tool for it (util-linux). */
let guard: readonly string[] | undefined;
function guardWords(): readonly string[] {
  guard ??=
    process.platform === "linux" && spawnSync("setpriv", ["--pdeathsig", "KILL", "true"]).status === 0
      ? ["setpriv", "--pdeathsig", "KILL"]
      : [];
  return guard;
}

/** Starts QEMU, standing still before its first instruction, or waiting for a state. BackendError with its words where it ends at once. */
export function startVm(line: CommandLine, isIncoming: boolean): Promise<Vm> {
  return withFolder((folder) => startWith(join(folder, "ram"), line, isIncoming));
}

async function startWith(path: string, line: CommandLine, isIncoming: boolean): Promise<Vm> {
  const words = [...guardWords(), PROGRAM, ...commandLine(line, path, CONTROL, isIncoming)];
  const child = spawn(words[0] as string, words.slice(1), {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    // An interrupt at the terminal is ours to answer.
    detached: true,
  });
  let said = "";
  child.stderr?.on("data", (text: Buffer) => {
    said = (said + text.toString("utf8")).slice(-MOST_WORDS);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.once("error", (error: NodeJS.ErrnoException) => {
      said = error.code === "ENOENT" ? `${words[0]} is not installed` : error.message;
      resolve();
    });
  });
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  const lastWords = () => lastLine(said);
  try {
    const qmp = await Qmp.open((child.stdio as unknown as readonly Duplex[])[CONTROL] as Duplex);
    const memory = new MemoryFile(path);
    // From here on the file is gone with the last process that has it open.
    unlinkSync(path);
    return { qmp, memory, lastWords, kill, release: kill };
  } catch (error) {
    await killOf(child, kill);
    throw new BackendError(`QEMU does not start: ${lastWords() || (error as Error).message}`, { cause: error });
  }
}

async function killOf(child: ChildProcess, kill: () => Promise<void>): Promise<void> {
  if (child.pid !== undefined) await kill();
}

/** The last thing that QEMU said, without its name in front. */
function lastLine(text: string): string {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (lines.at(-1) ?? "").replace(/^\S*qemu-system-\S+: /, "").trim();
}

/** Connects to a QEMU that listens at a socket. BackendError where none does. */
export async function attachVm(path: string): Promise<Vm> {
  const socket = connect(path);
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", (error) => reject(new BackendError(`no QEMU answers at ${path}: ${error.message}`)));
  });
  const qmp = await Qmp.open(socket);
  const release = async () => qmp.close();
  return {
    qmp,
    memory: undefined,
    lastWords: () => "",
    async kill() {
      const closed = new Promise<void>((resolve) => qmp.onClose(resolve));
      await qmp.command("quit").catch(() => {});
      await closed;
      await release();
    },
    release,
  };
}
