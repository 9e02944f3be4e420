/**
 * Two optional records that v3 has no home for: which machine an image is of, and what only its hypervisor understands. Readers that do
 * not know them skip them. The layouts are in spec/rationale/machine-state-overlay.md; integers are in the image's byte order.
 */

import { type Json, type Machine, type MemoryRange, type PlatformState, RefusedError } from "./backend.ts";

/** Private optional types (bit 31 set); whose they are, the body says first. */
export const MACHINE = 0xc000_0001;
export const PLATFORM_STATE = 0xc000_0002;
/** The most octets that a record of either may have: state of devices, not memory. */
export const OVERLAY_LIMIT = 64 * 2 ** 20;

const OWNER = Uint8Array.from(Buffer.from("dd20a57131bf4555b9ab3aecc6e76da4", "hex"));
/** Of the layout of MACHINE. */
const LAYOUT = 1;
const KINDS: readonly string[] = ["ram", "rom", "hole"] satisfies MemoryRange["kind"][];
/** pfns from here on cannot be addressed by x86 (PAGE-013). */
const PFN_LIMIT = 2 ** 40;

/** The body of MACHINE: owner, layout, and the machine as JSON. */
export function machineBody(machine: Machine): Uint8Array {
  const { memory, ...rest } = machine;
  const ranges = memory.map(({ pfn, pages, kind }) => [pfn, pages, kind]);
  const json = new TextEncoder().encode(JSON.stringify({ ...rest, memory: ranges }));
  const body = new Uint8Array(24 + json.length);
  body.set(OWNER);
  const view = new DataView(body.buffer);
  view.setUint32(16, LAYOUT, true);
  view.setUint32(20, json.length, true);
  body.set(json, 24);
  return body;
}

/** Whether a record of one of the types above is ours: another owner may have taken the same type. */
export function isOurs(body: Uint8Array): boolean {
  return OWNER.every((octet, at) => body[at] === octet);
}

/** The machine that a MACHINE record describes. RefusedError where it makes no sense. */
export function readMachine(body: Uint8Array, isBe: boolean): Machine {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  if (body.length < 24) throw new RefusedError(`the machine's record has ${body.length} octets, which is too short`);
  const layout = view.getUint32(16, !isBe);
  if (layout !== LAYOUT) throw new RefusedError(`the machine's record is of layout ${layout}, known is ${LAYOUT}`);
  if (view.getUint32(20, !isBe) !== body.length - 24) throw new RefusedError("the machine's record is cut short");
  return machineOf(parseJson(body.subarray(24)));
}

function parseJson(octets: Uint8Array): { readonly [key: string]: Json } {
  let value: Json;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(octets)) as Json;
  } catch (error) {
    throw new RefusedError(`the machine's record is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new RefusedError("the machine's record is no JSON object");
  return value;
}

function machineOf({ kind, version, vcpus, memory, config }: { readonly [key: string]: Json }): Machine {
  if (typeof kind !== "string" || !isCount(version) || !isCount(vcpus) || !isObject(config) || !Array.isArray(memory))
    throw new RefusedError("the machine's record lacks kind, version, vcpus, memory or config");
  let next = 0;
  const ranges = memory.map((range: Json) => {
    const [pfn, pages, of] = Array.isArray(range) ? range : [];
    if (!isCount(pfn) || !isCount(pages) || pfn !== next || pages === 0 || !KINDS.includes(of as string))
      throw new RefusedError(
        `the machine's memory has ${JSON.stringify(range)} where a stretch from pfn ${next} on belongs`,
      );
    next = pfn + pages;
    return { pfn, pages, kind: of as MemoryRange["kind"] };
  });
  return { kind, version, vcpus, memory: ranges, config };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: Json | undefined): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value < PFN_LIMIT;
}

const HEAD = 24;
const SUM = 4;

/**
 * The body of PLATFORM_STATE: owner, version, length of the kind, kind, state, and a sum. `sum` is the CRC-32 over the bodies of all
 * records before; what is said here goes into it as well, but for the sum itself.
 */
export function platformBody({ kind, version, blob }: PlatformState, sum: (octets: Uint8Array) => number): Uint8Array {
  const name = new TextEncoder().encode(kind);
  const body = new Uint8Array(HEAD + name.length + blob.length + SUM);
  body.set(OWNER);
  const view = new DataView(body.buffer);
  view.setUint32(16, version, true);
  view.setUint32(20, name.length, true);
  body.set(name, HEAD);
  body.set(blob, HEAD + name.length);
  view.setUint32(body.length - SUM, sum(body.subarray(0, -SUM)), true);
  return body;
}

/** The state that a PLATFORM_STATE record holds. RefusedError where its sum is wrong: something of the image has been changed. */
export function readPlatform(body: Uint8Array, isBe: boolean, sum: (octets: Uint8Array) => number): PlatformState {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const nameLength = body.length < HEAD + SUM ? Number.POSITIVE_INFINITY : view.getUint32(20, !isBe);
  if (HEAD + nameLength + SUM > body.length)
    throw new RefusedError(`the platform state's record has ${body.length} octets, which is too short`);
  const wanted = view.getUint32(body.length - SUM, !isBe);
  const found = sum(body.subarray(0, -SUM));
  if (found !== wanted)
    throw new RefusedError(
      `the image has been changed: its sum is 0x${found.toString(16)}, and 0x${wanted.toString(16)} was written`,
    );
  return {
    kind: new TextDecoder().decode(body.subarray(HEAD, HEAD + nameLength)),
    version: view.getUint32(16, !isBe),
    blob: body.slice(HEAD + nameLength, body.length - SUM),
  };
}
