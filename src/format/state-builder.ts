/** Builds the state that a Reader restored out of events; it is read once the stream is over. */

import { sha256Hex, sha256Stream } from "../codecs/sha256.ts";
import { DraftBState } from "./draft-b-state.ts";
import type { EmulatorHeader, Event, RecordBody } from "./events.ts";
import type { Facts } from "./facts.ts";
import { walkHvmContext } from "./hvm-context.ts";
import { readHvmParams } from "./hvm-params.ts";
import { MACHINE_VCPU_HEADER, machineVcpuId, PLATFORM_DIGEST, readMachine } from "./machine.ts";
import { fields, hex } from "./octets.ts";
import type { Bulk, EmulatorState, Hex, MachineState, State, VcpuState } from "./state.ts";
import { VCPU_HEADER, VCPU_TYPES, vcpuId } from "./vcpu-records.ts";
import { carriesData, DEVICE_PARTS, LIBXL, PAGE_TYPES, RECORD } from "./vocabulary.ts";
import { readCpuidPolicy, readMsrPolicy, readTscInfo } from "./x86-common.ts";
import { readP2mFrames, readPvInfo } from "./x86-pv.ts";

/** What may change from checkpoint to checkpoint, besides memory. Replaced as a whole at each commit. */
type Held = {
  /** The last record of each kind of which one counts. */
  readonly records: ReadonlyMap<number, RecordBody>;
  /** vCPU records, by `type/id`. */
  readonly vcpus: ReadonlyMap<string, { readonly id: number; readonly body: RecordBody }>;
  readonly params: ReadonlyMap<number, bigint>;
  readonly emulators: ReadonlyMap<string, EmulatorState>;
};

const SINGLE: readonly number[] = [
  RECORD.X86_PV_INFO,
  RECORD.X86_PV_P2M_FRAMES,
  RECORD.SHARED_INFO,
  RECORD.X86_TSC_INFO,
  RECORD.HVM_CONTEXT,
  RECORD.X86_CPUID_POLICY,
  RECORD.X86_MSR_POLICY,
  RECORD.MACHINE,
  RECORD.PLATFORM_STATE,
];

const nothing: Held = { records: new Map(), vcpus: new Map(), params: new Map(), emulators: new Map() };

function copy(held: Held) {
  return {
    records: new Map(held.records),
    vcpus: new Map(held.vcpus),
    params: new Map(held.params),
    emulators: new Map(held.emulators),
  };
}

/** The basis of a state: tells what every event changes, and what the whole comes to. */
export class StateBuilder {
  private readonly facts: Facts;
  private current = copy(nothing);
  private readonly draftB = new DraftBState();
  private committed: Held = nothing;
  private committedAt = 0;
  private commits = 0;
  /** Where the stream ended as it says, or where its input did. */
  private end: number | undefined;
  private brokenAt = 0;
  private config: string | undefined;
  /** The emulator record being read; its context arrives in pieces. */
  private emulator:
    | {
        readonly header: Pick<EmulatorHeader, "id" | "index">;
        readonly hash: ReturnType<typeof sha256Stream>;
        length: number;
      }
    | undefined;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  /** Takes in an event that has been examined. */
  take(event: Event): void {
    switch (event.kind) {
      case "xl-optional":
        this.config = configText(event.subject.octets);
        break;
      case "libvirt-xml":
        this.config = xmlText(event.subject.octets);
        break;
      case "emulator":
        this.beginEmulator(event.subject);
        break;
      case "chunk":
        this.chunk(event.subject.octets);
        break;
      case "xenopsd-part":
        if (DEVICE_PARTS.includes(event.subject.type)) this.beginEmulator({ id: Number(event.subject.type), index: 0 });
        break;
      case "xenopsd-contents":
        this.chunk(event.subject.octets);
        break;
      case "xenopsd-part-end":
        this.emulatorEnd();
        break;
      case "body":
        if (event.subject.head.layer === "image") this.imageBody(event.subject);
        else this.libxlBody(event.subject);
        break;
      case "record-end":
        this.emulatorEnd();
        if (this.facts.commits !== this.commits) this.commit(event.subject.end);
        break;
      case "end":
        this.end = event.subject.at;
        break;
      case "broken":
        this.brokenAt = event.subject.at;
        break;
    }
  }

  /** The state, once the input is over; the stream has been accepted. */
  state(container: readonly string[]): State {
    const { facts } = this;
    const failover = this.commits > 0;
    if (failover) facts.pages.rollback();
    const held = failover ? this.committed : this.current;
    const { image, domain, legacy } = facts;
    if ((image === undefined && legacy === undefined) || domain === undefined)
      throw new Error("an accepted image has headers");
    return {
      dsi: "state/1",
      edition: facts.ruledBy,
      container,
      endian: image?.isBe === true ? "big" : "little",
      octets: this.end ?? (failover ? this.committedAt : this.brokenAt),
      end: this.end === undefined && failover ? { failover: this.commits } : "complete",
      domain: {
        type: facts.kind ?? String(domain.type),
        pageShift: domain.pageShift,
        xen: [domain.xenMajor, domain.xenMinor],
      },
      memory: memory(facts),
      ...policies(held),
      ...this.platform(held),
      ...(held.emulators.size > 0
        ? { emulators: [...held.emulators.values()].sort((a, b) => a.id - b.id || a.index - b.index) }
        : {}),
      ...(this.config === undefined ? {} : { config: this.config }),
      checkpoints: this.commits,
      ...(facts.edition === "v4-draft" ? { digest: facts.features?.imageDigest ? "verified" : "absent" } : {}),
    };
  }

