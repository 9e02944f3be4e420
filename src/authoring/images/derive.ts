import { roundUp8, type Walk, type WalkedRecord, walkImage } from "./walk.ts";

const PAGE_DATA = 1;
const CHECKPOINT_END = 4;
const PAGE = 4096;
const TYPE_SHIFT = 60n;
const NOTAB = 0n;
const XALLOC = 14n;
const XTAB = 15n;

/**
 * The big-endian twin of a bare libxc image: option bit 0 is set, and the domain header, the record headers, the
 * sub-headers and the fields of our own records are turned round. What the hypervisor made (the HVM context, the vCPU
 * contexts, the shared-info page) and the pages keep the guest's byte order.
 */
export function bigEndianTwin(octets: Uint8Array): Uint8Array {
  const walk = walkImage(octets);
  if (walk.header !== 0 || walk.bigEndian) throw new Error("only a bare little-endian image has a big-endian twin");
  const twin = octets.slice();
  const view = new DataView(twin.buffer);
  view.setUint16(16, view.getUint16(16) | 1);
  turn(twin, walk.domain, [4, 2, 2, 4, 4]);
  for (const record of walk.records) {
    turn(twin, record.at + 8, bodyWidths(record, view));
    turn(twin, record.at, [4, 4]);
  }
  return twin;
}

/** The widths, in octets, of the leading fields of a record's body that stand in the byte order of the image. */
function bodyWidths(record: WalkedRecord, view: DataView): number[] {
  const quads = (count: number) => Array.from({ length: count }, () => 8);
  switch (record.type) {
    case PAGE_DATA:
      return [4, 4, ...quads(view.getUint32(record.at + 8, true))];
    case 0x03: // X86_PV_P2M_FRAMES
    case 0x0a: // HVM_PARAMS
      return [4, 4, ...quads((record.length - 8) / 8)];
    case 0x04: // X86_PV_VCPU_BASIC and its kin: the sub-header only
    case 0x05:
    case 0x06:
    case 0x0c:
      return [4, 4];
    case 0x08: // X86_TSC_INFO
      return [4, 4, 8, 4, 4];
    case 0x15: // REQUIRES whose only item is RECORD_TYPES
    case 0x11: // X86_CPUID_POLICY
      return Array.from({ length: record.length / 4 }, () => 4);
    case 0x12: // X86_MSR_POLICY
      return Array.from({ length: record.length / 16 }, () => [4, 4, 8]).flat();
    default:
      return [];
  }
}

function turn(octets: Uint8Array, at: number, widths: readonly number[]): void {
  for (const width of widths) {
    octets.subarray(at, at + width).reverse();
    at += width;
  }
}

/**
 * The first `checkpoints` rounds of a checkpointed image, made small as the `.min` images were: entries of absent pages
 * are dropped, and a page of zeros that is sent for the first time becomes an entry that allocates without contents.
 * Records that are left without entries are dropped. `layers` says whether the libxl layer (with its CHECKPOINT_END
 * records) is kept or only the bare libxc stream.
 */
export function smallCheckpointed(octets: Uint8Array, checkpoints: number, layers: "libxl" | "bare"): Uint8Array {
  const walk = walkImage(octets);
  if (walk.libxl === undefined) throw new Error("only a checkpointed image with a libxl layer can be made small");
  const kept = walk.records.slice(0, lastOfRound(walk, checkpoints) + 1);
  const known = new Set<bigint>();
  const parts: Uint8Array[] = [octets.slice(walk.header, walk.header + 40)];
  if (layers === "libxl") parts.unshift(octets.slice(walk.libxl, walk.header));
  for (const record of kept) {
    if (record.layer === "libxl" && (layers === "bare" || record.at < walk.header)) continue;
    parts.push(
      record.layer === "libxc" && record.type === PAGE_DATA
        ? smallBatch(octets, record, known)
        : octets.slice(record.at, record.end),
    );
  }
  return concat(parts);
}

function lastOfRound(walk: Walk, checkpoints: number): number {
  let left = checkpoints;
  return walk.records.findIndex(({ layer, type }) => layer === "libxl" && type === CHECKPOINT_END && --left === 0);
}

function smallBatch(octets: Uint8Array, record: WalkedRecord, known: Set<bigint>): Uint8Array {
  const view = new DataView(octets.buffer, octets.byteOffset + record.at + 8, record.length);
  const count = view.getUint32(0, true);
  const entries: bigint[] = [];
  const pages: Uint8Array[] = [];
  let at = record.at + 16 + 8 * count;
  for (let i = 0; i < count; i++) {
    const entry = view.getBigUint64(8 + 8 * i, true);
    if (entry >> TYPE_SHIFT === XTAB) continue;
    const page = octets.subarray(at, at + PAGE);
    at += PAGE;
    const first = !known.has(entry);
    known.add(entry);
    if (entry >> TYPE_SHIFT === NOTAB && first && page.every((octet) => octet === 0)) {
      entries.push(entry | (XALLOC << TYPE_SHIFT));
    } else {
      entries.push(entry);
      pages.push(page);
    }
  }
  if (entries.length === 0) return new Uint8Array(0);
  const length = 8 + 8 * entries.length + PAGE * pages.length;
  const head = new DataView(new ArrayBuffer(16 + 8 * entries.length));
  head.setUint32(0, PAGE_DATA, true);
  head.setUint32(4, length, true);
  head.setUint32(8, entries.length, true);
  for (const [i, entry] of entries.entries()) head.setBigUint64(16 + 8 * i, entry, true);
  return concat([new Uint8Array(head.buffer), ...pages, new Uint8Array(roundUp8(length) - length)]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
