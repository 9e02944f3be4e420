/** The tails of PV and HVM domains (spec 15.9, 15.10). */

import type { Steps } from "../input.ts";
import { fields } from "../octets.ts";
import { LIBXL, PAGE_SIZE, RECORD } from "../vocabulary.ts";
import { tellParams } from "./body.ts";
import { TAIL_PARAMS } from "./chunks.ts";
import { BASIC_LENGTH } from "./pv-head.ts";
import { longAt, structure, tell, tellBody, tellEmulator, tellEnd, type Walk } from "./walk.ts";

/** Octets of an extended context. */
const EXTENDED_LENGTH = 128;
/** Octets before the context of a vCPU where an image has it. */
const VCPU_HEADER = 8;
/** Entries of the list of unmapped pfns that are read at a time. */
const AT_ONCE = 4096;

/** The signature of an emulator's record that goes on to the end of the input. */
export const TO_THE_END = "QemuDeviceModelRecord";
/** All signatures of an emulator's record. */
export const SIGNATURES: readonly string[] = ["DeviceModelRecord0002", "RemusDeviceModelState", TO_THE_END];

/** Reads the tail; false where the input ends within. */
export function* decodeTail(walk: Walk, emulator: boolean): Steps<boolean> {
  const { at } = walk.input;
  const fields = walk.kind === "pv" ? yield* pvTail(walk) : yield* hvmTail(walk, emulator);
  if (fields === undefined) return false;
  const { body, sawLast, sawVcpus } = walk;
  tell(walk, { part: "tail", at, end: walk.input.at, body, sawLast, sawVcpus, fields });
  return true;
}

function* pvTail(walk: Walk): Steps<Record<string, number> | undefined> {
  const { input, long, width } = walk;
  const { at } = input;
  const first = yield* input.take(4);
  if (first === undefined) return undefined;
  const count = fields(first).u32(0);
  tell(walk, { part: "unmapped", at, count });
  for (let left = count; left > 0; ) {
    const from = input.at;
    const some = Math.min(left, AT_ONCE);
    const raw = yield* input.take(long * some);
    if (raw === undefined) return undefined;
    const pfns = Array.from({ length: some }, (_, entry) => longAt(raw, long * entry, long));
    tell(walk, { part: "unmapped-pfns", at: from, long, pfns });
    left -= some;
  }
  for (const id of walk.online) {
    if (!(yield* context(walk, RECORD.X86_PV_VCPU_BASIC, id, BASIC_LENGTH[width]))) return undefined;
    if (walk.extended && !(yield* context(walk, RECORD.X86_PV_VCPU_EXTENDED, id, EXTENDED_LENGTH))) return undefined;
    if (walk.xcnt > 0 && !(yield* extendedState(walk, id))) return undefined;
  }
  const sharedAt = input.at;
  const shared = yield* input.take(PAGE_SIZE);
  if (shared === undefined) return undefined;
  tellBody(walk, RECORD.SHARED_INFO, sharedAt, shared);
  return { unmapped: count, vcpus: walk.online.length };
}

/** Reads a context of a vCPU, and tells it with the octets that an image has before it. */
function* context(walk: Walk, type: number, id: number, length: number): Steps<boolean> {
  const { at } = walk.input;
  const octets = yield* walk.input.take(length);
  if (octets === undefined) return false;
  const body = structure(VCPU_HEADER + length, [0, 4, id]);
  body.set(octets, VCPU_HEADER);
  tellBody(walk, type, at - VCPU_HEADER, body);
  return true;
}

function* extendedState(walk: Walk, id: number): Steps<boolean> {
  const { at } = walk.input;
  const head = yield* walk.input.take(16);
  if (head === undefined) return false;
  const size = longAt(head, 8, 8);
  tell(walk, { part: "xsave", at: at + 8, size, wanted: walk.xcnt - 16 });
  return yield* context(walk, RECORD.X86_PV_VCPU_XSAVE, id, size);
}

function* hvmTail(walk: Walk, emulator: boolean): Steps<Record<string, number | string> | undefined> {
  const { input } = walk;
  const { at } = input;
  const head = yield* input.take(28);
  if (head === undefined) return undefined;
  const { u32, u64 } = fields(head);
  const length = u32(24);
  tellParams(
    walk,
    at,
    TAIL_PARAMS.map((index, frame) => [index, u64(8 * frame)] as const),
  );
  const contextAt = input.at;
  const octets = yield* input.take(length);
  if (octets === undefined) return undefined;
  tellBody(walk, RECORD.HVM_CONTEXT, contextAt, octets);
  tellToolstack(walk);
  if (!emulator) return { context_length: length };
  const signature = yield* emulatorRecord(walk);
  return signature === undefined ? undefined : { context_length: length, emulator: signature };
}

/** What TOOLSTACK said, as EMULATOR_XENSTORE_DATA would (LEG-058). */
function tellToolstack(walk: Walk): void {
  const { toolstack, input } = walk;
  if (toolstack.length === 0) return;
  const head = tellEmulator(walk, LIBXL.EMULATOR_XENSTORE_DATA);
  const octets = new TextEncoder().encode(toolstack.map((text) => `${text}\0`).join(""));
  input.tell({ kind: "body", subject: { head, at: input.at, octets } });
  tellEnd(walk, LIBXL.EMULATOR_XENSTORE_DATA, input.at, "libxl");
}

/** Reads the emulator's record, its state in pieces; the signature, or undefined where the input ends within. */
function* emulatorRecord(walk: Walk): Steps<string | undefined> {
  const { input } = walk;
  const { at } = input;
  const octets = yield* input.take(21);
  if (octets === undefined) return undefined;
  const signature = String.fromCharCode(...octets);
  tell(walk, { part: "signature", at, octets: octets.slice() });
  let left = Number.POSITIVE_INFINITY;
  if (signature === TO_THE_END) tell(walk, { part: "magic", at: input.at, octets: (yield* input.peek(4)).slice() });
  else {
    const length = yield* input.take(4);
    if (length === undefined) return undefined;
    left = fields(length).u32(0);
  }
  const head = tellEmulator(walk, LIBXL.EMULATOR_CONTEXT);
  while (left > 0) {
    const from = input.at;
    const piece = yield* input.some(left);
    if (piece === undefined) {
      if (signature === TO_THE_END) break;
      return undefined;
    }
    left -= piece.length;
    input.tell({ kind: "chunk", subject: { head, at: from, octets: piece } });
  }
  tellEnd(walk, LIBXL.EMULATOR_CONTEXT, at, "libxl");
  return signature;
}
