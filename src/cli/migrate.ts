import type { CodecName } from "../containers/index.ts";
import type { CarryOnOptions } from "./carry-on.ts";
import { CommandError } from "./ending.ts";
import { dial, isLink, type LinkOptions } from "./migration/links.ts";
import { receive } from "./migration/receive.ts";
import { send } from "./migration/send.ts";

/** The options of `dsi migrate`. */
export interface MigrateOptions extends CarryOnOptions, LinkOptions {
  readonly after: number;
  readonly rounds: number;
  readonly codec?: CodecName;
  readonly checksum?: string;
  readonly maxMemory?: number;
  /** Milliseconds between checkpoints. */
  readonly checkpoint?: number;
  readonly json?: boolean;
}

/**
 * `dsi migrate FROM TO`: with a guest as FROM it is sent, to a link or to a process of our own that has TO; with a link as FROM a guest is
 * received.
 */
export async function migrate(from: string, to: string, options: MigrateOptions): Promise<number> {
  if (isLink(from) && isLink(to)) throw new CommandError(`neither ${from} nor ${to} is a place of guests`);
  if (options.json && (from === "-" || to === "-"))
    throw new CommandError("--json goes to standard output, which is the link here");
  if (isLink(from)) return await receive(from, to, options);
  return await send(from, () => dial(to, options), options);
}
