/** The words that every part of the codec shares: roles, contexts, choices, names of record and page types. */

/** Who looks at an image (spec chapter 1.2). */
export type Role = "reader" | "writer" | "verifier";

/** How a stream travels and what it is restored into. */
export type Context = {
  readonly stream: "plain" | "remus" | "colo";
  readonly channel: "forward" | "back";
  readonly target?: { readonly kind: "pv" | "hvm"; readonly vcpus: number };
};

/** A file or a migration without checkpoints, restored into whatever the image says. */
export const plainContext: Context = { stream: "plain", channel: "forward" };

/** The freedoms that the specification names, and their options. */
export type Choices = {
  readonly "record-limit": "refuse" | "allow";
  readonly "byte-order": "little-only" | "both";
  readonly "libxl-end": "require" | "infer";
  readonly "static-in-v2": "refuse" | "accept";
};

/** What the reference declares. */
export const referenceChoices: Choices = {
  "record-limit": "refuse",
  "byte-order": "both",
  "libxl-end": "require",
  "static-in-v2": "accept",
};

/** The kinds of domain: the two of Xen on x86, ARM, and the machines of two emulators. */
export type DomainKind = "pv" | "hvm" | "arm" | "v86" | "qemu";

/** Octets in a page of an x86 domain (DOM-004). */
export const PAGE_SIZE = 4096;

/** Values of page_shift that an ARM domain may have (ARM-001). */
export const ARM_PAGE_SHIFTS: readonly number[] = [12, 14, 16];

/** Octets in a page of a domain of some kind; where its page_shift is none that it may have, those of one that it may. */
export function pageSizeOf(kind: DomainKind | undefined, pageShift: number): number {
  return kind === "arm" && ARM_PAGE_SHIFTS.includes(pageShift) ? 2 ** pageShift : PAGE_SIZE;
}

/** The largest body_length of a record, in octets (REC-007). */
export const RECORD_LIMIT = 0x0800_0000;

/** Record types of an image by name (spec 5.1, and from MEMORY_LAYOUT on 21.1). */
export const RECORD = {
  END: 0x00,
  PAGE_DATA: 0x01,
  X86_PV_INFO: 0x02,
  X86_PV_P2M_FRAMES: 0x03,
  X86_PV_VCPU_BASIC: 0x04,
  X86_PV_VCPU_EXTENDED: 0x05,
  X86_PV_VCPU_XSAVE: 0x06,
  SHARED_INFO: 0x07,
  X86_TSC_INFO: 0x08,
  HVM_CONTEXT: 0x09,
  HVM_PARAMS: 0x0a,
  TOOLSTACK: 0x0b,
  X86_PV_VCPU_MSRS: 0x0c,
  VERIFY: 0x0d,
  CHECKPOINT: 0x0e,
  CHECKPOINT_DIRTY_PFN_LIST: 0x0f,
  STATIC_DATA_END: 0x10,
  X86_CPUID_POLICY: 0x11,
  X86_MSR_POLICY: 0x12,
  MEMORY_LAYOUT: 0x13,
  PAGE_DATA_COMPRESSED: 0x14,
  REQUIRES: 0x15,
  ARM_ID_POLICY: 0x16,
  ARM_VCPU: 0x17,
  MACHINE: 0x18,
  MACHINE_VCPU: 0x19,
  PLATFORM_STATE: 0x1a,
  IMAGE_DIGEST: 0x8000_0010,
} as const;

/** Whether a record of this type brings page entries: its place is that of page data (spec 19). */
export function bringsPages(type: number): boolean {
  return type === RECORD.PAGE_DATA || type === RECORD.PAGE_DATA_COMPRESSED;
}

/** Bit 1 of the options of a libxl stream: a converter made it, and knows no emulator (spec 11.1). */
export const CONVERTED = 2;

/** Record types of a libxl stream by name (spec 11.2). */
export const LIBXL = {
  END: 0,
  LIBXC_CONTEXT: 1,
  EMULATOR_XENSTORE_DATA: 2,
  EMULATOR_CONTEXT: 3,
  CHECKPOINT_END: 4,
  CHECKPOINT_STATE: 5,
} as const;

/** Types of parts of a xenopsd suspend image by name (spec 14.2). */
export const PART = {
  Xenops: 0x000fn,
  Libxc: 0x00f0n,
  Qemu_trad: 0x0f00n,
  Varstored: 0x0f11n,
  Swtpm0: 0x0f12n,
  Swtpm: 0x0f13n,
  End_of_image: 0xffffn,
} as const;

/** The parts that hold the state of a device. */
export const DEVICE_PARTS: readonly bigint[] = [PART.Qemu_trad, PART.Varstored, PART.Swtpm0, PART.Swtpm];

/** The name of a type of part, or its number in hexadecimal. */
export function partName(type: bigint): string {
  return (
    Object.entries(PART).find(([, number]) => number === type)?.[0] ?? `0x${BigInt.asUintN(64, type).toString(16)}`
  );
}

/** Bit 31 of a record's type: a Reader that does not know the type skips the record (REC-013). */
export function isOptional(type: number): boolean {
  return type >= 0x8000_0000;
}

/** Page types by number, as a state names them; undefined for the invalid 5 to 8 (PAGE-016). */
export const PAGE_TYPES: readonly (string | undefined)[] = [
  "notab",
  "l1",
  "l2",
  "l3",
  "l4",
  undefined,
  undefined,
  undefined,
  undefined,
  "l1pin",
  "l2pin",
  "l3pin",
  "l4pin",
  "broken",
  "xalloc",
  "xtab",
];

/** Page type numbers that rules speak of. */
export const NOTAB = 0x0;
export const BROKEN = 0xd;
export const XALLOC = 0xe;
export const XTAB = 0xf;

/** Whether a page of this type brings 4096 octets of contents (PAGE-003). The invalid types 5 to 8 bring none. */
export function carriesData(type: number): boolean {
  return type <= 4 || (type >= 9 && type <= 0xc);
}

/** Whether a page of this type is backed by memory once restored (PAGE-022). */
export function hasMemory(type: number): boolean {
  return carriesData(type) || type === XALLOC;
}

/** The page table level of a type, pinned or not; 0 for anything that is no page table. */
export function tableLevel(type: number): number {
  if (type >= 1 && type <= 4) return type;
  return type >= 9 && type <= 0xc ? type - 8 : 0;
}
