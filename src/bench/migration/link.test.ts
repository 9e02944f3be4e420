import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { type LinkShape, shapedLink, UNSHAPED } from "./link.ts";

/** A link with a server at its far end, and a socket at its near end. */
async function linked(shape: LinkShape): Promise<{ near: Socket; far: Socket; cut: (how: "reset" | "end") => void }> {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const link = await shapedLink({ port: (server.address() as { port: number }).port, ...shape });
  const near = connect({ port: link.port, host: "127.0.0.1", allowHalfOpen: true });
  const [far] = (await once(server, "connection")) as [Socket];
  onTestFinished(() => {
    near.destroy();
    link.close();
    server.close();
  });
  return { near, far, cut: link.cut };
}

/** What arrives until the end, and when its first and last octet did, in milliseconds from now on. */
async function arrivals(socket: Socket): Promise<{ octets: Buffer; first: number; last: number }> {
  const begun = performance.now();
  const pieces: Buffer[] = [];
  let first: number | undefined;
  for await (const piece of socket.iterator({ destroyOnReturn: false })) {
    first ??= performance.now() - begun;
    pieces.push(piece);
  }
  return { octets: Buffer.concat(pieces), first: first ?? 0, last: performance.now() - begun };
}

const octets = Buffer.from(Uint8Array.from({ length: 400_000 }, (_, at) => (at * 7) ^ (at >> 8)));

// A busy machine makes a link slower, and never faster: times are held from below only.
test.each([
  ["a slow link", { rate: 1_000_000, delay: 0 }, 0, 390],
  ["a distant one", { rate: Number.POSITIVE_INFINITY, delay: 80 }, 79, 79],
  ["one that is both", { rate: 2_000_000, delay: 50 }, 50, 245],
  ["one without a shape", UNSHAPED, 0, 0],
])("%s carries every octet, in its time, both ways", async (_, shape, first, last) => {
  const { near, far } = await linked(shape);
  const there = arrivals(far);
  const back = arrivals(near);
  near.end(octets);
  far.end(octets);
  for (const way of await Promise.all([there, back])) {
    expect(way.octets.equals(octets)).toBe(true);
    expect(way.first).toBeGreaterThanOrEqual(first);
    expect(way.last).toBeGreaterThanOrEqual(last);
  }
});

test("a sender feels a slow link", async () => {
  const { near, far } = await linked({ rate: 100_000, delay: 0 });
  far.resume();
  const much = Buffer.alloc(2 ** 25);
  let isThrough = false;
  near.write(much, () => {
    isThrough = true;
  });
  near.on("error", () => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isThrough).toBe(false);
  expect(near.writableLength).toBeGreaterThan(0);
});

test("one side that resets the connection, or a cut, reaches the other", async () => {
  const reset = await linked(UNSHAPED);
  reset.near.write("x");
  await once(reset.far, "data");
  const heard = once(reset.far, "error");
  reset.near.resetAndDestroy();
  expect(((await heard) as [NodeJS.ErrnoException])[0].code).toBe("ECONNRESET");

  const cut = await linked(UNSHAPED);
  cut.near.write("x");
  await once(cut.far, "data");
  const both = [once(cut.far, "error"), once(cut.near, "error")];
  cut.cut("reset");
  for (const [error] of (await Promise.all(both)) as [NodeJS.ErrnoException][]) expect(error.code).toBe("ECONNRESET");
});
