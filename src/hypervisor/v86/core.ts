/**
 * Starts the emulator and shows the few parts of it that we touch. v86 has an interface for people at a screen, not for us: what follows
 * is inside of it, and held to the exact release that package.json names by the tests beside this file.
 */

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Clock } from "./clock.ts";

/** A register or an array of them, in the emulator's own memory; indexing goes through a Proxy, which is slow. */
type Cells = { [index: number]: number; readonly length: number };

/** The emulator's processor with its devices. Arrays of one element are single registers. */
export type Cpu = Record<CellName, Cells> & {
  readonly wasm_memory: { readonly buffer: ArrayBuffer };
  /** RAM. `byteOffset` and `length` place it in `wasm_memory`. */
  readonly mem8: { readonly byteOffset: number; readonly length: number };
  readonly wm: { readonly exports: { update_eflags(flags: number): void; set_control_word(word: number): void } };
  readonly devices: {
    readonly pci: { readonly devices: PciDevice[]; readonly device_spaces: Int32Array[] };
    readonly vga: { readonly vga_memory_size: number };
  };
  get_eflags(): number;
  store_current_tsc: () => void;
  set_tsc(low: number, high: number): void;
  update_state_flags(): void;
  main_loop(): number;
  pack_memory?: () => object;
  unpack_memory?: () => void;
};

type PciDevice = { readonly pci_bars: (object | undefined)[] } | undefined;

/** The processor's registers by the names that v86 gives them. */
export type CellName =
  | "reg32"
  | "sreg"
  | "segment_is_null"
  | "segment_access_bytes"
  | "segment_offsets"
  | "segment_limits"
  | "cr"
  | "dreg"
  | "cpl"
  | "protected_mode"
  | "is_32"
  | "stack_size_32"
  | "idtr_offset"
  | "idtr_size"
  | "gdtr_offset"
  | "gdtr_size"
  | "flags"
  | "flags_changed"
  | "instruction_pointer"
  | "previous_ip"
  | "sysenter_cs"
  | "sysenter_esp"
  | "sysenter_eip"
  | "in_hlt"
  | "instruction_counter"
  | "current_tsc"
  | "fpu_st"
  | "fpu_stack_empty"
  | "fpu_stack_ptr"
  | "fpu_control_word"
  | "fpu_status_word"
  | "fpu_ip"
  | "fpu_ip_selector"
  | "fpu_opcode"
  | "fpu_dp"
  | "fpu_dp_selector"
  | "reg_xmm32s"
  | "mxcsr"
  | "last_result";

/** The emulator without its screens and adapters. */
export type Core = {
  readonly cpu: Cpu;
  readonly constructor: { microtick: () => number };
  init(settings: object): void;
  save_state(): ArrayBuffer;
  restore_state(state: ArrayBuffer): void;
};

/** How a machine is built. Sizes in octets. */
export type CoreSettings = { readonly memory: number; readonly vga: number; readonly jit: boolean };

/** A started emulator. */
export type Emulator = { readonly core: Core; destroy(): Promise<void> };

/** What of WebAssembly we use; its types come only with those of a browser. */
type Wasm = {
  compile(octets: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ readonly exports: object }>;
};
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm };

type Imports = { readonly env: Record<string, unknown> };

/** What starts the emulator. */
type Starter = {
  readonly v86?: Core;
  add_listener(event: string, listener: () => void): void;
  continue_init(core: Core, options: object): Promise<void>;
  destroy(): Promise<void>;
};
type V86Module = { readonly V86: new (options: object) => Starter };

const paths = createRequire(import.meta.url);

let wasm: Promise<object> | undefined;

/** The emulator's WebAssembly module, compiled once for the process. */
async function compiled(): Promise<object> {
  wasm ??= readFile(paths.resolve("v86/build/v86.wasm")).then((octets) => WebAssembly.compile(octets));
  wasm.catch(() => {
    wasm = undefined;
  });
  return await wasm;
}

/**
 * Starts an emulator that has not run, its RAM zero. What goes wrong inside of it while it starts is thrown from promises and timers of
 * its own, where nobody could catch it, so every place that it can come from is wrapped: this rejects instead.
 */
export async function startCore({ memory, vga, jit }: CoreSettings, clock: Clock): Promise<Emulator> {
  const [{ V86 }, module] = await Promise.all([import("v86") as unknown as Promise<V86Module>, compiled()]);
  return await new Promise<Emulator>((resolve, reject) => {
    const instantiate = async (imports: Imports) => {
      imports.env.microtick = () => clock.now();
      return (await WebAssembly.instantiate(module, imports)).exports;
    };
    const emulator = new V86({
      // No promise, whose callbacks fail unseen, but something that goes on within a promise of ours.
      wasm_fn: (imports: Imports) => ({
        // biome-ignore lint/suspicious/noThenProperty: the emulator asks for nothing but `then`.
        then: (go: (exports: object) => void) => instantiate(imports).then(go, reject).catch(reject),
      }),
      memory_size: memory,
      vga_memory_size: vga,
      disable_jit: !jit,
      // Else a restored network adapter keeps the address that it was built with, which is random.
      preserve_mac_from_state_image: true,
      autostart: false,
      disable_keyboard: true,
      disable_mouse: true,
      disable_speaker: true,
    });
    const continueInit = emulator.continue_init;
    let broken = false;
    emulator.continue_init = async (core, options) => {
      const init = core.init;
      core.init = (settings) => {
        try {
          init.call(core, settings);
        } catch (error) {
          broken = true;
          reject(error);
        }
      };
      await continueInit.call(emulator, core, options).catch(reject);
    };
    emulator.add_listener("emulator-loaded", () => {
      const core = emulator.v86;
      if (broken || core === undefined) return;
      clock.attach(core);
      clearBars(core.cpu);
      resolve({ core, destroy: () => emulator.destroy() });
    });
  });
}

/** Base addresses of devices that are not there are taken for changed by `restore_state`, which then fails: they are made 0. */
function clearBars({ devices: { pci } }: Cpu): void {
  pci.devices.forEach((device, slot) => {
    device?.pci_bars.forEach((bar, index) => {
      const space = pci.device_spaces[slot];
      if (bar === undefined && space !== undefined) space[4 + index] = 0;
    });
  });
}

/** The guest's RAM as it lies in the emulator; to be asked for anew whenever the guest has run, as the emulator's memory can grow. */
export function ram({ wasm_memory, mem8 }: Cpu): Uint8Array {
  return new Uint8Array(wasm_memory.buffer, mem8.byteOffset, mem8.length);
}