  private platform(held: Held): Pick<State, "pv" | "hvm" | "x-machine"> {
    if (this.facts.edition === "draft-b") return { pv: this.draftB.pv() };
    if (this.facts.kind === "pv") return pv(held, this.facts);
    if (this.facts.kind === "hvm") return { hvm: hvm(held) };
    return this.facts.machine === undefined ? {} : { "x-machine": machine(held) };
  }

  private commit(at: number): void {
    this.commits = this.facts.commits;
    this.committed = copy(this.current);
    this.committedAt = at;
  }

  private imageBody(body: RecordBody): void {
    if (this.facts.edition === "draft-b") this.draftB.take(body);
    else this.xenBody(body);
  }

  private xenBody(body: RecordBody): void {
    const { type } = body.head;
    const kept = { ...body, octets: body.octets.slice() };
    if (SINGLE.includes(type)) this.current.records.set(type, kept);
    if (type === RECORD.MACHINE_VCPU) {
      const id = machineVcpuId(body) as number;
      this.current.vcpus.set(`${type}/${id}`, { id, body: kept });
    }
    if (type === RECORD.HVM_PARAMS)
      for (const { index, value } of readHvmParams(body)) this.current.params.set(Number(index), value);
    if (VCPU_TYPES.includes(type) && body.octets.length > VCPU_HEADER) {
      const id = vcpuId(body) as number;
      this.current.vcpus.set(`${type}/${id}`, { id, body: kept });
    }
  }

  private libxlBody({ head, octets }: RecordBody): void {
    if (head.type === LIBXL.EMULATOR_XENSTORE_DATA && octets.length > 0)
      this.setEmulator({ xenstore: xenstorePairs(octets) });
  }

  private beginEmulator(header: Pick<EmulatorHeader, "id" | "index">): void {
    this.emulator = { header, hash: sha256Stream(), length: 0 };
  }

  private chunk(octets: Uint8Array): void {
    if (this.emulator === undefined) return;
    this.emulator.hash.update(octets);
    this.emulator.length += octets.length;
  }

  /** A record of 8 octets leaves nothing (CONTRACT 4). */
  private emulatorEnd(): void {
    const { emulator } = this;
    if (emulator !== undefined && emulator.length > 0)
      this.setEmulator({ context: { len: emulator.length, sha256: emulator.hash.hex() } });
    this.emulator = undefined;
  }

  private setEmulator(part: Partial<EmulatorState>): void {
    if (this.emulator === undefined) return;
    const { id, index } = this.emulator.header;
    const key = `${id}/${index}`;
    const before = this.current.emulators.get(key) ?? { id, index, xenstore: [], context: null };
    this.current.emulators.set(key, { ...before, ...part });
  }
}

function bulk(octets: Uint8Array): Bulk {
  return { len: octets.length, sha256: sha256Hex(octets) };
}

/** Runs of pfns of one type, ascending and maximal, with the digest of their pages' digests. */
function memory({ pages }: Facts): State["memory"] {
  return Array.from(pages.runs(), ({ pfn, count, type }) => {
    const run = { pfn: hex(pfn), count: hex(count), type: PAGE_TYPES[type] as string };
    if (!carriesData(type)) return run;
    const hash = sha256Stream();
    for (const digests of pages.digestsFrom(pfn, count)) hash.update(digests);
    return { ...run, sha256: hash.hex() };
  });
}

function policies({ records }: Held): Pick<State, "cpuid" | "msrs" | "tsc"> {
  const cpuid = records.get(RECORD.X86_CPUID_POLICY);
  const msrs = records.get(RECORD.X86_MSR_POLICY);
  const body = records.get(RECORD.X86_TSC_INFO);
  const tsc = body && readTscInfo(body);
  return {
    ...(cpuid === undefined ? {} : { cpuid: readCpuidPolicy(cpuid) }),
    ...(msrs === undefined
      ? {}
      : { msrs: sortedPairs(new Map(readMsrPolicy(msrs).map(({ index, value }) => [index, value]))) }),
    ...(tsc === undefined
      ? {}
      : { tsc: { mode: tsc.mode, khz: tsc.khz, nsec: hex(tsc.nsec), incarnation: tsc.incarnation } }),
  };
}

function sortedPairs(pairs: ReadonlyMap<number, bigint>): (readonly [number, Hex])[] {
  return [...pairs].sort(([a], [b]) => a - b).map(([index, value]) => [index, hex(value)] as const);
}

