/**
 * Where a QEMU machine has its memory, as QEMU itself says. Firmware, and windows of devices, lie over some of the pages of main memory,
 * and come and go while the machine runs; the pages beneath stay, and are seen in system management mode or once the firmware has copied
 * itself. All of main memory is RAM here, therefore, whatever lies over it.
 */

import { BackendError, type MemoryRange, PAGE } from "../backend.ts";

/** A stretch of RAM and where it is in the memory backend's file, counted in pages. */
export type FilePart = { readonly pfn: number; readonly pages: number; readonly page: number };

/** The map, and where its RAM is. */
export type MemoryLayout = { readonly map: readonly MemoryRange[]; readonly parts: readonly FilePart[] };

const PAGES_4G = 2 ** 20;

/** One line of a flat view: first and last address, kind, name, offset into it. */
type Line = {
  readonly first: number;
  readonly last: number;
  readonly kind: string;
  readonly name: string;
  readonly offset: number;
};

const LINE = /^\s+([0-9a-f]{16})-([0-9a-f]{16}) \(prio -?\d+, (\w+)\): (\S+)(?: @([0-9a-f]{16}))?/;

/**
 * The layout out of what `info mtree -f` says, for a memory backend of so many octets that QEMU calls `names`. BackendError where it is not
 * one stretch from 0 and perhaps one above 4 GiB, as every PC has it.
 */
export function memoryLayout(text: string, names: readonly string[], octets: number): MemoryLayout {
  const lines = systemView(text);
  const ours = lines.filter(({ name }) => names.includes(name));
  const whole = octets / PAGE;
  const above = ours.filter(({ first }) => first >= PAGES_4G * PAGE);
  const low = above[0] === undefined ? whole : above[0].offset / PAGE;
  const fits = ({ first, offset }: Line) =>
    first < PAGES_4G * PAGE ? first === offset : first - PAGES_4G * PAGE === offset - low * PAGE;
  if (ours.length === 0 || !Number.isInteger(whole) || low > PAGES_4G || !ours.every(fits))
    throw new BackendError("QEMU's memory does not lie as that of a PC");
  const parts: FilePart[] = [{ pfn: 0, pages: low, page: 0 }];
  if (low < whole) parts.push({ pfn: PAGES_4G, pages: whole - low, page: low });
  return { map: [...below4g(low, lines), ...parts.slice(1).map(ram)], parts };
}

const ram = ({ pfn, pages }: FilePart): MemoryRange => ({ pfn, pages, kind: "ram" });

/** RAM, then nothing that is memory of the machine's, then the firmware up to 4 GiB, where the processor begins. */
function below4g(low: number, lines: readonly Line[]): MemoryRange[] {
  const firmware = lines.find(({ last, kind }) => last === PAGES_4G * PAGE - 1 && /^(rom|ram|romd)$/.test(kind));
  const rom = firmware === undefined ? PAGES_4G : Math.max(low, firmware.first / PAGE);
  const ranges: MemoryRange[] = [
    { pfn: 0, pages: low, kind: "ram" },
    { pfn: low, pages: rom - low, kind: "hole" },
    { pfn: rom, pages: PAGES_4G - rom, kind: "rom" },
  ];
  return ranges.filter(({ pages }) => pages > 0);
}

/** The view of the whole machine, which a processor has outside system management mode. */
function systemView(text: string): Line[] {
  const view = text.split(/^FlatView #\d+$/m).find((one) => /^\s*Root memory region: system$/m.test(one)) ?? "";
  return view.split("\n").flatMap((line) => {
    const [, first, last, kind, name, offset] = line.match(LINE) ?? [];
    if (first === undefined || last === undefined || kind === undefined || name === undefined) return [];
    const number = (hex: string) => Number.parseInt(hex, 16);
    return [
      { first: number(first), last: number(last), kind, name, offset: offset === undefined ? 0 : number(offset) },
    ];
  });
}
