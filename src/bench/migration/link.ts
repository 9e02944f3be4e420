/**
 * A link with a rate and a delay, in this process: octets that come in at one loopback port leave for another once the link has had the time to
 * carry them. Each way has its own. What is on its way at once is bounded, so that a sender feels how slow the link is.
 */

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export type LinkShape = {
  /** Octets a second, each way. */
  readonly rate: number;
  /** Milliseconds from one end to the other. */
  readonly delay: number;
};

export type LinkOptions = LinkShape & {
  readonly port: number;
  /** Is told how many octets have left the link at its far end, and at its near end. */
  readonly onCarried?: (there: number, back: number) => void;
};

export type ShapedLink = {
  /** Where to connect to, on loopback. */
  readonly port: number;
  /** Octets that have left the link. */
  readonly carried: { readonly there: number; readonly back: number };
  /** Breaks every connection: at once and with a reset, or as if both sides had closed it. */
  cut(how: "reset" | "end"): void;
  close(): void;
};

/** A shape that is none. */
export const UNSHAPED: LinkShape = { rate: Number.POSITIVE_INFINITY, delay: 0 };

/** Seconds of the link's rate that wait in front of it at most, and the least that may. */
const WAITING = 0.01;
const LEAST_WAITING = 2 ** 16;

/** Opens a link to a port of loopback. */
export async function shapedLink({ port, rate, delay, onCarried }: LinkOptions): Promise<ShapedLink> {
  const carried = { there: 0, back: 0 };
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", noDelay: true, allowHalfOpen: true });
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket));
    }
    const passed = (way: keyof typeof carried) => (octets: number) => {
      carried[way] += octets;
      onCarried?.(carried.there, carried.back);
    };
    carry(near, far, { rate, delay }, passed("there"));
    carry(far, near, { rate, delay }, passed("back"));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as { port: number }).port,
    carried,
    cut(how) {
      for (const socket of open) {
        if (how === "reset") socket.resetAndDestroy();
        else socket.destroy();
      }
    },
    close() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

type Parcel = { readonly octets: Buffer | undefined; readonly leaves: number; readonly arrives: number };

/** One way: parcels leave one after the other at the link's rate, and arrive after its delay. */
function carry(from: Socket, to: Socket, { rate, delay }: LinkShape, passed: (octets: number) => void): void {
  const room = Math.max(LEAST_WAITING, rate * WAITING);
  const parcels: Parcel[] = [];
  let free = 0;
  let timer: NodeJS.Timeout | undefined;
  const take = (octets: Buffer | undefined) => {
    const now = performance.now();
    free = Math.max(free, now) + (1000 * (octets?.length ?? 0)) / rate;
    parcels.push({ octets, leaves: free, arrives: free + delay });
    deliver();
  };
  const deliver = () => {
    clearTimeout(timer);
    const now = performance.now();
    for (; parcels[0] !== undefined && parcels[0].arrives <= now && !to.writableNeedDrain; ) {
      const { octets } = parcels.shift() as Parcel;
      if (octets === undefined) to.end();
      else {
        to.write(octets);
        passed(octets.length);
      }
    }
    const waiting = parcels.reduce((sum, { octets, leaves }) => sum + (leaves > now ? (octets?.length ?? 0) : 0), 0);
    if (waiting > room) from.pause();
    else from.resume();
    const next = parcels[0];
    if (next !== undefined && !to.writableNeedDrain) timer = setTimeout(deliver, Math.max(0, next.arrives - now));
  };
  from.on("data", take);
  from.on("end", () => take(undefined));
  to.on("drain", deliver);
  const gone = () => {
    clearTimeout(timer);
    to.destroy();
    from.destroy();
  };
  // A side that resets resets the other, too.
  from.on("error", () => to.resetAndDestroy());
  to.on("error", () => from.resetAndDestroy());
  from.on("close", (hadError) => hadError && gone());
  // One that has had all may close while the other way still has octets for its sender.
  to.on("close", () => !to.writableFinished && gone());
}
