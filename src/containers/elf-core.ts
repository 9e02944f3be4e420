/** An ELF core of a domain: a segment for each range of pages with contents, at its guest-physical address, and a thread for each vCPU. */

import type { DomainKind } from "../format/vocabulary.ts";
import type { VcpuRegisters } from "./vcpu-registers.ts";

/** Neighbouring pfns that have contents. */
export type PfnRange = { readonly pfn: number; readonly count: number };

/** What a core is of; `ranges` ascend and do not touch, `pageSize` is in octets. */
export type CoreContents = {
  readonly ranges: readonly PfnRange[];
  readonly pageSize: number;
  readonly kind: DomainKind | undefined;
  readonly vcpus: readonly VcpuRegisters[];
};

/** What comes before the pages, and where in the file those of each range begin. */
export type ElfCore = { readonly head: Uint8Array; readonly offsets: readonly number[]; readonly length: number };

const ET_CORE = 4;
const EM_386 = 3;
const EM_X86_64 = 62;
const EM_AARCH64 = 183;
const PT_LOAD = 1;
const PT_NOTE = 4;
const NT_PRSTATUS = 1;
const NT_FPREGSET = 2;
/** FXSAVE of a 32-bit thread, with its SSE registers. */
const NT_PRXFPREG = 0x46e6_2b7f;
/** Readable, writable, executable: what a page is for the image does not say. */
const RWX = 7;
/** As many program headers as this, or more, are counted in the first section header. */
const PN_XNUM = 0xffff;

/** Sizes in octets of the structures of a class. */
const CLASS = {
  32: { ehdr: 52, phdr: 32, shdr: 40, prstatus: 144, registers: 72 },
  64: { ehdr: 64, phdr: 56, shdr: 64, prstatus: 336, registers: 112 },
} as const;

/** General registers as prstatus has them; `0` fills the place of one that is not known. */
const REGISTERS = {
  32: "rbx rcx rdx rsi rdi rbp rax ds es fs gs 0 rip cs rflags rsp ss".split(" "),
  64: "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi 0 rip cs rflags rsp ss fs_base gs_base ds es fs gs".split(
    " ",
  ),
} as const;

/**
 * Lays out a core. It is of 64 bits for x86-64 where a vCPU runs in long mode or memory goes beyond 4 GiB, else of 32 bits for i386; of
 * 64 bits for AArch64, without threads, for an ARM domain.
 */
export function elfCore({ ranges, vcpus, pageSize, kind }: CoreContents): ElfCore {
  const last = ranges.at(-1);
  const top = last === undefined ? 0 : (last.pfn + last.count) * pageSize;
  const pages = ranges.reduce((sum, { count }) => sum + count, 0);
  const small = top <= 2 ** 32 && pages * pageSize + 2 ** 24 <= 2 ** 32 && ranges.length < PN_XNUM;
  const bits = small && vcpus.length > 0 && !vcpus.some(({ long }) => long) ? 32 : 64;
  const { ehdr, phdr, shdr } = CLASS[bits];
  const notes = notesOf(vcpus, bits);
  const count = ranges.length + 1;
  const extended = count >= PN_XNUM;
  const phoff = ehdr + (extended ? shdr : 0);
  const notesAt = phoff + phdr * count;
  const dataAt = Math.ceil((notesAt + notes.length) / pageSize) * pageSize;
  const head = new Uint8Array(dataAt);
  const out = writer(head, bits);
  out.at = 0;
  elfHeader(out, bits, machineOf(kind, bits), phoff, extended ? PN_XNUM : count, extended ? ehdr : 0);
  if (extended) sectionZero(out, count);
  segment(out, bits, { type: PT_NOTE, flags: 0, offset: notesAt, address: 0, length: notes.length, align: 4 });
  const offsets: number[] = [];
  let offset = dataAt;
  for (const { pfn, count: pages } of ranges) {
    const length = pages * pageSize;
    segment(out, bits, { type: PT_LOAD, flags: RWX, offset, address: pfn * pageSize, length, align: pageSize });
    offsets.push(offset);
    offset += length;
  }
  head.set(notes, notesAt);
  return { head, offsets, length: offset };
}

