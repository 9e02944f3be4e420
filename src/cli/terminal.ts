import { fstatSync, writeSync } from "node:fs";

let stdoutGone = false;

/**
 * Writes text to standard output, waiting where a pipe is full. Once the reader has gone (EPIPE) the rest is dropped
 * quietly, so that the exit status still tells the truth.
 */
export async function print(text: string): Promise<void> {
  if (!stdoutGone) await writeAll(1, Buffer.from(text)).catch(dropEpipe);
}

/** Writes a line to standard error, unless it is empty. */
export function complain(line: string): void {
  if (line === "") return;
  try {
    writeSync(2, `${line}\n`);
  } catch {
    // Nobody listens there.
  }
}

/** Writes octets to an open file, pipe or terminal; a pipe that is full for now is waited for. */
export async function writeAll(fd: number, octets: Uint8Array): Promise<void> {
  for (let at = 0; at < octets.length; ) {
    try {
      at += writeSync(fd, octets, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }
}

/** Whether a file descriptor is a terminal. Asks for the module only where it may be one: loading it takes 2 ms. */
export function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule("node:tty").isatty(fd);
  } catch {
    return false;
  }
}

/** Ways to mark words. */
export type Colours = Readonly<Record<"red" | "green" | "yellow" | "cyan" | "bold" | "dim", (text: string) => string>>;

/** Colours for standard output: none unless it is a terminal, and none when NO_COLOR is set. */
export async function colours(): Promise<Colours> {
  if (isTerminal(1) && !process.env.NO_COLOR && process.env.TERM !== "dumb") {
    const { default: picocolors } = await import("picocolors");
    return picocolors.createColors(true);
  }
  const plain = (text: string) => text;
  return { red: plain, green: plain, yellow: plain, cyan: plain, bold: plain, dim: plain };
}

/** What text is laid out for. */
export interface Screen {
  /** Characters in a line; undefined where nobody cuts lines: a file or a pipe. */
  readonly columns: number | undefined;
  readonly colour: Colours;
  /** Whether it shows more than ASCII: by the locale, and always where it is no terminal. */
  readonly unicode: boolean;
}

const NARROWEST = 40;

/** Standard output as a screen. */
export async function screen(): Promise<Screen> {
  const colour = await colours();
  if (!isTerminal(1)) return { columns: undefined, colour, unicode: true };
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const columns = process.stdout.columns || Number(process.env.COLUMNS) || 80;
  return {
    columns: Math.max(NARROWEST, columns),
    colour,
    unicode: /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || ""),
  };
}

/** Text cut to a number of characters, with a sign that it was. */
export function clipped(text: string, columns: number | undefined, unicode = true): string {
  if (columns === undefined || text.length <= columns) return text;
  const sign = unicode ? "\u2026" : "...";
  return text.slice(0, Math.max(0, columns - sign.length)).trimEnd() + sign;
}

function dropEpipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  stdoutGone = true;
}
