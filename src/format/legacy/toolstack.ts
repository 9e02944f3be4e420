/** TOOLSTACK: what libxl had to say (spec 15.7). */

import { fields, hexOctets } from "../octets.ts";
import type { Long, ToolstackFault } from "./parts.ts";

const HEADER = 8;
const MAPPING = 28;

/** The mappings as keys and values of the emulator's xenstore data, and what is wrong with the structure, if anything. */
export type Toolstack = { readonly pairs: readonly string[]; readonly fault: ToolstackFault | undefined };

/** Reads the data of TOOLSTACK of a writer with longs of `long` octets, as far as it can be read. */
export function readToolstack(octets: Uint8Array, long: Long): Toolstack {
  const pairs: string[] = [];
  const faulty = (at: number, found: string, wanted: string): Toolstack => ({ pairs, fault: { at, found, wanted } });
  if (octets.length === 0) return { pairs, fault: undefined };
  if (octets.length < HEADER) return faulty(octets.length, "end of the data", "version and count, 8 octets");
  const { u32, u64 } = fields(octets);
  if (u32(0) !== 1) return faulty(0, `version ${u32(0)}`, "version 1");
  let at = HEADER;
  for (let mapping = 0; mapping < u32(4); mapping++) {
    if (at + MAPPING > octets.length) return faulty(octets.length, "end of the data", `mapping ${mapping}`);
    const [phys, start, size] = [u64(at), u64(at + 8), u64(at + 16)];
    const length = u32(at + 24);
    const nameAt = at + MAPPING;
    const next = nameAt + length + (long === 8 ? 4 : 0);
    if (length === 0) return faulty(at + 24, "0", "at least 1, a NUL");
    if (next > octets.length) return faulty(at + 24, `${length}`, "no more than is left of the data");
    const name = octets.subarray(nameAt, nameAt + length);
    const end = name.indexOf(0);
    if (end !== length - 1)
      return faulty(nameAt + (end === -1 ? length - 1 : end), hexOctets(name), "one NUL, at the end");
    const root = `physmap/${phys.toString(16)}`;
    pairs.push(`${root}/start_addr`, start.toString(16), `${root}/size`, size.toString(16));
    pairs.push(`${root}/name`, new TextDecoder().decode(name.subarray(0, -1)));
    at = next;
  }
  return { pairs, fault: undefined };
}