type Bits = 32 | 64;
type Writer = {
  at: number;
  u8(...values: number[]): void;
  u16(...values: number[]): void;
  u32(...values: number[]): void;
  word(...values: (number | bigint)[]): void;
};

/** Little-endian; a `word` has as many bits as the class. */
function writer(octets: Uint8Array, bits: Bits): Writer {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const out: Writer = {
    at: 0,
    u8(...values) {
      for (const value of values) view.setUint8(out.at++, value);
    },
    u16(...values) {
      for (const value of values) {
        view.setUint16(out.at, value, true);
        out.at += 2;
      }
    },
    u32(...values) {
      for (const value of values) {
        view.setUint32(out.at, value, true);
        out.at += 4;
      }
    },
    word(...values) {
      for (const value of values) {
        if (bits === 64) view.setBigUint64(out.at, BigInt(value), true);
        else view.setUint32(out.at, Number(BigInt.asUintN(32, BigInt(value))), true);
        out.at += bits / 8;
      }
    },
  };
  return out;
}

function machineOf(kind: DomainKind | undefined, bits: Bits): number {
  if (kind === "arm") return EM_AARCH64;
  return bits === 64 ? EM_X86_64 : EM_386;
}

function elfHeader(out: Writer, bits: Bits, machine: number, phoff: number, phnum: number, shoff: number): void {
  const { ehdr, phdr, shdr } = CLASS[bits];
  out.u8(0x7f, 0x45, 0x4c, 0x46, bits === 64 ? 2 : 1, 1, 1);
  out.at = 16;
  out.u16(ET_CORE, machine);
  out.u32(1);
  out.word(0, phoff, shoff);
  out.u32(0);
  out.u16(ehdr, phdr, phnum, shdr, shoff === 0 ? 0 : 1, 0);
}

/** The first section header, whose sh_info counts program headers where their own field cannot. Only in a core of 64 bits. */
function sectionZero(out: Writer, count: number): void {
  out.u32(0, 0);
  out.word(0, 0, 0, 0);
  out.u32(0, count);
  out.word(0, 0);
}

type Segment = {
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly address: number;
  readonly length: number;
  readonly align: number;
};

/** Memory has its guest-physical address for both of its addresses: nobody translates them here. */
function segment(out: Writer, bits: Bits, { type, flags, offset, address, length, align }: Segment): void {
  out.u32(type);
  if (bits === 64) out.u32(flags);
  const inMemory = type === PT_LOAD ? length : 0;
  out.word(offset, address, address, length, inMemory);
  if (bits === 32) out.u32(flags);
  out.word(align);
}

function notesOf(vcpus: readonly VcpuRegisters[], bits: Bits): Uint8Array {
  const notes = vcpus.flatMap((vcpu) => [
    note("CORE", NT_PRSTATUS, prstatus(vcpu, bits)),
    bits === 64 ? note("CORE", NT_FPREGSET, vcpu.fpu) : note("LINUX", NT_PRXFPREG, vcpu.fpu),
  ]);
  return new Uint8Array(Buffer.concat(notes));
}

/** A note: lengths, type, name with its NUL, contents; both filled up to a multiple of four. */
function note(name: string, type: number, contents: Uint8Array): Uint8Array {
  const nameLength = name.length + 1;
  const contentsAt = 12 + Math.ceil(nameLength / 4) * 4;
  const octets = new Uint8Array(contentsAt + Math.ceil(contents.length / 4) * 4);
  const out = writer(octets, 32);
  out.u32(nameLength, contents.length, type);
  octets.set(new TextEncoder().encode(name), 12);
  octets.set(contents, contentsAt);
  return octets;
}

/** The state of a thread, its number one above that of the vCPU, since 0 is none. */
function prstatus({ id, registers }: VcpuRegisters, bits: Bits): Uint8Array {
  const { prstatus: length, registers: registersAt } = CLASS[bits];
  const octets = new Uint8Array(length);
  const out = writer(octets, bits);
  out.at = bits === 64 ? 32 : 24;
  out.u32(id + 1);
  out.at = registersAt;
  for (const name of REGISTERS[bits]) out.word((registers as Readonly<Record<string, bigint>>)[name] ?? 0n);
  out.u32(1);
  return octets;
}
