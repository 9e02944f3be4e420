import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { extname, posix } from "node:path";
import { onInterrupt } from "./signals.ts";
import { print } from "./terminal.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};

/** What stands at a path from the root: its content, a file that is sent in ranges, or nothing. */
export type Served = string | Uint8Array | { readonly file: string } | undefined;

/** Serves what `at` finds to this computer alone, until a signal ends the process. `port` 0 is any that is free. */
export async function serveUntilInterrupted(
  at: (path: string) => Served | Promise<Served>,
  port: number,
  begin = "",
): Promise<void> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const path = posix.join(asked.endsWith("/") ? `${asked}index.html` : asked).replace(/^\/+/, "");
    Promise.resolve()
      .then(() => at(path))
      .then(
        (served) => answer(path, served, request, response),
        (error: Error) => response.writeHead(500, { "content-type": "text/plain" }).end(`${error.message}\n`),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const own = typeof address === "object" ? address?.port : port;
  await print(`http://127.0.0.1:${own}/${begin} until interrupted\n`);
  await new Promise<void>((resolve) => {
    onInterrupt(() => {
      server.close();
      server.closeAllConnections();
      resolve();
    });
  });
}

function answer(path: string, served: Served, request: IncomingMessage, response: ServerResponse): void {
  if (served === undefined) response.writeHead(404, { "content-type": "text/plain" }).end("not here\n");
  else if (typeof served === "object" && "file" in served) sendFile(served.file, request, response);
  else response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(served);
}

/** A file, or the range of it that is asked for. */
function sendFile(file: string, { method, headers: { range } }: IncomingMessage, response: ServerResponse): void {
  const { size } = statSync(file);
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  const start = Number(first ?? 0);
  const end = Math.min(size, last ? Number(last) + 1 : size) - 1;
  if (first !== undefined && start > end) {
    response.writeHead(416, { "content-range": `bytes */${size}` }).end();
    return;
  }
  response.writeHead(first === undefined ? 200 : 206, {
    "content-type": "application/octet-stream",
    "content-length": Math.max(0, end + 1 - start),
    "accept-ranges": "bytes",
    ...(first !== undefined && { "content-range": `bytes ${start}-${end}/${size}` }),
  });
  if (method === "HEAD" || size === 0) response.end();
  else
    createReadStream(file, { start, end })
      .on("error", () => response.destroy())
      .pipe(response);
}
