/** The counting guest of `counter.s`, from outside: its image with its settings, and what its memory says of how it fares. */

import { BATCH, BackendError, type Domain, PAGE, pfnRange } from "../backend.ts";
import { COUNTER_IMAGE, COUNTER_LABELS } from "./counter-image.ts";

/** Where the image goes, and where the guest begins. */
export const COUNTER_LOAD = 0x100000;
export const COUNTER_ENTRY = COUNTER_LOAD + COUNTER_LABELS.entry;

const STATUS_PFN = 0x110;
const ARENA = 0x200000;
const MAGIC = 0x63697364;
const MIX = 0x9e3779b1;

/** How the guest is to behave. */
export type CounterSettings = {
  /** Octets of memory that it may use: the pattern goes from 2 MiB up to here. A multiple of 4096. */
  readonly memory: number;
  /** How many pages of the pattern it rewrites over and over; by default a quarter. */
  readonly workingPages?: number;
  /** How often it counts between two ticks of its timer before it halts until the next; by default without a pause. */
  readonly countsPerTick?: number;
};

/** The image with these settings, to be loaded at COUNTER_LOAD. BackendError where the memory is too small. */
export function counterImage({ memory, workingPages, countsPerTick = 0 }: CounterSettings): Uint8Array {
  const pages = (memory - ARENA) / PAGE;
  if (!(pages >= 1) || !Number.isInteger(pages))
    throw new BackendError(
      `the counting guest takes at least ${ARENA + PAGE} octets of memory in whole pages, not ${memory}`,
    );
  const working = workingPages ?? Math.max(1, pages >> 2);
  if (!(working >= 1 && working <= pages))
    throw new BackendError(`the counting guest has ${pages} pages to rewrite, not ${working}`);
  const image = Uint8Array.from(Buffer.from(COUNTER_IMAGE, "base64"));
  const view = new DataView(image.buffer);
  view.setUint32(COUNTER_LABELS.memory_end, memory, true);
  view.setUint32(COUNTER_LABELS.working_pages, working, true);
  view.setUint32(COUNTER_LABELS.counts_per_tick, countsPerTick, true);
  return image;
}

/** What the guest says of itself. */
export type CounterStatus = {
  /** Whether it has laid out its pattern and counts. */
  readonly counting: boolean;
  readonly count: bigint;
  /** Timer interrupts taken; 100 a second of its time. */
  readonly ticks: bigint;
  /** What it found wrong with its own memory and registers, and exceptions it met. */
  readonly mismatches: number;
  readonly faults: number;
  /** The count as the x87 and XMM0 had it last. */
  readonly x87: bigint;
  readonly xmm: bigint;
  /** The page that is just being rewritten, if any: its address, its generation before and after. */
  readonly busy: { readonly address: number; readonly before: number; readonly after: number } | undefined;
  /** First address after the pattern. */
  readonly memory: number;
};

/** The guest's status page. BackendError where the domain has none: it runs something else. */
export async function counterStatus(domain: Domain): Promise<CounterStatus> {
  const page = new Uint8Array(PAGE);
  await domain.readPages([STATUS_PFN], page);
  return parseStatus(page);
}

function parseStatus(page: Uint8Array): CounterStatus {
  const view = new DataView(page.buffer, page.byteOffset);
  const u32 = (at: number) => view.getUint32(at, true);
  const u64 = (at: number) => view.getBigUint64(at, true);
  if (u32(0) !== MAGIC) throw new BackendError("the guest is not the counting one, or has not begun");
  return {
    counting: u32(4) === 1,
    count: u64(8),
    ticks: u64(16),
    mismatches: u32(24),
    faults: u32(28),
    busy: u32(32) === 0 ? undefined : { address: u32(32), before: u32(36), after: u32(40) },
    x87: u64(48),
    xmm: u64(56),
    memory: u32(72),
  };
}

/** What is wrong with the guest, each in a sentence: what it found itself, and every page of its pattern that is not whole. */
export async function checkCounter(domain: Domain): Promise<string[]> {
  const status = await counterStatus(domain);
  const wrong: string[] = [];
  if (!status.counting) wrong.push("it has not begun to count");
  if (status.mismatches > 0) wrong.push(`it found ${status.mismatches} mismatches`);
  if (status.faults > 0) wrong.push(`it met ${status.faults} exceptions`);
  if (status.counting) {
    const end = status.memory / PAGE;
    for (let pfn = ARENA / PAGE; pfn < end; pfn += BATCH) {
      const count = Math.min(BATCH, end - pfn);
      const octets = new Uint8Array(count * PAGE);
      await domain.readPages(pfnRange(pfn, count), octets);
      wrong.push(...wrongPages(octets, pfn, status));
    }
  }
  return wrong;
}

function wrongPages(octets: Uint8Array, first: number, { count, busy }: CounterStatus): string[] {
  const words = new Uint32Array(octets.buffer, octets.byteOffset, octets.length / 4);
  const wrong: string[] = [];
  for (let page = 0; page < octets.length / PAGE; page++) {
    const pfn = first + page;
    const its = words.subarray(page * 1024, page * 1024 + 1024);
    const at =
      busy?.address === pfn * PAGE
        ? afterHalf(its, pfn, busy)
        : (mismatch(its, pfn, its[0] as number, 0) ?? (BigInt(its[0] as number) > count + 1n ? 0 : undefined));
    if (at !== undefined) wrong.push(`page 0x${pfn.toString(16)} is not of its pattern at octet ${4 * at}`);
  }
  return wrong;
}

/** The first word from `from` on that is not of the pattern of `generation`. */
function mismatch(words: Uint32Array, pfn: number, generation: number, from: number): number | undefined {
  const mixed = Math.imul(generation, MIX);
  for (let word = from; word < words.length; word++) {
    const wanted = word === 0 ? generation : (mixed ^ (pfn * PAGE + 4 * word)) >>> 0;
    if (words[word] !== wanted) return word;
  }
  return undefined;
}

/** The same of a page that was stopped while it was rewritten: new up to some word, from there on as before. */
function afterHalf(words: Uint32Array, pfn: number, busy: { before: number; after: number }): number | undefined {
  const done = mismatch(words, pfn, busy.after, 0);
  return done === undefined ? undefined : mismatch(words, pfn, busy.before, done);
}