function pv({ records, vcpus }: Held, facts: Facts): Pick<State, "pv"> {
  const info = records.get(RECORD.X86_PV_INFO);
  const window = records.get(RECORD.X86_PV_P2M_FRAMES);
  const shared = records.get(RECORD.SHARED_INFO);
  const pvInfo = info && readPvInfo(info);
  // Windows stand before all page data, so that no later round has changed them.
  const p2m = facts.edition === "v4-draft" ? facts.p2m : window && readP2mFrames(window);
  if (pvInfo === undefined || p2m === undefined)
    throw new Error("an accepted PV image has X86_PV_INFO and X86_PV_P2M_FRAMES");
  const ids = [...vcpus.values()].filter(({ body }) => body.head.type === RECORD.X86_PV_VCPU_BASIC).map(({ id }) => id);
  return {
    pv: {
      width: pvInfo.width,
      levels: pvInfo.levels,
      p2m: { start: p2m.start, end: p2m.end, frames: p2m.frames.map(hex) },
      sharedInfo: shared === undefined ? null : bulk(shared.octets),
      vcpus: ids.sort((a, b) => a - b).map((id) => vcpu(id, vcpus)),
    },
  };
}

function vcpu(id: number, vcpus: Held["vcpus"]): VcpuState {
  const context = (type: number) => vcpus.get(`${type}/${id}`)?.body.octets.subarray(VCPU_HEADER);
  const extended = context(RECORD.X86_PV_VCPU_EXTENDED);
  const xsave = context(RECORD.X86_PV_VCPU_XSAVE);
  const msrs = context(RECORD.X86_PV_VCPU_MSRS);
  return {
    id,
    basic: bulk(context(RECORD.X86_PV_VCPU_BASIC) as Uint8Array),
    ...(extended === undefined ? {} : { extended: bulk(extended) }),
    ...(xsave === undefined ? {} : { xsave: bulk(xsave) }),
    ...(msrs === undefined ? {} : { msrs: sortedPairs(vcpuMsrs(msrs)) }),
  };
}

/** Entries of X86_PV_VCPU_MSRS; a structure of the hypervisor, little-endian in every image. */
function vcpuMsrs(octets: Uint8Array): Map<number, bigint> {
  const { u32, u64 } = fields(octets);
  return new Map(Array.from({ length: octets.length / 16 }, (_, entry) => [u32(16 * entry), u64(16 * entry + 8)]));
}

function hvm({ records, params }: Held): State["hvm"] & object {
  const body = records.get(RECORD.HVM_CONTEXT);
  const entries = body === undefined ? [] : walkHvmContext(body.octets).entries;
  return {
    params: sortedPairs(params),
    context: entries.map(({ typecode, instance, body }) => ({ type: typecode, instance, body: bulk(body) })),
  };
}

function machine({ records, vcpus }: Held): MachineState {
  const described = records.get(RECORD.MACHINE);
  const platform = records.get(RECORD.PLATFORM_STATE);
  const said = described && readMachine(described);
  if (said === undefined || platform === undefined)
    throw new Error("an accepted image of a machine has MACHINE and PLATFORM_STATE");
  const text = (octets: Uint8Array) => new TextDecoder().decode(octets);
  return {
    version: said.version,
    vcpus: said.vcpus,
    ramPages: hex(said.ramPages),
    properties: said.properties.map(({ name, value }) => [text(name), text(value)] as const),
    registers: [...vcpus.values()]
      .sort((a, b) => a.id - b.id)
      .map(({ id, body }) => ({ id, body: bulk(body.octets.subarray(MACHINE_VCPU_HEADER)) })),
    platform: bulk(platform.octets.subarray(PLATFORM_DIGEST)),
  };
}

/** Strings, each ended by NUL, by twos (LXL-036). Octets that are no UTF-8 become U+FFFD. */
export function xenstorePairs(octets: Uint8Array): (readonly [string, string])[] {
  const strings = new TextDecoder().decode(octets).split("\0").slice(0, -1);
  return Array.from(
    { length: Math.floor(strings.length / 2) },
    (_, pair) => [strings[2 * pair] as string, strings[2 * pair + 1] as string] as const,
  );
}

/** The configuration without its NUL; undefined where its length is 0 (spec 12.2). It has been found to be UTF-8. */
function configText(optional: Uint8Array): string | undefined {
  if (optional.length < 4) return undefined;
  const config = optional.subarray(4, 4 + fields(optional).u32(0));
  if (config.length === 0) return undefined;
  return new TextDecoder().decode(config.at(-1) === 0 ? config.subarray(0, -1) : config);
}

/** The XML of a libvirt save file up to its first NUL (LV-012). It has been found to be UTF-8. */
function xmlText(octets: Uint8Array): string | undefined {
  const end = octets.indexOf(0);
  return end === 0 ? undefined : new TextDecoder().decode(end === -1 ? octets : octets.subarray(0, end));
}
