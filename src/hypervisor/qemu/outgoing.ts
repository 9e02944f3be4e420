/**
 * Memory and state out of a QEMU, by its own migration into a socket of ours. QEMU waits for our word before it takes the migration for
 * done, and never gets it: the machine stands still for as long as the connection is there, and where it breaks, whether we close it or
 * die, QEMU lets the guest run on if it ran before. So nothing is lost until somebody ends the machine.
 */

import { createServer, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { BATCH, BackendError, PAGE, type PageBatch, type PlatformState } from "../backend.ts";
import { StateGatherer } from "./device-state.ts";
import { withFolder } from "./folder.ts";
import type { FilePart } from "./memory-map.ts";
import type { Qmp } from "./qmp.ts";
import { type Block, StreamParser } from "./stream.ts";

/** What comes next: pages, the word that QEMU begins at the first page again, that the guest stands still, and its state at last. */
export type Item =
  | { readonly kind: "batch"; readonly batch: PageBatch }
  | { readonly kind: "again" }
  | { readonly kind: "stopped" }
  | { readonly kind: "state"; readonly state: PlatformState };

export type OutgoingOptions = {
  readonly qmp: Qmp;
  readonly parts: readonly FilePart[];
  /** Names of main memory. */
  readonly blocks: readonly string[];
  /** Leaves out main memory, and stops the guest at once. */
  readonly stateOnly: boolean;
};

type Capability = { readonly capability: string; readonly state: boolean };
type Status = { readonly status?: string; readonly "error-desc"?: string };

const ENDED = ["completed", "failed", "cancelled", "none"];
const NO_LIMIT = 2 ** 40;
/** Milliseconds of downtime that QEMU may take: as good as none, so that it goes on; all there is, so that it comes to an end. */
const HARDLY = 1;
const NOW = 2_000_000;
/** QEMU works out what it can send in that time once in 100 ms, and until then does not look again at what the guest has written. */
const FIRST_LOOK = 120;

/** On QEMU's way back: a message of type 1, 4 octets long, that says 0, big-endian: all is there, and well. */
const SHUT = Uint8Array.of(0, 1, 0, 4, 0, 0, 0, 0);

export class Outgoing {
  private readonly options: OutgoingOptions;
  private readonly socket: Socket;
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly capabilities: readonly Capability[];
  private readonly parser: StreamParser;
  private readonly gatherer = new StateGatherer();
  private readonly ready: Item[] = [];
  private readonly free: Uint8Array[] = [];
  private lent: Uint8Array | undefined;
  private filling: { readonly pfns: number[]; readonly data: Uint8Array } | undefined;
  private lastOffset = -1;
  private refusal: Error | undefined;

  private constructor(options: OutgoingOptions, socket: Socket, capabilities: readonly Capability[]) {
    this.options = options;
    this.socket = socket;
    this.capabilities = capabilities;
    this.chunks = socket[Symbol.asyncIterator]();
    socket.on("error", () => {});
    const isMain = ({ name }: Block) => options.blocks.includes(name);
    this.parser = new StreamParser(
      {
        machine: (name) => {
          this.gatherer.machine = name;
        },
        blocks: (blocks) => this.gatherer.list(blocks.filter((block) => !isMain(block))),
        page: (block, offset, octets) => {
          if (isMain(block)) this.page(offset, octets);
          else this.gatherer.page(block, offset, octets);
        },
        last: () => {
          this.flush();
          this.ready.push({ kind: "stopped" });
        },
      },
      options.stateOnly,
    );
  }

  /** Begins. BackendError where QEMU refuses. */
  static async begin(options: OutgoingOptions): Promise<Outgoing> {
    const { qmp, stateOnly } = options;
    const { status } = await qmp.command<{ readonly status: string }>("query-status");
    // QEMU before 8.2 does not return from there to being paused.
    if (status === "postmigrate")
      throw new BackendError(
        "the guest was paused when it was saved, and this QEMU gives its state once only; let it run (cont), then it can be saved again",
      );
    const before = await qmp.command<readonly Capability[]>("query-migrate-capabilities");
    const wanted = ["events", "return-path", ...(stateOnly ? ["x-ignore-shared"] : [])];
    const lacking = wanted.find((name) => !before.some(({ capability }) => capability === name));
    if (lacking !== undefined) throw new BackendError(`this QEMU lacks ${lacking}`);
    await setCapabilities(
      qmp,
      before.map(({ capability }) => ({ capability, state: wanted.includes(capability) })),
    );
    await qmp.command("migrate-set-parameters", {
      "max-bandwidth": NO_LIMIT,
      "downtime-limit": stateOnly ? NOW : HARDLY,
    });
    const socket = await withFolder((folder) => connection(qmp, join(folder, "out")));
    const outgoing = new Outgoing(options, socket, before);
    if (!stateOnly) await setTimeout(FIRST_LOOK);
    return outgoing;
  }

  /** The next item; there is none after the state. A batch is good until the next call. BackendError where QEMU fails. */
  async next(): Promise<Item> {
    if (this.lent !== undefined) this.free.push(this.lent);
    this.lent = undefined;
    while (this.ready.length === 0) {
      if (this.refusal !== undefined) throw this.refusal;
      const { value, done } = await this.chunks.next().catch((error: Error) => {
        throw new BackendError(`QEMU's stream breaks: ${error.message}`);
      });
      if (done) throw new BackendError(`QEMU's stream ends early${await this.why()}`);
      this.parser.push(value);
      const tail = this.parser.whole();
      if (tail === undefined) continue;
      this.flush();
      this.ready.push({ kind: "state", state: this.gatherer.state(this.parser.ramSection, tail) });
    }
    const item = this.ready.shift() as Item;
    if (item.kind === "batch") this.lent = new Uint8Array(item.batch.data.buffer);
    return item;
  }

  /**
   * Has QEMU stop the guest and come to an end as soon as it has a look at how far it is. Nobody may wait for its answer before what it sends
   * is read: it may have come to an end by itself, and answers nothing while it cannot send. Where it refuses, the next item does not come.
   */
  finish(): void {
    this.options.qmp.command("migrate-set-parameters", { "downtime-limit": NOW }).catch((error: Error) => {
      this.refusal = error;
    });
  }

  /** Gives QEMU the word that it waits for. Nobody but us has its guest then: it stands still until it is told to go on. */
  async complete(): Promise<void> {
    await new Promise<void>((resolve, reject) =>
      this.socket.write(SHUT, (error) => (error ? reject(error) : resolve())),
    );
    await this.settle();
  }

  /** Ends the migration, done or not. A guest that ran before it runs again. */
  async release(): Promise<void> {
    this.socket.destroy();
    await this.settle();
  }

  /** Waits until QEMU takes its migration for ended, one way or the other. */
  private async settle(): Promise<void> {
    const { qmp } = this.options;
    let ended = () => {};
    const event = () => new Promise<void>((resolve) => (ended = resolve));
    const settle = qmp.onEvent(({ event }) => event === "MIGRATION" && ended());
    qmp.onClose(() => ended());
    try {
      for (;;) {
        const next = event();
        const { status = "none" } = await qmp.command<Status>("query-migrate");
        if (ENDED.includes(status)) break;
        await next;
      }
    } finally {
      settle();
    }
    this.socket.destroy();
    await setCapabilities(qmp, this.capabilities);
  }

  private async why(): Promise<string> {
    const { qmp } = this.options;
    const { "error-desc": why }: Status = await qmp.command<Status>("query-migrate").catch(() => ({}));
    return why === undefined ? "" : `: ${why}`;
  }

  private page(offset: number, octets: Uint8Array | undefined): void {
    if (offset <= this.lastOffset) {
      this.flush();
      this.ready.push({ kind: "again" });
    }
    this.lastOffset = offset;
    this.filling ??= { pfns: [], data: this.free.pop() ?? new Uint8Array(BATCH * PAGE) };
    const { pfns, data } = this.filling;
    const at = pfns.length * PAGE;
    if (octets === undefined) data.fill(0, at, at + PAGE);
    else data.set(octets, at);
    pfns.push(this.pfn(offset / PAGE));
    if (pfns.length === BATCH) this.flush();
  }

  private pfn(page: number): number {
    const part = this.options.parts.find((one) => page >= one.page && page < one.page + one.pages);
    if (part === undefined) throw new BackendError(`QEMU sends page ${page}, which its memory has not`);
    return part.pfn + page - part.page;
  }

  private flush(): void {
    if (this.filling === undefined) return;
    const { pfns, data } = this.filling;
    this.filling = undefined;
    this.ready.push({ kind: "batch", batch: { pfns, data: data.subarray(0, pfns.length * PAGE) } });
  }
}

async function setCapabilities(qmp: Qmp, capabilities: readonly Capability[]): Promise<void> {
  await qmp.command("migrate-set-capabilities", { capabilities });
}

/** Has QEMU connect to a socket at `path`, and begin to send. */
async function connection(qmp: Qmp, path: string): Promise<Socket> {
  const server = createServer({ pauseOnConnect: true });
  try {
    const accepted = new Promise<Socket>((resolve, reject) => {
      server.once("connection", resolve);
      server.once("error", reject);
      qmp.onClose(() => reject(new BackendError("QEMU has ended")));
    });
    accepted.catch(() => {});
    await new Promise<void>((resolve) => server.listen(path, resolve));
    await qmp.command("migrate", { uri: `unix:${path}` });
    return await accepted;
  } finally {
    server.close();
  }
}
