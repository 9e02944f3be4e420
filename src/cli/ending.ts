import { FormatError, UnsupportedError } from "../format/fault.ts";
import { findingText, oneLine } from "./finding-text.ts";

/** Exit statuses of the command (CONTRACT 6). */
export const YES = 0;
export const NO = 1;
export const FAULT = 2;
export const UNSUPPORTED = 3;

/** What ends a command with a line of its own: a fault of the command line or the machine, or a plain no. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly status: number;

  constructor(message: string, status: number = FAULT) {
    super(message);
    this.status = status;
  }
}

/** How a command ends: its exit status, and the one line that says why (empty where nothing is to be said). */
export interface Ending {
  readonly status: number;
  readonly line: string;
}

const MACHINE: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EEXIST: "the name is taken",
  EISDIR: "is a directory",
  ELOOP: "too many symbolic links",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "no such file or directory",
  ENOSPC: "the disk is full",
  ENOTDIR: "a part of the path is not a directory",
  ENXIO: "no such device",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
  EIO: "the device reports an input/output error",
};

/**
 * The ending that an error means, said of `subject` (a path, `-` for standard input or output). An error that is
 * none of ours is a bug of this program: it ends with 2 and a hint, its stack is printed when DSI_DEBUG is set.
 */
export function endingOf(error: unknown, subject?: string): Ending {
  const about = (text: string, status: number): Ending => ({
    status,
    line: oneLine(subject === undefined ? `dsi: ${text}` : `${nameOf(subject)}: ${text}`),
  });
  if (error instanceof FormatError) return about(findingText(error.finding, "rejected"), NO);
  if (error instanceof UnsupportedError) return about(`not supported here: ${error.what}`, UNSUPPORTED);
  if (error instanceof CommandError) return about(error.message, error.status);
  if (error instanceof Error && error.name === "RefusedError") return about(error.message, NO);
  if (error instanceof Error && isExpected(error)) return about(error.message, FAULT);
  const system = error as NodeJS.ErrnoException;
  // Whoever read the output has had enough of it, and knows.
  if (system?.code === "EPIPE") return { status: FAULT, line: "" };
  if (error instanceof Error && typeof system.code === "string" && typeof system.syscall === "string") {
    const path = system.path ?? subject;
    return { status: FAULT, line: oneLine(`${path === undefined ? "dsi" : nameOf(path)}: ${machineText(system)}`) };
  }
  if (process.env.DSI_DEBUG === "1") console.error(error);
  const what = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
  return about(`internal error (${what}); this is a bug of dsi, DSI_DEBUG=1 shows where`, FAULT);
}

/** The words for an error of the operating system. */
export function machineText(error: NodeJS.ErrnoException): string {
  return (error.code && MACHINE[error.code]) ?? error.message;
}

/** How an image or output is named to people: whoever sent a file gave it its name. */
export function nameOf(path: string): string {
  return path === "-" ? "standard input" : oneLine(path);
}

// The harness says with its own errors that a suite, an adapter or a request is at fault. Known by name: importing
// the harness here would load it with every command.
function isExpected(error: Error): boolean {
  return ["HarnessError", "SuiteError", "AdapterError", "UsageError", "BackendError", "LinkError"].includes(error.name);
}
