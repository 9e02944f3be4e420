/**
 * The platform state of a QEMU machine: its migration stream without the contents of its main memory. QEMU reads it as it is. At its end
 * stands QEMU's own description of what it wrote, by which single fields are found.
 */

import { BackendError, PAGE, type PlatformState, RefusedError } from "../backend.ts";
import { type Block, type BlockContents, descriptionAt, ramSections, StreamParser, streamHead } from "./stream.ts";

export const KIND = "qemu";
/** QEMU's stream of version 3, as above. */
export const STATE_VERSION = 1;

/** Gathers what a stream says of everything but main memory. */
export class StateGatherer {
  machine = "";
  private blocks: (Block & { readonly pages: (Uint8Array | undefined)[] })[] = [];

  /** Takes the blocks beside main memory. */
  list(blocks: readonly Block[]): void {
    this.blocks = blocks.map((block) => ({ ...block, pages: new Array(Math.ceil(block.octets / PAGE)) }));
  }

  /** Keeps the last contents of a page. */
  page({ name }: Block, offset: number, octets: Uint8Array | undefined): void {
    const block = this.blocks.find((one) => one.name === name);
    if (block !== undefined) block.pages[offset / PAGE] = octets?.slice();
  }

  /** The state, `tail` being what followed memory. */
  state(section: number, tail: Uint8Array): PlatformState {
    const blocks = this.blocks.map(({ pages, ...block }) => ({ ...block, pages: Array.from(pages) }));
    const blob = Buffer.concat([streamHead(this.machine), ramSections(section, blocks as BlockContents[]), tail]);
    return { kind: KIND, version: STATE_VERSION, blob: Uint8Array.from(blob) };
  }
}

/** A field of a device as QEMU describes it. */
type Field = { readonly name: string; readonly size: number; readonly array_len?: number };
type Part = { readonly fields?: readonly Field[]; readonly subsections?: readonly Subsection[] };
type Subsection = Part & { readonly vmsd_name: string; readonly version: number };
type DeviceDescription = Part & { readonly name: string; readonly instance_id: number; readonly version: number };

/** One device: octets of fields by name, those of subsections too. */
export type Device = { readonly name: string; readonly instance: number; readonly fields: ReadonlyMap<string, Buffer> };

/** What a state holds besides main memory. */
export type DeviceState = { readonly machine: string; readonly devices: readonly Device[] };

const FULL = 4;
const SUBSECTION = 5;
const FOOTER = 0x7e;
const FOOTER_OCTETS = 5;

/** Takes a state apart. RefusedError where it is not of this kind and version, or its description does not fit what it describes. */
export function parseState({ kind, version, blob }: PlatformState): DeviceState {
  if (kind !== KIND || version !== STATE_VERSION)
    throw new RefusedError(
      `platform state of ${kind}, version ${version}: QEMU takes ${KIND}, version ${STATE_VERSION}`,
    );
  let machine = "";
  const ignore = () => {};
  const parser = new StreamParser(
    {
      machine: (name) => {
        machine = name;
      },
      blocks: ignore,
      page: ignore,
      last: ignore,
    },
    false,
  );
  let tail: Buffer | undefined;
  try {
    parser.push(blob);
    tail = parser.whole();
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    throw new RefusedError(`platform state that is no stream of QEMU's: ${error.message}`);
  }
  if (tail === undefined) throw new RefusedError("platform state that is cut short");
  return { machine, devices: walk(tail) };
}

function walk(tail: Buffer): Device[] {
  const wrong = (what: string) => new RefusedError(`platform state whose description does not fit: ${what}`);
  const begin = descriptionAt(tail) as number;
  let described: readonly DeviceDescription[];
  try {
    described = (JSON.parse(tail.toString("utf8", begin)) as { devices: DeviceDescription[] }).devices;
    if (!Array.isArray(described)) throw new Error("it has no devices");
  } catch (error) {
    throw wrong((error as Error).message);
  }
  let at = 0;
  const take = (count: number) => {
    if (!(count >= 0 && at + count <= begin)) throw wrong("it is too long");
    at += count;
    return tail.subarray(at - count, at);
  };
  const named = () => take(take(1)[0] as number).toString("latin1");
  const part = ({ fields = [], subsections = [] }: Part, into: Map<string, Buffer>) => {
    for (const { name, size, array_len = 1 } of fields) {
      const octets = take(size * array_len);
      // One that does not fit its neighbours is described again for each of its elements.
      const before = into.get(name);
      into.set(name, before === undefined ? octets : Buffer.concat([before, octets]));
    }
    for (const subsection of subsections) {
      if (take(1)[0] !== SUBSECTION || named() !== subsection.vmsd_name) throw wrong(subsection.vmsd_name);
      take(4);
      part(subsection, into);
    }
  };
  return described.map((device) => {
    const { name, instance_id } = device;
    if (take(1)[0] !== FULL) throw wrong(name);
    const section = take(4).readUInt32BE();
    if (named() !== name || take(4).readUInt32BE() !== instance_id) throw wrong(name);
    take(4);
    const fields = new Map<string, Buffer>();
    part(device, fields);
    const footer = take(FOOTER_OCTETS);
    if (footer[0] !== FOOTER || footer.readUInt32BE(1) !== section) throw wrong(name);
    return { name, instance: instance_id, fields };
  });
}

/** A field of a device. RefusedError where QEMU does not say it. */
export function fieldOf({ name, fields }: Device, field: string): Buffer {
  const octets = fields.get(field);
  if (octets === undefined) throw new RefusedError(`platform state in which ${name} has no ${field}`);
  return octets;
}
