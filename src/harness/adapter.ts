import type { About } from "./about.ts";
import type { Context, Edition, Role } from "./model.ts";
import type { Answer } from "./outcome.ts";

/** What an adapter is asked: paths are absolute and their names random, a case is never named. */
export type Request = {
  readonly edition: Edition;
  readonly role: Role;
  readonly context: Context;
} & (
  | { readonly do: "read" | "check"; readonly image: string }
  | { readonly do: "write"; readonly stream: string; readonly blobs: string; readonly out: string }
);

/**
 * An answer that counts, or one that does not: `again` after a time-out, and for each request that was open when
 * something went wrong with several open; it is then asked once more, with nothing else running.
 */
export type Attempt = { readonly answer: Answer; readonly again: boolean };

/** A way to put requests to an adapter: a program for each, or one process that serves them. */
export interface Session {
  /** Requests that may be open at once. */
  readonly window: number;
  /** Puts one request; `limit` in milliseconds. Rejects only when the run is aborted. */
  ask(request: Request, limit: number): Promise<Attempt>;
  close(): Promise<void>;
}

/** An adapter that was started once and has said what it is. */
export interface Adapter {
  readonly about: About;
  /** The command it was started with, for messages and for running a trial again. */
  readonly command: string;
  /** Whether sessions are processes that serve; then a few go far, else each request starts a program anyway. */
  readonly serves: boolean;
  open(window?: number): Session;
}

/** Environment of every child: ours, the protocol, and what the request is about. */
export function environment(request?: Request): NodeJS.ProcessEnv {
  const { DSI_EDITION: _e, DSI_ROLE: _r, DSI_CONTEXT: _c, ...inherited } = process.env;
  const asked = request && {
    DSI_EDITION: request.edition,
    DSI_ROLE: request.role,
    DSI_CONTEXT: JSON.stringify(request.context),
  };
  return { ...inherited, DSI_PROTOCOL: "1", ...asked };
}
