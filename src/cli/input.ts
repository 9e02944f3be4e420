import { closeSync, fstatSync, openSync, read, readSync, type Stats } from "node:fs";
import type { OnReadOpts, SocketConstructorOpts } from "node:net";
import { CommandError } from "./ending.ts";

/**
 * Takes octets, never a Buffer (whose slices are views); what it is given is overwritten once it has returned, or what it promised is
 * there. True when it wants no more: the input may go on for ever.
 */
export type Push = (octets: Uint8Array) => boolean | Promise<boolean>;

/** Asked before each read of a file how many octets to pass over, of the `left` ones; what it answers is passed over. */
export type PassOver = (left: number) => number;

/** An image to read: a file, or a pipe that can be read once. */
export interface Input {
  readonly name: string;
  /** In octets; undefined for a pipe. */
  readonly size: number | undefined;
  /** Whether `read` may be called again, from the first octet. */
  readonly seekable: boolean;
  /**
   * Hands over octets in order, all of them or until `push` has enough, less those that `passOver` names where the input can seek. What
   * `push` throws ends the reading and comes out here.
   */
  read(push: Push, passOver?: PassOver): Promise<void>;
  close(): void;
}

/** Octets read from a device at once; the fewer hand-overs between threads, the quicker. */
const CHUNK = 2 ** 22;
/** Octets read from a file at once, and after how many such pieces the event loop has its turn. */
const PIECE = 2 ** 19;
/** Octets read where some were passed over: a record's head and list, hardly more. */
const GLANCE = 2 ** 14;
const TURNS = 32;
/** More than a pipe ever holds. */
const PIPE_CHUNK = 2 ** 18;
/** Files up to this size are read at once. */
const SMALL = CHUNK;

/**
 * Opens an image by path, `-` for standard input. Throws the system's error for a path that cannot be read, and a
 * CommandError for a directory.
 */
export function openInput(path: string): Input {
  const fd = path === "-" ? 0 : openSync(path, "r");
  const close = () => {
    if (fd !== 0) closeSync(fd);
  };
  try {
    return inputOf(path, fd, fstatSync(fd), close);
  } catch (error) {
    close();
    throw error;
  }
}

function inputOf(name: string, fd: number, stats: Stats, close: () => void): Input {
  if (stats.isDirectory()) throw new CommandError("is a directory");
  if (stats.isFIFO() || stats.isSocket()) return pipeInput(name, fd, close);
  if (!stats.isFile()) {
    return { name, size: undefined, seekable: false, read: (push) => readDevice(fd, push), close };
  }
  if (stats.size <= SMALL) return wholeInput(name, fd, stats.size, close);
  const read = (push: Push, passOver: PassOver = () => 0) => readFile(fd, stats.size, push, passOver);
  return { name, size: stats.size, seekable: true, read, close };
}

/** A buffer that a small file was read into, for the next one: to get a fresh one takes longer than to read. */
let spare = new Uint8Array(0);

function wholeInput(name: string, fd: number, size: number, close: () => void): Input {
  // Not cleared, and no Buffer, whose slices are views.
  const buffer = spare.length < size ? new Uint8Array(Buffer.allocUnsafeSlow(size).buffer) : spare;
  spare = new Uint8Array(0);
  const whole = readWhole(fd, buffer.subarray(0, size));
  const read = async (push: Push) => void (await push(whole));
  return {
    name,
    size,
    seekable: true,
    read,
    close() {
      close();
      spare = buffer;
    },
  };
}

function pipeInput(name: string, fd: number, close: () => void): Input {
  let open = true;
  return {
    name,
    size: undefined,
    seekable: false,
    read(push) {
      // The socket closes what it reads from.
      open = false;
      return readPipe(fd, push);
    },
    close: () => open && close(),
  };
}

function readWhole(fd: number, octets: Uint8Array): Uint8Array {
  let length = 0;
  while (length < octets.length) {
    const count = readSync(fd, octets, length, octets.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return octets.subarray(0, length);
}

/** Reads a file in pieces that stay in the processor's cache until they are looked at; now and then signals are heard. */
async function readFile(fd: number, size: number, push: Push, passOver: PassOver): Promise<void> {
  const buffer = new Uint8Array(PIECE);
  let piece = PIECE;
  for (let at = 0, turn = 1; ; turn++) {
    const over = passOver(Math.max(0, size - at));
    at += over;
    piece = over > 0 ? GLANCE : Math.min(PIECE, 2 * piece);
    const count = readSync(fd, buffer, 0, piece, at);
    if (count === 0) return;
    const enough = push(buffer.subarray(0, count));
    // Waiting costs a turn of the loop, even for what is there already.
    if (typeof enough === "boolean" ? enough : await enough) return;
    at += count;
    if (turn % TURNS === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Reads a device with two buffers in turn, so that the next octets arrive while the present ones are looked at. */
async function readDevice(fd: number, push: Push): Promise<void> {
  const buffers = [new Uint8Array(CHUNK), new Uint8Array(CHUNK)] as const;
  const fill = (buffer: Uint8Array) =>
    new Promise<number>((resolve, reject) => {
      read(fd, buffer, 0, CHUNK, null, (error, count) => (error ? reject(error) : resolve(count)));
    });
  let coming = fill(buffers[0]);
  for (let turn = 0; ; turn ^= 1) {
    const count = await coming;
    if (count === 0) return;
    coming = fill(buffers[(turn ^ 1) as 0 | 1]);
    let enough = true;
    try {
      enough = await push(buffers[turn as 0 | 1].subarray(0, count));
    } finally {
      // What is on its way lands in a buffer of ours, and is waited for before anyone closes the file.
      if (enough) await coming.catch(() => 0);
    }
    if (enough) return;
  }
}

/** Reads a pipe through the event loop, so that a writer who sends nothing does not keep signals from being heard. */
async function readPipe(fd: number, push: Push): Promise<void> {
  const { Socket } = await import("node:net");
  return new Promise((resolve, reject) => {
    const onread: OnReadOpts = {
      buffer: new Uint8Array(PIPE_CHUNK),
      callback(count, buffer) {
        try {
          const enough = push(buffer.subarray(0, count));
          if (typeof enough !== "boolean") enough.then(settle, fail);
          else if (enough) socket.destroy();
          return enough === false;
        } catch (error) {
          fail(error);
          return false;
        }
      },
    };
    const settle = (enough: boolean) => (enough ? socket.destroy() : socket.resume());
    const fail = (error: unknown) => {
      reject(error);
      socket.destroy();
    };
    // The declared type of the options does not know `onread`, which the constructor takes as `connect` does.
    const options: SocketConstructorOpts & { onread: OnReadOpts } = { fd, readable: true, writable: false, onread };
    const socket = new Socket(options);
    socket.once("end", resolve);
    socket.once("error", reject);
    socket.once("close", () => resolve());
    socket.resume();
  });
}
