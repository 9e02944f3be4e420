import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Consumer } from "../containers/index.ts";
import { nameOf } from "./ending.ts";
import { type Input, openInput } from "./input.ts";
import { progressOf } from "./progress.ts";
import { onInterrupt } from "./signals.ts";

/** Octets that cost more to read than to pass over. */
const WORTH_SEEKING = 2 ** 15;

/** How an image is fed. */
export interface FeedOptions {
  /** Keep the octets of a pipe in a temporary file, should a second pass be wanted. */
  readonly deep?: boolean;
  /** Told when a second pass was wanted and could not be made. */
  readonly onePassOnly?: () => void;
  /** Called after each piece, and waited for before the next. */
  readonly onPushed?: () => Promise<void>;
}

/**
 * Feeds an image to a consumer, and once more where the consumer asks for a second pass and the octets can be had
 * again (a file; a pipe only with `deep`). Returns the consumer's answer; throws what it throws.
 */
export async function feed<T>(input: Input, consumer: Consumer<T>, options: FeedOptions = {}): Promise<T> {
  const spill = options.deep && !input.seekable ? openSpill() : undefined;
  try {
    const first = await pass(input, consumer, spill?.keep, options.onPushed);
    const second = consumer.secondPass?.();
    if (second === undefined) return first;
    if (!input.seekable && spill === undefined) {
      options.onePassOnly?.();
      return first;
    }
    return await pass(spill ? spill.reopen() : input, second);
  } finally {
    spill?.drop();
  }
}

async function pass<T>(
  input: Input,
  consumer: Consumer<T>,
  keep?: (octets: Uint8Array) => void,
  onPushed?: () => Promise<void>,
): Promise<T> {
  const progress = progressOf(nameOf(input.name), "octets");
  let octets = 0;
  const went = (count: number) => {
    octets += count;
    progress.at(octets, input.size);
  };
  const push = (chunk: Uint8Array) => {
    keep?.(chunk);
    consumer.push(chunk);
    went(chunk.length);
    const done = consumer.done?.() ?? false;
    return onPushed === undefined ? done : onPushed().then(() => done);
  };
  const passOver = (left: number) => {
    const over = Math.min(left, consumer.overlooked?.() ?? 0);
    if (over < WORTH_SEEKING) return 0;
    consumer.passOver?.(over);
    went(over);
    return over;
  };
  try {
    await input.read(push, passOver);
  } finally {
    progress.stop();
  }
  return consumer.end();
}

/** Keeps the octets of a pipe in a file that nobody else can read, and that goes when it is dropped. */
function openSpill(): { keep(octets: Uint8Array): void; reopen(): Input; drop(): void } {
  const folder = mkdtempSync(join(tmpdir(), "dsi-"));
  const path = join(folder, "spill");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const settled = onInterrupt(remove);
  const fd = openSync(path, "wx", 0o600);
  const again: Input[] = [];
  return {
    keep(octets) {
      for (let at = 0; at < octets.length; ) at += writeSync(fd, octets, at);
    },
    reopen() {
      const input = openInput(path);
      again.push(input);
      return input;
    },
    drop() {
      for (const input of again) input.close();
      closeSync(fd);
      remove();
      settled();
    },
  };
}
