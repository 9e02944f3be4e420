/** The identifiers of chunks, and the HVM parameters among them (spec 15.4). */

/** Chunk identifiers by name; positive ones are page batches. */
export const CHUNK = {
  END: 0,
  ENABLE_VERIFY_MODE: -1,
  VCPU_INFO: -2,
  HVM_IDENT_PT: -3,
  HVM_VM86_TSS: -4,
  TMEM: -5,
  TMEM_EXTRA: -6,
  TSC_INFO: -7,
  HVM_CONSOLE_PFN: -8,
  LAST_CHECKPOINT: -9,
  HVM_ACPI_IOPORTS_LOCATION: -10,
  HVM_VIRIDIAN: -11,
  COMPRESSED_DATA: -12,
  ENABLE_COMPRESSION: -13,
  HVM_GENERATION_ID_ADDR: -14,
  HVM_PAGING_RING_PFN: -15,
  HVM_MONITOR_RING_PFN: -16,
  HVM_SHARING_RING_PFN: -17,
  TOOLSTACK: -18,
  HVM_IOREQ_SERVER_PFN: -19,
  HVM_NR_IOREQ_SERVER_PAGES: -20,
  HVM_X87_FIP_WIDTH: -21,
} as const;

/** Entries that a page batch can have (LEG-027). */
export const BATCH_LIMIT = 1024;
/** The lowest identifier that was ever written. */
export const LOWEST_CHUNK = -21;

/** The HVM parameter that a chunk holds, by its identifier. */
export const PARAM_OF: ReadonlyMap<number, number> = new Map([
  [CHUNK.HVM_IDENT_PT, 12],
  [CHUNK.HVM_VM86_TSS, 15],
  [CHUNK.HVM_CONSOLE_PFN, 17],
  [CHUNK.HVM_ACPI_IOPORTS_LOCATION, 19],
  [CHUNK.HVM_VIRIDIAN, 9],
  [CHUNK.HVM_GENERATION_ID_ADDR, 34],
  [CHUNK.HVM_PAGING_RING_PFN, 27],
  [CHUNK.HVM_MONITOR_RING_PFN, 28],
  [CHUNK.HVM_SHARING_RING_PFN, 29],
  [CHUNK.HVM_IOREQ_SERVER_PFN, 32],
  [CHUNK.HVM_NR_IOREQ_SERVER_PAGES, 33],
  [CHUNK.HVM_X87_FIP_WIDTH, 36],
]);

/** The parameters of the three frames that an HVM tail names, in its order (LEG-091). */
export const TAIL_PARAMS: readonly number[] = [5, 6, 1];

const names: ReadonlyMap<number, string> = new Map(Object.entries(CHUNK).map(([name, id]) => [id, name]));

/** The name of a chunk. */
export function chunkName(id: number): string {
  if (id > 0) return id <= BATCH_LIMIT ? "PAGES" : `UNKNOWN_${id}`;
  return names.get(id) ?? `UNKNOWN_${id}`;
}
