/** QMP: QEMU's control protocol, one JSON document a line both ways. */

import type { Duplex } from "node:stream";
import { BackendError } from "../backend.ts";

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What QEMU says of its own accord. */
export type QmpEvent = { readonly event: string; readonly data?: { readonly [key: string]: Json } };

type Message = { readonly [key: string]: unknown } & {
  readonly id?: number;
  readonly return?: unknown;
  readonly error?: { readonly class: string; readonly desc: string };
};

type Pending = { readonly command: string; resolve(value: unknown): void; reject(error: Error): void };

/** No answer of QEMU's is longer; the longest here are memory maps of some 100 KiB. */
const MOST_LINE = 64 * 2 ** 20;

/** A connection. Every command is answered or fails once the connection is gone. */
export class Qmp {
  private readonly socket: Duplex;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners = new Set<(event: QmpEvent) => void>();
  private readonly closers = new Set<() => void>();
  private text = "";
  private last = 0;
  private reason: BackendError | undefined;
  private greeted: (() => void) | undefined;

  private constructor(socket: Duplex) {
    this.socket = socket;
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => this.take(text));
    socket.on("error", () => {});
    socket.once("close", () => this.end(new BackendError("QEMU has closed its control connection")));
  }

  /** Waits for QEMU's greeting. BackendError where it does not come. */
  static async open(socket: Duplex): Promise<Qmp> {
    const qmp = new Qmp(socket);
    await new Promise<void>((resolve, reject) => {
      qmp.greeted = resolve;
      qmp.onClose(() => reject(qmp.reason));
    });
    await qmp.command("qmp_capabilities");
    return qmp;
  }

  get isOpen(): boolean {
    return this.reason === undefined;
  }

  /** Runs a command. BackendError with QEMU's words where it refuses. */
  command<T = unknown>(command: string, args?: { readonly [key: string]: Json }): Promise<T> {
    if (this.reason !== undefined) return Promise.reject(this.reason);
    const id = ++this.last;
    return new Promise<T>((resolve, reject) => {
      this.pending.set(id, { command, resolve: resolve as (value: unknown) => void, reject });
      this.socket.write(`${JSON.stringify({ execute: command, ...(args && { arguments: args }), id })}\n`);
    });
  }

  /** Runs a line of the monitor for people. */
  async monitor(line: string): Promise<string> {
    return (await this.command<string>("human-monitor-command", { "command-line": line })).replaceAll("\r", "");
  }

  /** Tells of events until the returned function is called. */
  onEvent(listener: (event: QmpEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Is called once when the connection has ended. */
  onClose(listener: () => void): void {
    if (this.reason === undefined) this.closers.add(listener);
    else listener();
  }

  close(): void {
    this.socket.destroy();
  }

  private take(text: string): void {
    this.text += text;
    for (;;) {
      const end = this.text.indexOf("\n");
      if (end === -1) break;
      const line = this.text.slice(0, end);
      this.text = this.text.slice(end + 1);
      if (line.trim() !== "") this.answer(line);
    }
    if (this.text.length > MOST_LINE) this.end(new BackendError("QEMU's answer does not end"));
  }

  private answer(line: string): void {
    let message: Message;
    try {
      message = JSON.parse(line) as Message;
    } catch {
      this.end(new BackendError("what answers there does not speak QMP"));
      return;
    }
    if ("QMP" in message) this.greeted?.();
    else if ("event" in message) for (const listener of this.listeners) listener(message as unknown as QmpEvent);
    else if (message.id !== undefined) {
      const pending = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error === undefined) pending?.resolve(message.return);
      else pending?.reject(new BackendError(`QEMU refuses ${pending.command}: ${message.error.desc}`));
    }
  }

  private end(reason: BackendError): void {
    if (this.reason !== undefined) return;
    this.reason = reason;
    this.socket.destroy();
    for (const { reject } of this.pending.values()) reject(reason);
    this.pending.clear();
    for (const closer of this.closers) closer();
  }
}
