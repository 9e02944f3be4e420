/**
 * The target's side of AFL++'s fork server: one process that runs every input, since it is the same interpreter each time. Two pipes carry
 * words of 4 octets, little-endian: on 198 the fuzzer asks for a run, on 199 it is told the process and then how the run ended.
 */

import { readSync, writeSync } from "node:fs";
import koffi from "koffi";
import { MAP_SIZE } from "./map-size.ts";

const ASKED = 198;
const TOLD = 199;
/** Says that inputs are taken from shared memory. */
const ENABLED = 0x8000_0001;
const INPUT_SHARED = 0x0100_0000;
/** Octets of the longest input, with its length before it. */
const INPUT_ROOM = 2 ** 20 + 4;
/** How a run that went wrong is told: as if the process had been ended by SIGABRT. */
const ABORTED = 6;

/** What the fuzzer shares: the map of what an input reached, which the target fills, and the input itself. */
export type Shared = { readonly map: Uint8Array; readonly input: () => Uint8Array };

function attach(variable: string, size: number): Uint8Array {
  const id = process.env[variable];
  if (id === undefined) throw new Error(`${variable} is not set: this process is started by afl-fuzz`);
  const shmat = koffi.load("libc.so.6").func("void *shmat(int, void *, int)");
  return new Uint8Array(koffi.view(shmat(Number(id), null, 0), size));
}

/** The memory that afl-fuzz made for this process. */
export function attachShared(): Shared {
  const map = attach("__AFL_SHM_ID", MAP_SIZE);
  const room = attach("__AFL_SHM_FUZZ_ID", INPUT_ROOM);
  const length = new DataView(room.buffer, room.byteOffset, 4);
  // A copy: a target may hold on to it, and a view is overwritten under its hands.
  return { map, input: () => room.slice(4, 4 + length.getUint32(0, true)) };
}

function hear(): boolean {
  const word = new Uint8Array(4);
  return readSync(ASKED, word) === 4;
}

function tell(value: number): void {
  const word = new DataView(new ArrayBuffer(4));
  word.setUint32(0, value, true);
  writeSync(TOLD, word);
}

/** Runs `target` on every input until the fuzzer goes; what the target throws is a crash, which the fuzzer keeps the input of. */
export function serve(input: () => Uint8Array, target: (octets: Uint8Array) => void): void {
  tell((ENABLED | INPUT_SHARED) >>> 0);
  if (!hear()) return;
  while (hear()) {
    tell(process.pid);
    let status = 0;
    try {
      target(input());
    } catch (error) {
      status = ABORTED;
      if (process.env.AFL_DEBUG_CHILD !== undefined) console.error(error);
    }
    tell(status);
  }
}
