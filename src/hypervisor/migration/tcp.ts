/** Migration over TCP: one side listens for a single sender, the other connects; with TLS both prove who they are. */

import { once } from "node:events";
import { connect as connectPlain, createServer, isIPv4, isIPv6, type Server, type Socket } from "node:net";
import { connect as connectTls, createServer as createTlsServer } from "node:tls";
import { BackendError } from "../backend.ts";
import { LinkError } from "./channel.ts";

export type Address = { readonly host: string; readonly port: number };

/** PEM: our certificate, its key, and whom we take the other side's certificate from. */
export type Identity = { readonly cert: Buffer; readonly key: Buffer; readonly ca: Buffer };

export type TcpOptions = {
  readonly identity?: Identity | undefined;
  /** Milliseconds that the other side has to be there, and to prove who it is. */
  readonly patience: number;
};

const OLDEST = "TLSv1.3" as const;

/** Reads HOST:PORT, the host of IPv6 in brackets; a port alone is one of this machine's loopback. BackendError. */
export function parseAddress(text: string): Address {
  const [, bracketed, host, port] = text.match(/^(?:\[([0-9A-Fa-f:.]+)\]:|([^:[\]]+):|:?)(\d{1,5})$/) ?? [];
  if (port === undefined || Number(port) > 65535) throw new BackendError(`${text} is no HOST:PORT`);
  return { host: bracketed ?? host ?? "127.0.0.1", port: Number(port) };
}

/** Whether only this machine reaches the address. */
export function isLoopback({ host }: Address): boolean {
  return (
    host === "localhost" || (isIPv4(host) && host.startsWith("127.")) || (isIPv6(host) && /^(0*:)+0*1$/.test(host))
  );
}

/** A place that waits for one sender. */
export type Listener = {
  readonly address: Address;
  /** The first sender who comes, and with TLS proves who it is; nobody else is let in. */
  accept(): Promise<Socket>;
  close(): void;
};

/** Listens. `onStranger` is told of those who are turned away. System errors where the address cannot be had. */
export async function listenTcp(
  { host, port }: Address,
  { identity, patience }: TcpOptions,
  onStranger: (why: string) => void = () => {},
): Promise<Listener> {
  const options = { pauseOnConnect: true, noDelay: true } as const;
  const server: Server =
    identity === undefined
      ? createServer(options)
      : createTlsServer({
          ...options,
          ...identity,
          requestCert: true,
          rejectUnauthorized: true,
          minVersion: OLDEST,
          handshakeTimeout: patience,
        });
  // A handshake at a time, and few that wait for theirs.
  server.maxConnections = identity === undefined ? 1 : 8;
  const first = new Promise<Socket>((resolve, reject) => {
    server.once("error", reject);
    server.once(identity === undefined ? "connection" : "secureConnection", resolve);
  });
  first.catch(() => {});
  server.on("tlsClientError", (error: Error) => onStranger(error.message));
  server.listen(port, host);
  await Promise.race([once(server, "listening"), first]);
  const bound = server.address() as { address: string; port: number };
  return {
    address: { host: bound.address, port: bound.port },
    async accept() {
      const socket = await first;
      server.close();
      return socket;
    },
    close: () => server.close(),
  };
}

/** Connects. System errors where nobody listens there, LinkError where the other side does not prove who it is. */
export async function connectTcp({ host, port }: Address, { identity, patience }: TcpOptions): Promise<Socket> {
  const socket =
    identity === undefined
      ? connectPlain({ host, port, noDelay: true })
      : connectTls({ host, port, ...identity, minVersion: OLDEST });
  socket.setTimeout(patience, () => socket.destroy(new LinkError(`${host}:${port} does not answer`)));
  try {
    await once(socket, identity === undefined ? "connect" : "secureConnect");
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).syscall === "string") throw error;
    throw new LinkError(`${host}:${port} is not to be trusted: ${(error as Error).message}`, { cause: error });
  }
  socket.setTimeout(0);
  socket.setNoDelay(true);
  return socket;
}
