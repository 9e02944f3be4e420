/** The command line of a QEMU that we start: what the caller says, and what saving and restoring need. */

import { BackendError } from "../backend.ts";

/** Splits like a shell would: blanks, both quotes, backslash; nothing is expanded. BackendError for a quote that stays open. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (quote !== "" && char === quote) quote = "";
    else if (quote === "'") word += char;
    else if (char === "\\" && at + 1 < text.length) word = (word ?? "") + text[++at];
    else if (quote !== "") word += char;
    else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + char;
  }
  if (quote !== "") throw new BackendError(`a quote is left open in ${text}`);
  if (word !== undefined) words.push(word);
  return words;
}

/** What of a command line decides which machine it is; `rest` is all else, in its order. */
export type CommandLine = {
  readonly machine: string;
  readonly memory: number;
  readonly vcpus: string;
  readonly cpu: string | undefined;
  readonly rest: readonly string[];
};

const DEFAULTS: CommandLine = { machine: "pc", memory: 128 * 2 ** 20, vcpus: "1", cpu: undefined, rest: [] };

/** What we say ourselves, or cannot be moved. */
const OURS = ["-S", "-incoming", "-daemonize", "-pidfile", "-mem-path", "-mem-prealloc", "-loadvm", "-snapshot"];

/** Reads the words of a command line over `defaults`. BackendError for an option that does not go with being saved. */
export function parseCommandLine(words: readonly string[], defaults: Partial<CommandLine> = {}): CommandLine {
  let line: CommandLine = { ...DEFAULTS, ...defaults };
  for (let at = 0; at < words.length; at++) {
    const option = (words[at] as string).replace(/^--/, "-");
    if (OURS.includes(option)) throw new BackendError(`${option} is not for the caller to say`);
    const value = () => {
      const next = words[++at];
      if (next === undefined) throw new BackendError(`${option} lacks its value`);
      return next;
    };
    if (option === "-machine" || option === "-M") line = { ...line, machine: value().replace(/^type=/, "") };
    else if (option === "-m") line = { ...line, memory: memoryOf(value()) };
    else if (option === "-smp") line = { ...line, vcpus: value() };
    else if (option === "-cpu") line = { ...line, cpu: value() };
    else line = { ...line, rest: [...line.rest, words[at] as string] };
  }
  return line;
}

const UNITS: Readonly<Record<string, number>> = { "": 2 ** 20, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 };

function memoryOf(text: string): number {
  const [, digits, unit] = text.match(/^(?:size=)?(\d{1,12})([KMGT]?)B?$/i) ?? [];
  const octets = Number(digits) * (UNITS[(unit ?? "").toUpperCase()] as number);
  if (!(octets > 0 && Number.isSafeInteger(octets))) throw new BackendError(`-m ${text} is no amount of memory`);
  return octets;
}

/** The identifier of main memory. */
export const RAM_ID = "ram0";

/** All words of the command line: memory in the file at `path`, control on descriptor `control`, standing still. */
export function commandLine(line: CommandLine, path: string, control: number, isIncoming: boolean): string[] {
  const comma = path.replaceAll(",", ",,");
  return [
    ...["-nodefaults", "-no-user-config", "-display", "none"],
    ...["-machine", `${line.machine},memory-backend=${RAM_ID}`, "-m", `${line.memory}B`, "-smp", line.vcpus],
    ...(line.cpu === undefined ? [] : ["-cpu", line.cpu]),
    ...["-object", `memory-backend-file,id=${RAM_ID},size=${line.memory},mem-path=${comma},share=on`],
    ...["-chardev", `socket,fd=${control},id=dsi-control`, "-mon", "chardev=dsi-control,mode=control"],
    ...(isIncoming ? ["-incoming", "defer"] : []),
    "-S",
    ...line.rest,
  ];
}
