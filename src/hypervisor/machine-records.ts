/** A machine as an image has it: the bodies of MEMORY_LAYOUT, MACHINE, MACHINE_VCPU and PLATFORM_STATE (spec 23), written little-endian. */

import {
  type Property,
  platformDigest,
  readMachine as readMachineBody,
  readRegions,
  VCPU_HEADER,
  writer,
} from "../format/index.ts";
import { type Machine, type MemoryRange, RefusedError, ramOf, ramPages } from "./backend.ts";

/** The emulators by the type of the domain header. */
const KINDS: ReadonlyMap<number, string> = new Map([
  [6, "v86"],
  [7, "qemu"],
]);

/** The type of the domain header for a machine of this kind. RefusedError for a kind that the format does not know. */
export function domainTypeOf({ kind }: Machine): number {
  const found = [...KINDS].find(([, known]) => known === kind);
  if (found === undefined) throw new RefusedError(`the format has no domain type for a machine of ${kind}`);
  return found[0];
}

/** The kind of machine of a domain type; RefusedError, by name, where it is none. */
export function kindOf(domainType: number): string {
  const kind = KINDS.get(domainType);
  if (kind !== undefined) return kind;
  const name = { 1: "a PV domain of Xen", 2: "an HVM domain of Xen", 5: "an ARM domain" }[domainType];
  throw new RefusedError(`the image holds ${name ?? `a domain of type ${domainType}`}, and no machine of v86 or QEMU`);
}

const whole = (parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));

/** The body of MEMORY_LAYOUT: the machine's RAM. */
export function layoutBody(machine: Machine): Uint8Array {
  const out = writer(false);
  for (const { pfn, pages } of ramOf(machine)) {
    out.u64(BigInt(pfn));
    out.u64(BigInt(pages));
    out.u64(0n);
  }
  return whole(out.parts);
}

/** The body of MACHINE. */
export function machineBody(machine: Machine): Uint8Array {
  const out = writer(false);
  out.u32(machine.version);
  out.u32(machine.vcpus);
  out.u64(BigInt(ramPages(machine)));
  // Names are ASCII: their order is that of their octets.
  for (const [name, value] of Object.entries(machine.config).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const octets = [name, value].map((text) => new TextEncoder().encode(text)) as [Uint8Array, Uint8Array];
    for (const { length } of octets) out.u32(length);
    for (const part of octets) out.octets(part);
    out.octets(new Uint8Array(-(octets[0].length + octets[1].length) & 7));
  }
  return whole(out.parts);
}

/** The body of MACHINE_VCPU; `registers` is a CPU entry (vcpu.ts). */
export function vcpuBody(id: number, registers: Uint8Array): Uint8Array {
  const body = new Uint8Array(VCPU_HEADER + registers.length);
  new DataView(body.buffer).setUint32(0, id, true);
  body.set(registers, VCPU_HEADER);
  return body;
}

/** The body of PLATFORM_STATE of a machine. */
export function platformBody(machine: Machine, state: Uint8Array): Uint8Array {
  return whole([platformDigest(layoutBody(machine), machineBody(machine), state), state]);
}

/** The machine that MEMORY_LAYOUT and MACHINE describe, both accepted by a Reader. */
export function readMachine(kind: string, layout: Uint8Array, body: Uint8Array, isBe: boolean): Machine {
  const head = { isBe };
  const said = readMachineBody({ head, octets: body });
  if (said === undefined) throw new RefusedError("the image's MACHINE is cut short");
  const text = (octets: Uint8Array) => new TextDecoder().decode(octets);
  return {
    kind,
    version: said.version,
    vcpus: said.vcpus,
    memory: memoryOf(readRegions({ head, octets: layout })),
    config: Object.fromEntries(said.properties.map(({ name, value }: Property) => [text(name), text(value)])),
  };
}

function memoryOf(regions: readonly { readonly first: bigint; readonly pages: bigint }[]): MemoryRange[] {
  const ranges: MemoryRange[] = [];
  let next = 0;
  for (const { first, pages } of regions) {
    const pfn = Number(first);
    if (pfn > next) ranges.push({ pfn: next, pages: pfn - next, kind: "hole" });
    ranges.push({ pfn, pages: Number(pages), kind: "ram" });
    next = pfn + Number(pages);
  }
  return ranges;
}
