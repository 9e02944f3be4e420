/** One measurement in a process of its own: `node child.js TASK ...` prints its seconds and its peak of memory as JSON. */

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { parseDomainSaveImage } from "../../generated/open/domain_save_image.ts";
import { crc32 } from "../codecs/crc32.ts";
import {
  type Consumer,
  readImage,
  streamOfImage,
  type Verification,
  verifyImage,
  writeImage,
} from "../containers/index.ts";
import type { StreamDocument, StreamRecord } from "../format/stream-document.ts";
import { checkedLayout, type StreamKind, stream, writeStream } from "./streams.ts";

/** What a measurement says: seconds of the task itself, without start-up, and the most memory the process had, in MiB. */
export type Measured = { readonly seconds: number; readonly peak: number };

const BATCH = 1024;
const PAGE = 4096;

/** Every octet of a file, in pieces of `buffer` octets. */
function eachPiece(path: string, buffer: number, use: (octets: Uint8Array) => void): void {
  const octets = new Uint8Array(buffer);
  const fd = openSync(path, "r");
  for (let count = 1; count > 0; ) {
    count = readSync(fd, octets, 0, buffer, null);
    if (count > 0) use(octets.subarray(0, count));
  }
  closeSync(fd);
}

/** Sums up the records of a stream of `checked`, piece by piece, over the spans that its sums are of. */
function eachSum(): (octets: Uint8Array) => void {
  const { head, record, trailer } = checkedLayout();
  let offset = -head;
  let sum = 0;
  return (octets) => {
    for (let at = Math.max(0, Math.min(-offset, octets.length)); at < octets.length; ) {
      const place = (offset + at) % record;
      const end = place < record - trailer ? record - trailer : record;
      const span = octets.subarray(at, at + end - place);
      sum = end === record ? 0 : crc32(span, sum);
      at += span.length;
    }
    offset += octets.length;
  };
}

function consume<T>(path: string, buffer: number, consumer: Consumer<T>): T {
  eachPiece(path, buffer, (octets) => consumer.push(octets));
  return consumer.end();
}

function requireAccepted({ verdict, findings }: Verification): void {
  if (verdict !== "accept") throw new Error(JSON.stringify(findings[0]));
}

/** The document of the stream without memory, with `size` octets of pages put in by batches that all have the same octets. */
function documentOf(size: number): { document: StreamDocument; pages: Uint8Array } {
  const consumer = streamOfImage({}, { put: (octets) => ({ len: octets.length, sha256: "" }) });
  for (const octets of stream("nothing", 0)) consumer.push(octets);
  const document = consumer.end() as StreamDocument;
  const pages = new Uint8Array(BATCH * PAGE).fill(0x5a);
  const batches = Array.from(
    { length: Math.ceil(size / pages.length) },
    (_, batch): StreamRecord => ({
      type: 1,
      fields: {
        pfns: [[`0x${(batch * BATCH).toString(16)}`, BATCH, 0]],
        pages: { len: pages.length, sha256: createHash("sha256").update(pages).digest("hex") },
      },
    }),
  );
  const [first, ...rest] = document.records;
  if (first === undefined) throw new Error("the golden image has no record");
  return { document: { ...document, records: [first, ...batches, ...rest] }, pages };
}

function writeAll(fd: number, octets: Uint8Array): void {
  for (let at = 0; at < octets.length; ) at += writeSync(fd, octets, at);
}

/** Every octet of a stream that another process makes and sends through a socket of the loopback interface. */
async function eachReceived(kind: string, size: string, use: (octets: Uint8Array) => void): Promise<void> {
  const server = createServer({ allowHalfOpen: false }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const sender = spawn(process.execPath, [process.argv[1] as string, "send", kind, size, String(port)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [socket] = (await once(server, "connection")) as [Socket];
  server.close();
  socket.on("data", use);
  await once(socket, "end");
  if (sender.exitCode === null) await once(sender, "exit");
}

/** What is prepared before the clock starts, and what is measured. */
const tasks: Readonly<Record<string, (...args: string[]) => () => void | Promise<void>>> = {
  read: (path = "", buffer = "") => {
    return () => eachPiece(path, Number(buffer), () => {});
  },
  verify: (path = "", buffer = "") => {
    return () => requireAccepted(consume(path, Number(buffer), verifyImage({})));
  },
  received: (kind = "", size = "") => {
    return () => eachReceived(kind, size, () => {});
  },
  "verify-received": (kind = "", size = "") => {
    return async () => {
      const verifier = verifyImage({});
      await eachReceived(kind, size, (octets) => verifier.push(octets));
      requireAccepted(verifier.end());
    };
  },
  parse: (path = "") => {
    return () => {
      parseDomainSaveImage(new Uint8Array(readFileSync(path)));
    };
  },
  sum: (path = "", buffer = "") => {
    const sumUp = eachSum();
    return () => eachPiece(path, Number(buffer), sumUp);
  },
  state: (path = "", buffer = "") => {
    return () => {
      if (consume(path, Number(buffer), readImage({})) === undefined) throw new Error("no state");
    };
  },
  digest: (path = "", buffer = "") => {
    const page = (octets: Uint8Array) => {
      for (let at = 0; at < octets.length; at += PAGE) {
        createHash("sha256")
          .update(octets.subarray(at, at + PAGE))
          .digest();
      }
    };
    return () => eachPiece(path, Number(buffer), page);
  },
  write: (path = "", size = "") => {
    const { document, pages } = documentOf(Number(size));
    return () => {
      const fd = openSync(path, "r+");
      for (const octets of writeImage(document, { get: () => pages })) writeAll(fd, octets);
      closeSync(fd);
    };
  },
  put: (path = "", size = "") => {
    const pages = new Uint8Array(BATCH * PAGE).fill(0x5a);
    // As much before the pages as a record has, so that they lie at the same places of the file.
    const before = new Uint8Array(16 + 8 * BATCH);
    return () => {
      const fd = openSync(path, "r+");
      writeAll(fd, new Uint8Array(48));
      for (let left = Number(size); left > 0; left -= pages.length) {
        writeAll(fd, before);
        writeAll(fd, pages);
      }
      closeSync(fd);
    };
  },
};

const [task = "", ...args] = process.argv.slice(2);
if (task === "stream") writeStream(1, args[0] as StreamKind, Number(args[1]));
else if (task === "send") {
  const socket = connect(Number(args[2]), "127.0.0.1");
  // What is yielded is overwritten soon, so each piece is on its way before the next is made.
  for (const octets of stream(args[0] as StreamKind, Number(args[1])))
    if (octets.length > 0) await new Promise((resolve) => socket.write(octets, resolve));
  socket.end();
} else {
  const prepare = tasks[task];
  if (prepare === undefined) throw new Error(`no such task: ${task}`);
  const run = prepare(...args);
  const start = performance.now();
  await run();
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024 } satisfies Measured));
}
