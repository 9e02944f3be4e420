/** A file with an image in it, in pieces as `restoreDomain` wants them: the next is read while one is worked on. */

import { type FileHandle, open } from "node:fs/promises";

/** Octets of a piece: those of about one record of pages. */
const CHUNK = 2 ** 22;
/** One that is read, one that is worked on, one whose pages are still being written. */
const BUFFERS = 3;

/** The octets of the file at `path`, which may be a pipe. A piece is good until the next but one is asked for. */
export async function* imageChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  const buffers = Array.from({ length: BUFFERS }, () => Buffer.allocUnsafeSlow(CHUNK));
  let reading = readInto(file, buffers[0] as Buffer);
  try {
    for (let next = 1; ; next++) {
      const chunk = await reading;
      if (chunk.length === 0) return;
      reading = readInto(file, buffers[next % BUFFERS] as Buffer);
      // Whoever asks for it hears of it, and nobody has to ask.
      reading.catch(() => {});
      yield chunk;
    }
  } finally {
    await reading.catch(() => {});
    await file.close();
  }
}

async function readInto(file: FileHandle, buffer: Buffer): Promise<Uint8Array> {
  const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
  return buffer.subarray(0, bytesRead);
}
