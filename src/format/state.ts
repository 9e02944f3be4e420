/** What a Reader restored, as the contract writes it down (schemas/state.schema.json). */

/** A 64-bit integer as `0x` and hexadecimal. */
export type Hex = `0x${string}`;
/** Octets that a state names by length and digest (SHA-256, hexadecimal). */
export type Bulk = { readonly len: number; readonly sha256: string };

/** The state of a domain (schemas/state.schema.json). */
export type State = {
  readonly dsi: "state/1";
  readonly edition: string;
  readonly container: readonly string[];
  readonly endian: "little" | "big";
  readonly octets: number;
  readonly end: "complete" | { readonly failover: number };
  readonly domain: { readonly type: string; readonly pageShift: number; readonly xen: readonly [number, number] };
  readonly memory: readonly {
    readonly pfn: Hex;
    readonly count: Hex;
    readonly type: string;
    readonly sha256?: string;
  }[];
  readonly cpuid?: readonly (readonly number[])[];
  readonly msrs?: readonly (readonly [number, Hex])[];
  readonly tsc?: { readonly mode: number; readonly khz: number; readonly nsec: Hex; readonly incarnation: number };
  readonly pv?: {
    readonly width: number;
    readonly levels: number;
    readonly p2m: { readonly start: number; readonly end: number; readonly frames: readonly Hex[] };
    readonly sharedInfo: Bulk | null;
    readonly vcpus: readonly VcpuState[];
  };
  readonly hvm?: {
    readonly params: readonly (readonly [number, Hex])[];
    readonly context: readonly { readonly type: number; readonly instance: number; readonly body: Bulk }[];
  };
  readonly emulators?: readonly EmulatorState[];
  readonly "x-machine"?: MachineState;
  readonly config?: string;
  readonly checkpoints: number;
  /** From `v4-draft` on: whether the image brought a sum over all of it, which was right. */
  readonly digest?: "verified" | "absent";
};

/** A machine of an emulator (spec 23.5). */
export type MachineState = {
  readonly version: number;
  readonly vcpus: number;
  readonly ramPages: Hex;
  readonly properties: readonly (readonly [string, string])[];
  readonly registers: readonly { readonly id: number; readonly body: Bulk }[];
  readonly platform: Bulk;
};

export type VcpuState = {
  readonly id: number;
  readonly basic: Bulk;
  readonly extended?: Bulk;
  readonly xsave?: Bulk;
  readonly msrs?: readonly (readonly [number, Hex])[];
};

export type EmulatorState = {
  readonly id: number;
  readonly index: number;
  readonly xenstore: readonly (readonly [string, string])[];
  readonly context: Bulk | null;
};
