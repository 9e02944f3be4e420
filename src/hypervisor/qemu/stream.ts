/**
 * QEMU's own migration stream, as far as it concerns memory: header, configuration, the sections of RAM. What follows them, the state of
 * processors and devices, is handed on as it is. Integers are big-endian.
 */

import { BackendError, PAGE } from "../backend.ts";

/** A block of memory by the name that QEMU gives it. */
export type Block = { readonly name: string; readonly octets: number };

/** Is told what the stream says, in order. */
export interface StreamHandler {
  /** The machine's name, before any memory. */
  machine(name: string): void;
  blocks(blocks: readonly Block[]): void;
  /** Contents of one page; undefined: zeros. `octets` are a view on what was pushed. */
  page(block: Block, offset: number, octets: Uint8Array | undefined): void;
  /** From here on the guest is stopped: the last section of RAM begins. */
  last(): void;
}

const MAGIC = 0x5145564d;
const VERSION = 3;
const SECTION = {
  START: 1,
  PART: 2,
  END: 3,
  SUBSECTION: 5,
  DESCRIPTION: 6,
  CONFIGURATION: 7,
  COMMAND: 8,
  FOOTER: 0x7e,
};
/** What the low bits of a page's address say. */
const FLAG = { ZERO: 0x02, SIZES: 0x04, PAGE: 0x08, END: 0x10, SAME_BLOCK: 0x20 };
const RAM = "ram";
/** More than configuration or a list of blocks ever have; pages are told apart one by one. */
const MOST_HEAD = 2 ** 20;

function broken(what: string): BackendError {
  return new BackendError(`QEMU's stream has ${what} where something else belongs`);
}

/** Signals that the octets pushed so far end within something. */
const MORE = Symbol("more");

/** Takes the stream in pieces of any size. BackendError where it is not what QEMU writes. */
export class StreamParser {
  /** The section of RAM as it was numbered. */
  ramSection = 0;
  private readonly handler: StreamHandler;
  private readonly isShared: boolean;
  private rest: Buffer = Buffer.alloc(0);
  private at = 0;
  private step: () => void = () => this.header();
  private list: Block[] = [];
  private current: Block | undefined;
  private isLast = false;
  private readonly tail: Buffer[] = [];
  private tailing = false;

  /** `isShared`: the stream leaves out shared memory (x-ignore-shared), and says of each block where it is. */
  constructor(handler: StreamHandler, isShared: boolean) {
    this.handler = handler;
    this.isShared = isShared;
  }

  push(octets: Uint8Array): void {
    const piece = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
    if (this.tailing) {
      this.tail.push(piece);
      return;
    }
    this.rest = this.at < this.rest.length ? Buffer.concat([this.rest.subarray(this.at), piece]) : piece;
    this.at = 0;
    try {
      while (!this.tailing) {
        const { at } = this;
        try {
          this.step();
        } catch (error) {
          if (error !== MORE) throw error;
          this.at = at;
          if (this.rest.length - at > MOST_HEAD) throw broken("what does not end");
          return;
        }
      }
      this.tail.push(this.rest.subarray(this.at));
    } finally {
      // What is kept must not be a view on what the caller pushed: it may be written over.
      if (!this.tailing) this.rest = Buffer.from(this.rest.subarray(this.at));
      if (!this.tailing) this.at = 0;
    }
  }

  /**
   * The state of processors and devices with the description at its end, once it is whole. Nothing but the description's length says
   * where the stream ends, and QEMU keeps the connection open.
   */
  whole(): Buffer | undefined {
    const last = this.tail.at(-1)?.at(-1);
    if (!this.tailing || last !== 0x7d) return undefined;
    const tail = Buffer.concat(this.tail.splice(0));
    this.tail.push(tail);
    return descriptionAt(tail) === undefined ? undefined : tail;
  }

  private header(): void {
    if (this.u32() !== MAGIC) throw broken("no marker");
    const version = this.u32();
    if (version !== VERSION) throw broken(`version ${version}`);
    this.step = () => this.section();
  }

  private section(): void {
    const type = this.u8();
    switch (type) {
      case SECTION.CONFIGURATION:
        this.configuration();
        break;
      case SECTION.COMMAND:
        this.take(2);
        this.take(this.u16());
        break;
      case SECTION.START: {
        const section = this.u32();
        const name = this.name();
        this.take(8);
        if (name !== RAM) throw new BackendError(`QEMU sends ${name}, which is more than memory and devices`);
        this.ramSection = section;
        this.step = () => this.ram();
        break;
      }
      case SECTION.PART:
      case SECTION.END:
        if (this.u32() !== this.ramSection) throw broken("a part of no section");
        this.isLast = type === SECTION.END;
        if (this.isLast) this.handler.last();
        this.step = () => this.ram();
        break;
      default:
        throw broken(`a section of type ${type}`);
    }
  }

  private configuration(): void {
    const machine = this.take(this.u32()).toString("latin1");
    // Its subsections end where no other begins.
    while (this.u8() === SECTION.SUBSECTION) {
      const name = this.name();
      this.take(4);
      if (name === "configuration/capabilities") for (let left = this.u32(); left > 0; left--) this.name();
      else if (name === "configuration/target-page-bits") this.take(4);
      else throw broken(`a configuration with ${name}`);
    }
    this.at--;
    this.handler.machine(machine);
  }

