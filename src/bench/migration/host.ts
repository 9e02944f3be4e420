/** A process that has a hypervisor: it is told to start a guest, to send it, and to receive one. */

import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { CodecName } from "../../codecs/page-codecs.ts";
import {
  Channel,
  type CheckpointReport,
  connectTcp,
  type Domain,
  listenTcp,
  protectDomain,
  receiveDomain,
  sendDomain,
} from "../../hypervisor/index.ts";
import { type QemuBackend, qemuBackend } from "../../hypervisor/qemu/backend.ts";

export type Order =
  | { readonly do: "open"; readonly words: readonly string[] }
  /** Starts the guest that `words` name, and waits until it has said that it is ready. */
  | { readonly do: "start"; readonly serial: string }
  | { readonly do: "listen" }
  | { readonly do: "receive" }
  | { readonly do: "send"; readonly port: number; readonly codec: CodecName }
  | {
      readonly do: "protect";
      readonly port: number;
      readonly codec: CodecName;
      readonly interval: number;
      readonly checkpoints: number;
    }
  | { readonly do: "close" };

/** Milliseconds without progress, and how memory is sent while the guest runs. */
const PATIENCE = 120_000;
const LIVE = { maxRounds: 12, maxDirty: 256 };
const SETTLED = 2000;

let backend: QemuBackend = qemuBackend();
let domain: Domain | undefined;
let listener: Awaited<ReturnType<typeof listenTcp>> | undefined;

async function dial(port: number): Promise<Channel> {
  const socket = await connectTcp({ host: "127.0.0.1", port }, { patience: PATIENCE });
  return new Channel(socket, socket, PATIENCE);
}

function present(): Domain {
  if (domain === undefined) throw new Error("there is no guest here");
  return domain;
}

async function obey(order: Order): Promise<unknown> {
  switch (order.do) {
    case "open":
      backend = qemuBackend(order.words);
      return undefined;
    case "start": {
      domain = await backend.start("machine");
      await domain.resume();
      while (!readFileSync(order.serial, "latin1").includes("READY")) await sleep(100);
      await sleep(SETTLED);
      return undefined;
    }
    case "listen":
      listener = await listenTcp({ host: "127.0.0.1", port: 0 }, { patience: PATIENCE });
      return listener.address.port;
    case "receive": {
      const socket = await listener?.accept();
      if (socket === undefined) throw new Error("nobody listens");
      const channel = new Channel(socket, socket, PATIENCE);
      domain = (await receiveDomain(backend, channel, { mostMemory: Number.POSITIVE_INFINITY })).domain;
      return undefined;
    }
    case "send": {
      const sent = await sendDomain(present(), await dial(order.port), { live: LIVE, codec: order.codec });
      if (sent.kind !== "moved") throw sent.why;
      return sent.report;
    }
    case "protect": {
      let enough = () => {};
      const until = new Promise<void>((resolve) => {
        enough = resolve;
      });
      const reports: CheckpointReport[] = [];
      const onCheckpoint = (report: CheckpointReport) => {
        if (reports.push(report) === order.checkpoints) enough();
      };
      const { interval, codec } = order;
      const sent = await protectDomain(present(), await dial(order.port), { interval, until, codec, onCheckpoint });
      if (sent.kind !== "moved") throw sent.why;
      return reports;
    }
    case "close":
      await backend.close();
      return undefined;
  }
}

process.on("message", (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer }),
    (error: Error) => process.send?.({ error: error.stack ?? error.message }),
  );
});
