import { type ElfCore, elfCore, type PfnRange } from "../containers/elf-core.ts";
import {
  extractMemory,
  extractRecord,
  type MemoryMap,
  type PlacePages,
  type RecordPlace,
} from "../containers/extraction.ts";
import { CommandError, NO, nameOf, YES } from "./ending.ts";
import { feed } from "./feed.ts";
import { openInput } from "./input.ts";
import { recordPlace } from "./inspect/outline.ts";
import { type Place, placeOutput, writeOutput } from "./output.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";

/** The options of `dsi extract`. */
export interface ExtractOptions extends ReadingOptions {
  readonly elf?: string;
  readonly raw?: string;
  readonly record?: string;
}

/** `dsi extract IMAGE`: memory as an ELF core or as it lies, or the body of a record. Nothing is left of an output that is not whole. */
export async function extract(image: string, out: string | undefined, options: ExtractOptions): Promise<number> {
  const { elf, raw, record } = options;
  if (options.channel === "back") throw new CommandError("a back channel holds no memory");
  if (record === undefined && out !== undefined)
    throw new CommandError(`what is ${nameOf(out)} for? --record takes a file`);
  if (record !== undefined && (elf !== undefined || raw !== undefined)) throw new CommandError("--record goes alone");
  if (record !== undefined) {
    if (out === undefined) throw new CommandError("--record N takes the file for it: dsi extract IMAGE --record N OUT");
    return await recordInto(image, recordPlace(record), out, options);
  }
  const targets = [
    ...(elf === undefined ? [] : [{ path: elf, begin: beginElf }]),
    ...(raw === undefined ? [] : [{ path: raw, begin: beginRaw }]),
  ];
  if (targets.length === 0) throw new CommandError("say what to extract: --elf OUT, --raw OUT or --record N OUT");
  await withPlaces(
    targets.map(({ path }) => path),
    async (places) => {
      const input = openInput(image);
      try {
        const begin = (map: MemoryMap): PlacePages => {
          const each = targets.map(({ begin: start }, target) => start(map, places[target] as Place));
          return (pfn, octets) => {
            for (const place of each) place(pfn, octets);
          };
        };
        await feed(input, extractMemory(openOptions(options), begin), { deep: true });
      } finally {
        input.close();
      }
    },
  );
  return YES;
}

/** Opens an output for each path, and renames them all once `work` is done. */
async function withPlaces(
  paths: readonly string[],
  work: (places: readonly Place[]) => Promise<void>,
  places: readonly Place[] = [],
): Promise<void> {
  const [path, ...rest] = paths;
  if (path === undefined) return work(places);
  await placeOutput(path, (place) => withPlaces(rest, work, [...places, place]));
}

/** Every page at its guest-physical address. */
function beginRaw({ pageSize }: MemoryMap, place: Place): PlacePages {
  return (pfn, octets) => place(octets, pfn * pageSize);
}

function beginElf(map: MemoryMap, place: Place): PlacePages {
  const core = elfCore(map);
  place(core.head, 0);
  return (pfn, octets) => place(octets, offsetOf(core, map, pfn));
}

/** Where the page of a pfn stands in a core: in the last range that does not begin behind it. */
function offsetOf({ offsets }: ElfCore, { ranges, pageSize }: MemoryMap, pfn: number): number {
  let low = 0;
  for (let high = ranges.length; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as PfnRange).pfn <= pfn) low = middle;
    else high = middle;
  }
  return (offsets[low] as number) + (pfn - (ranges[low] as PfnRange).pfn) * pageSize;
}

/** Writes the body of a record to `out`, `-` being standard output. */
export async function recordInto(
  image: string,
  place: RecordPlace,
  out: string,
  options: ExtractOptions,
): Promise<number> {
  const input = openInput(image);
  try {
    await writeOutput(out, async (write) => {
      let pieces: Uint8Array[] = [];
      const flush = async () => {
        const ready = pieces;
        pieces = [];
        for (const piece of ready) await write(piece);
      };
      const found = await feed(
        input,
        extractRecord(openOptions(options), place, (octets) => pieces.push(octets.slice())),
      );
      if (!found) throw new CommandError("there is no such record that is whole", NO);
      await flush();
    });
  } finally {
    input.close();
  }
  return YES;
}