  private ram(): void {
    const high = this.u32();
    const low = this.u32();
    const flags = low & 0xfff;
    const address = high * 2 ** 32 + ((low & ~0xfff) >>> 0);
    if (flags & FLAG.SIZES) this.sizes(address);
    else if (flags & (FLAG.PAGE | FLAG.ZERO)) this.page(address, flags);
    else if (flags === FLAG.END) this.step = () => this.footer();
    else throw broken(`flags 0x${flags.toString(16)}`);
  }

  private sizes(total: number): void {
    const blocks: Block[] = [];
    for (let left = total; left > 0; ) {
      const name = this.name();
      const octets = this.u32() * 2 ** 32 + this.u32();
      if (this.isShared) this.take(8);
      if (octets === 0) throw broken("an empty block");
      blocks.push({ name, octets });
      left -= octets;
    }
    this.list = blocks;
    this.handler.blocks(blocks);
  }

  private page(offset: number, flags: number): void {
    let block = this.current;
    if ((flags & FLAG.SAME_BLOCK) === 0) {
      const name = this.name();
      block = this.list.find((one) => one.name === name);
    }
    if (block === undefined || offset + PAGE > block.octets)
      throw broken(`a page at 0x${offset.toString(16)} of no block`);
    if (flags & FLAG.PAGE) {
      const octets = this.take(PAGE);
      this.handler.page(block, offset, octets);
    } else {
      const fill = this.u8();
      this.handler.page(block, offset, fill === 0 ? undefined : new Uint8Array(PAGE).fill(fill));
    }
    this.current = block;
  }

  private footer(): void {
    if (this.u8() !== SECTION.FOOTER || this.u32() !== this.ramSection) throw broken("a section without its foot");
    if (this.isLast) this.tailing = true;
    else this.step = () => this.section();
  }

  private take(count: number): Buffer {
    if (this.rest.length - this.at < count) throw MORE;
    this.at += count;
    return this.rest.subarray(this.at - count, this.at);
  }

  private u8(): number {
    return this.take(1)[0] as number;
  }

  private u16(): number {
    return this.take(2).readUInt16BE();
  }

  private u32(): number {
    return this.take(4).readUInt32BE();
  }

  private name(): string {
    return this.take(this.u8()).toString("latin1");
  }
}

/** Where the description in JSON begins, behind its type and length; undefined where it is not whole. */
export function descriptionAt(tail: Buffer): number | undefined {
  for (let at = tail.indexOf(SECTION.DESCRIPTION); at !== -1; at = tail.indexOf(SECTION.DESCRIPTION, at + 1)) {
    const begin = at + 5;
    if (tail[begin] === 0x7b && tail.readUInt32BE(at + 1) === tail.length - begin) return begin;
  }
  return undefined;
}

/** Header and configuration, as every stream begins. */
export function streamHead(machine: string): Buffer {
  const name = Buffer.from(machine, "latin1");
  const head = Buffer.alloc(13);
  head.writeUInt32BE(MAGIC);
  head.writeUInt32BE(VERSION, 4);
  head[8] = SECTION.CONFIGURATION;
  head.writeUInt32BE(name.length, 9);
  return Buffer.concat([head, name]);
}

/** The pages of a block: undefined are zeros. */
export type BlockContents = Block & { readonly pages: readonly (Uint8Array | undefined)[] };

/** The sections of RAM, with these blocks only. */
export function ramSections(section: number, blocks: readonly BlockContents[]): Buffer {
  const word = (value: number) => {
    const octets = Buffer.alloc(4);
    octets.writeUInt32BE(value);
    return octets;
  };
  const address = (value: number, flags: number) => {
    const octets = Buffer.alloc(8);
    octets.writeBigUInt64BE(BigInt(value) | BigInt(flags));
    return octets;
  };
  const named = (name: string) => Buffer.concat([Buffer.of(name.length), Buffer.from(name, "latin1")]);
  const end = () => [address(0, FLAG.END), Buffer.of(SECTION.FOOTER), word(section)];
  const total = blocks.reduce((sum, { octets }) => sum + octets, 0);
  const start = [Buffer.of(SECTION.START), word(section), named(RAM), word(0), word(4), address(total, FLAG.SIZES)];
  const sizes = blocks.flatMap(({ name, octets }) => [named(name), address(octets, 0)]);
  const pages = blocks.flatMap(({ name, pages }) =>
    pages.flatMap((octets, page) => {
      const flags = (octets === undefined ? FLAG.ZERO : FLAG.PAGE) | (page === 0 ? 0 : FLAG.SAME_BLOCK);
      const block = page === 0 ? [named(name)] : [];
      return [address(page * PAGE, flags), ...block, octets ?? Buffer.of(0)];
    }),
  );
  return Buffer.concat([...start, ...sizes, ...end(), Buffer.of(SECTION.END), word(section), ...pages, ...end()]);
}
