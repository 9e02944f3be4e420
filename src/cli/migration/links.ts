import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import type { Channel, Identity, TcpOptions } from "../../hypervisor/index.ts";
import { CommandError, FAULT } from "../ending.ts";
import { oneLine } from "../finding-text.ts";
import { onInterrupt } from "../signals.ts";
import { complain } from "../terminal.ts";

/** What of the command line is about the link. */
export interface LinkOptions {
  readonly timeout: number;
  readonly listenAnywhere?: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tlsCa?: string;
  /** Passed on to a process of ours that receives. */
  readonly for: number;
  readonly wait?: boolean;
}

/** One end of a link, and how the process at the other end came out, where it is ours. */
export type Link = { readonly channel: Channel; readonly ended: Promise<number> };

const LINKS = /^(listen|tcp|exec):/;
const NOBODY = Promise.resolve(0);

/** Whether an end of a migration is a link, and no place of guests. */
export function isLink(end: string): boolean {
  return end === "-" || LINKS.test(end);
}

/** The link that a receiver waits at. CommandError for one that only senders have. */
export async function answer(from: string, options: LinkOptions): Promise<Link> {
  const { Channel, isLoopback, listenTcp, parseAddress } = await import("../../hypervisor/index.ts");
  if (from === "-") return { channel: standard(Channel, options), ended: NOBODY };
  const [, scheme, rest = ""] = from.match(/^([a-z]+):(.*)$/s) ?? [];
  if (scheme !== "listen") throw new CommandError(`${from} is for senders; receivers take listen:HOST:PORT or -`);
  const address = parseAddress(rest);
  if (!isLoopback(address) && !options.listenAnywhere)
    throw new CommandError(`others than this machine can reach ${rest}: --listen-anywhere says that it is meant`);
  const tcp = tcpOptions(options);
  const turnedAway = (why: string) => complain(`turned away: ${oneLine(why)}`);
  const listener = await listenTcp(address, tcp, turnedAway);
  const { host, port } = listener.address;
  complain(`listening at ${host.includes(":") ? `[${host}]` : host}:${port}${plainly(tcp)}`);
  const settled = onInterrupt(() => listener.close());
  const socket = await listener.accept();
  settled();
  return { channel: new Channel(socket, socket, tcp.patience), ended: NOBODY };
}

/** The link to a receiver: at an address, in a command's standard input and output, or in a process of our own that has the place `to`. */
export async function dial(to: string, options: LinkOptions): Promise<Link> {
  const { Channel, connectTcp, parseAddress, parsePlace } = await import("../../hypervisor/index.ts");
  if (to === "-") return { channel: standard(Channel, options), ended: NOBODY };
  const [, scheme, rest = ""] = to.match(/^([a-z]+):(.*)$/s) ?? [];
  if (scheme === "listen")
    throw new CommandError(`${to} is for receivers; senders take tcp:HOST:PORT, exec:COMMAND or -`);
  if (scheme === "tcp") {
    const tcp = tcpOptions(options);
    const socket = await connectTcp(parseAddress(rest), tcp);
    complain(`connected to ${rest}${plainly(tcp)}`);
    return { channel: new Channel(socket, socket, tcp.patience), ended: NOBODY };
  }
  if (scheme === "exec") return child(Channel, ["sh", "-c", rest], options);
  parsePlace(to);
  const { for: ticks, wait, timeout } = options;
  const words = ["--for", String(ticks), "--timeout", String(timeout), ...(wait ? ["--wait"] : [])];
  return child(Channel, [process.execPath, process.argv[1] as string, "migrate", "-", to, ...words], options);
}

/** Without TLS that has to be said. */
function plainly({ identity }: TcpOptions): string {
  return identity === undefined
    ? " without TLS: whoever is on the way can read the guest's memory, and change it"
    : ", TLS on both sides";
}

function tcpOptions({ timeout, tlsCert, tlsKey, tlsCa }: LinkOptions): TcpOptions {
  const given = [tlsCert, tlsKey, tlsCa].filter((file) => file !== undefined);
  if (given.length > 0 && given.length < 3) throw new CommandError("TLS takes --tls-cert, --tls-key and --tls-ca");
  const [cert, key, ca] = given.map((file) => readFileSync(file));
  const identity: Identity | undefined =
    ca === undefined ? undefined : { cert: cert as Buffer, key: key as Buffer, ca };
  return { identity, patience: timeout * 1000 };
}

/** Our own standard input and output. Node's own would wait within a write for a reader that is slow. */
function standard(Of: typeof Channel, { timeout }: LinkOptions): Channel {
  try {
    const [input, output] = [0, 1].map((fd) => new Socket({ fd, readable: fd === 0, writable: fd === 1 }));
    return new Of(input as Socket, output as Socket, timeout * 1000);
  } catch (error) {
    throw new CommandError(`standard input and output are no pipes: ${(error as Error).message}`);
  }
}

function child(Of: typeof Channel, words: readonly string[], { timeout }: LinkOptions): Link {
  const started = spawn(words[0] as string, words.slice(1), { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(started, "close").then(
    ([status]) => (status as number | null) ?? FAULT,
    () => FAULT,
  );
  return { channel: new Of(started.stdout, started.stdin, timeout * 1000), ended };
}
