import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ShapedLink, shapedLink, UNSHAPED } from "../bench/migration/link.ts";
import { PROGRAM } from "../hypervisor/qemu/vm.ts";
import { childrenOf, numbers, receiver, type Side, side } from "./testing/migration.ts";
import { dsi, scratch } from "./testing/run.ts";

const GUEST = "v86:idler";
const BRIEFLY = ["--after", "2", "--for", "3"];
/** About what a migration of the guest puts on the wire. */
const OCTETS = 7_500_000;
/** Less than any migration of QEMU's idler does, so that the instant comes. */
const QEMU_OCTETS = 6_500_000;
const RIGHT = "every page of its pattern is right";
/** Random instants of each kind; `npm run soak` takes many, and seeds of its own. */
const IS_SOAK = process.env.DSI_SOAK === "1";
const INSTANTS = IS_SOAK ? 20 : 2;
const SEED = Number(process.env.DSI_SEED ?? (IS_SOAK ? Date.now() & 0x7fff_ffff : 20261128));
const PATIENCE = 60_000 + INSTANTS * 20_000;

/** A receiver, a link to it, and a sender, which is started once `watch` knows all three. */
async function three(
  onCarried: (there: number, back: number, all: { sender: Side; receiver: Side; link: ShapedLink }) => void,
  places = [GUEST, "v86:"],
): Promise<{ sender: Side; receiver: Side }> {
  const [from = "", to = ""] = places;
  const there = await receiver(to, BRIEFLY.slice(2));
  let all: { sender: Side; receiver: Side; link: ShapedLink } | undefined;
  const link = await shapedLink({
    port: there.port,
    ...UNSHAPED,
    onCarried: (forth, back) => all !== undefined && onCarried(forth, back, all),
  });
  onTestFinished(() => link.close());
  const sender = side([from, `tcp:127.0.0.1:${link.port}`, ...BRIEFLY]);
  all = { sender, receiver: there, link };
  return { sender, receiver: there };
}

/** Lets a sender that is in doubt have the truth, as somebody who looks at both sides would. */
async function enlighten(sender: Side, there: Side): Promise<void> {
  const doubt = await sender.heard(/in doubt: .*\n.*kill (\d+)\)/);
  if (doubt === undefined) return;
  await there.ended;
  sender.child.kill(there.said().includes("received at") ? "SIGTERM" : "SIGUSR2");
}

/** How many sides let the guest run on, once both have ended; what ran had all its memory right. */
async function runsAt({ sender, receiver: there }: { sender: Side; receiver: Side }): Promise<string[]> {
  await Promise.all([sender.ended, there.ended, enlighten(sender, there)]);
  const runs = (["goes on at", "received at"] as const).filter((_, index) =>
    [sender, there][index]?.said().includes(RIGHT),
  );
  for (const one of [sender, there]) {
    expect(one.said()).not.toMatch(/internal error|\n\s+at /);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(one.said()).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
  }
  return runs;
}

describe("a guest that is moved carries on", () => {
  test("over TCP between two processes, which say how it went", async () => {
    const there = await receiver("v86:", BRIEFLY.slice(2));
    const { status, stdout, stderr } = await dsi([
      "migrate",
      GUEST,
      `tcp:127.0.0.1:${there.port}`,
      ...BRIEFLY,
      "--json",
    ]);
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/without TLS: whoever is on the way can read the guest's memory/);
    expect(stderr).toMatch(/^round 0: 2 016 pages in .* ms, .* MB\/s$/m);
    expect(stderr).toMatch(/^round 1.*: \d+ pages in .* ms, .* MB\/s; the guest writes \d+ pages\/s$/m);
    expect(stderr).toMatch(/^moved: .* octets in \d+ rounds and .* s, paused for .* ms/m);
    const summary = JSON.parse(stdout);
    expect(summary).toMatchObject({ outcome: "moved", rounds: expect.any(Array) });
    expect(summary.rounds[0]).toMatchObject({ round: 0, final: false, pages: 2016 });
    expect(summary.rounds.at(-1)).toMatchObject({ final: true });
    expect(summary.octets).toBeGreaterThan(4_000_000);
    expect(await there.ended).toBe(0);
    expect(there.said()).toMatch(/listening at .* without TLS[\s\S]*received at[\s\S]*carried on[\s\S]*every page/);
  });

  test.each(["word-delta", "zstd"])("with pages under %s and sums", async (codec) => {
    const words = ["--codec", codec, "--checksum", "record=sha256,image", "--checkpoint", "100"];
    const { status, stdout, stderr } = await dsi(["migrate", GUEST, "v86:", ...BRIEFLY, ...words, "--json"]);
    expect(status, stderr).toBe(0);
    expect(stderr + stdout).toContain(RIGHT);
    if (codec === "word-delta") return;
    const octets = (out: string) => JSON.parse(out.split("\n")[0] ?? "").octets;
    const plain = await dsi(["migrate", GUEST, "v86:", ...BRIEFLY, "--checkpoint", "100", "--json"]);
    expect(octets(stdout)).toBeLessThan(octets(plain.stdout));
  });

  test.each([
    ["to a process of our own", "v86:"],
    [
      "to any command that has a receiver at its ends",
      `exec:'${process.execPath}' dist/src/cli/main.js migrate - v86: --for 3`,
    ],
  ])("%s, through pipes", async (_, to) => {
    const { status, stderr } = await dsi(["migrate", GUEST, to, ...BRIEFLY]);
    expect(status, stderr).toBe(0);
    expect(stderr).toMatch(/^received at count \d+/m);
    expect(stderr).toContain(RIGHT);
  });
});

describe(`exactly one side runs the guest (seed ${SEED})`, () => {
  const random = numbers(SEED);
  const instants = Array.from({ length: INSTANTS }, () => random(OCTETS));

  test.each(instants)(
    "when the sender is killed after %i octets",
    async (octets) => {
      const both = await three((there, _, { sender }) => there >= octets && sender.child.kill("SIGKILL"));
      const runs = await runsAt(both);
      expect(runs).toEqual([]);
      // What was on its way arrives: the image may be whole by then, but is not let run.
      expect([1, 2]).toContain(await both.receiver.ended);
      expect(both.receiver.said()).toMatch(/^dsi: (rejected at 0x[0-9a-f]+: .*found end of input|.*the link)/m);
    },
    PATIENCE,
  );

  test.each(instants)(
    "when the receiver is killed after %i octets",
    async (octets) => {
      const both = await three((there, _, all) => there >= octets && all.receiver.child.kill("SIGKILL"));
      expect(await runsAt(both), both.sender.said()).toEqual(["goes on at"]);
      expect(await both.sender.ended).toBe(2);
      expect(both.sender.said()).toMatch(/the link is broken.*; not moved: the guest goes on here$/m);
    },
    PATIENCE,
  );

  test.each(instants)(
    "when the link is reset after %i octets",
    async (octets) => {
      const both = await three((there, _, { link }) => there >= octets && link.cut("reset"));
      expect(await runsAt(both), both.sender.said()).toEqual(["goes on at"]);
      expect(await both.sender.ended).toBe(2);
      expect([1, 2]).toContain(await both.receiver.ended);
    },
    PATIENCE,
  );

  test.each(["sender", "receiver"] as const)(
    "when the %s is killed while they settle who has it",
    async (who) => {
      // The answers are an advertisement, READY and RESUMED; the sender's word goes between the last two.
      for (const after of ["READY", "NEW", "RESUMED"]) {
        let ready = 0;
        let advertisement = 0;
        let isDone = false;
        const both = await three((there, back, all) => {
          if (advertisement === 0) advertisement = back;
          if (ready === 0 && back === advertisement + 16) ready = there;
          const isNow =
            ready > 0 &&
            (after === "READY" || (there === ready + 16 && (after === "NEW" || back === advertisement + 32)));
          if (!isNow || isDone) return;
          isDone = true;
          all[who].child.kill("SIGKILL");
        });
        const runs = await runsAt(both);
        expect(isDone).toBe(true);
        const isDead = (one: Side) => one === both[who];
        // Who was killed with the guest has lost it: that is what it is to be killed. Nobody else may, and never may both run.
        const [sender, there] = [both.sender, both.receiver];
        const isTaken = there.said().includes("received at") || /moved:(?! the)/.test(sender.said());
        if (runs.length === 0) expect(isDead(sender) || isTaken, sender.said() + there.said()).toBe(true);
        expect(runs.length).toBeLessThanOrEqual(1);
        if (isDead(there) && !isTaken) expect(runs).toEqual(["goes on at"]);
      }
    },
    PATIENCE,
  );

  test(
    "when the receiver's answer is lost: it runs there, and the sender says that it cannot know",
    async () => {
      let ready = 0;
      let advertisement = 0;
      const both = await three((there, back, { link }) => {
        if (advertisement === 0) advertisement = back;
        if (ready === 0 && back === advertisement + 16) ready = there;
        if (ready > 0 && there === ready + 16) link.cut("end");
      });
      expect(await runsAt(both), both.receiver.said()).toEqual(["received at"]);
      expect(await both.receiver.ended).toBe(0);
      expect(await both.sender.ended).toBe(143);
      expect(both.sender.said()).toMatch(/in doubt: .*\nIf it runs there, end this process/);
      expect(both.receiver.said()).not.toMatch(/goes on/);
    },
    PATIENCE,
  );

  const hasQemu = spawnSync(PROGRAM, ["--version"]).status === 0;
  describe.skipIf(!hasQemu)(`with ${PROGRAM}, which has to be installed`, () => {
    const places = ["qemu:idler", "qemu:"];
    const instants = Array.from({ length: INSTANTS }, () => random(QEMU_OCTETS));
    test.each(instants)(
      "when the sender's hypervisor is killed after %i octets",
      async (octets) => {
        let isDone = false;
        const both = await three((there, _, { sender }) => {
          if (there < octets || isDone) return;
          isDone = true;
          for (const pid of childrenOf(sender.child)) process.kill(pid, "SIGKILL");
        }, places);
        const runs = await runsAt(both);
        // What had left its hypervisor by then is whole at the receiver; there is nothing else left of the guest.
        if (runs.length > 0) expect(runs).toEqual(["received at"]);
        else {
          expect(await both.sender.ended).toBe(2);
          // An image that ends too early, or a link that is reset first.
          expect([1, 2]).toContain(await both.receiver.ended);
        }
        expect(both.sender.said()).not.toMatch(/goes on/);
      },
      PATIENCE,
    );

    test.each(instants)(
      "when the receiver's hypervisor is killed after %i octets",
      async (octets) => {
        let isDone = false;
        const both = await three((there, _, all) => {
          if (there < octets || isDone) return;
          isDone = true;
          for (const pid of childrenOf(all.receiver.child)) process.kill(pid, "SIGKILL");
        }, places);
        expect(await runsAt(both), both.sender.said()).toEqual(["goes on at"]);
        expect(both.sender.said()).toMatch(/not moved: the guest goes on here/);
      },
      PATIENCE,
    );
  });
});

describe("a guest that is protected", () => {
  const briefly = ["--after", "2", "--for", "5"];
  async function protectedBy(
    words: readonly string[],
    places = [GUEST, "v86:"],
  ): Promise<{ sender: Side; receiver: Side }> {
    const there = await receiver(places[1] ?? "", ["--for", "3"]);
    const sender = side([places[0] ?? "", `tcp:127.0.0.1:${there.port}`, "--checkpoint", "50", ...words]);
    return { sender, receiver: there };
  }

  test("runs here, is kept up to date there, and is handed over", async () => {
    const both = await protectedBy(briefly);
    expect(await runsAt(both), both.sender.said()).toEqual(["received at"]);
    expect([await both.sender.ended, await both.receiver.ended]).toEqual([0, 0]);
    expect(both.sender.said()).toMatch(
      /^checkpoint 1: 2 016 pages, .* octets, paused for .* ms, acknowledged after .* ms$/m,
    );
    expect(both.sender.said()).toMatch(/^handed over: /m);
  });

  test("goes on there from its last checkpoint when its sender is killed", async () => {
    const both = await protectedBy(["--after", "2", "--for", "100000"]);
    await both.sender.heard(/^checkpoint (?!1:)/m);
    both.sender.child.kill("SIGKILL");
    expect(await runsAt(both), both.receiver.said()).toEqual(["received at"]);
    expect(both.receiver.said()).toMatch(/the sender is gone: the guest goes on here from checkpoint \d+$/m);
    expect(await both.receiver.ended).toBe(0);
  });

  test("stays paused here when its receiver is killed, and goes on when somebody says so", async () => {
    const both = await protectedBy(["--after", "2", "--for", "100000"]);
    await both.sender.heard(/^checkpoint 1:/m);
    both.receiver.child.kill("SIGKILL");
    const doubt = await both.sender.heard(/in doubt: .*\n.*kill -USR2 (\d+)/);
    expect(doubt?.[1]).toBe(String(both.sender.child.pid));
    both.sender.child.kill("SIGUSR2");
    expect(await both.sender.heard(/goes on at count/)).toBeDefined();
  });

  test("that has no checkpoint yet goes on here when its receiver is killed", async () => {
    const there = await receiver("v86:");
    there.child.kill("SIGSTOP");
    const sender = side([GUEST, `tcp:127.0.0.1:${there.port}`, "--checkpoint", "50", ...briefly]);
    await sender.heard(/counted/);
    there.child.kill("SIGKILL");
    expect(await runsAt({ sender, receiver: there })).toEqual(["goes on at"]);
  });
});

describe("a receiver is safe from who sends", () => {
  async function sends(what: (socket: Socket) => void, words: readonly string[] = []): Promise<Side> {
    const there = await receiver("v86:", words);
    const socket = connect(there.port, "127.0.0.1");
    onTestFinished(() => void socket.destroy());
    socket.on("error", () => {});
    await once(socket, "connect");
    what(socket);
    return there;
  }

  test.each<[string, (socket: Socket) => void, number, RegExp]>([
    ["nothing", (socket) => socket.end(), 1, /rejected at 0x0: .*end of input/],
    ["garbage", (socket) => socket.end("GET / HTTP/1.1\r\n\r\n\x1b[2J\x07".repeat(20)), 1, /^dsi: rejected at/m],
    [
      "no end of it",
      (socket) => void setInterval(() => socket.write(Buffer.alloc(65536, 0x1b)), 1).unref(),
      1,
      /^dsi: rejected at/m,
    ],
  ])("that sends %s", async (_, what, status, reason) => {
    const there = await sends(what);
    expect(await there.ended).toBe(status);
    expect(there.said()).toMatch(reason);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(there.said()).not.toMatch(/internal error|[\x00-\x09\x0b-\x1f]/);
  });

  test("that falls silent", async () => {
    const there = await sends(() => {}, ["--timeout", "0.5"]);
    expect(await there.ended).toBe(2);
    expect(there.said()).toMatch(/nothing has moved on the link for 0.5 s/);
  });

  test("that has a machine larger than it takes, and the guest goes on where it is", async () => {
    const there = await receiver("v86:", ["--max-memory", "7"]);
    const sender = side([GUEST, `tcp:127.0.0.1:${there.port}`, ...BRIEFLY]);
    expect(await runsAt({ sender, receiver: there })).toEqual(["goes on at"]);
    expect(await there.ended).toBe(1);
    expect(there.said()).toMatch(/the machine has \d+ octets of memory, and 7340032 are the most here/);
  });

  test.each([
    ["0.0.0.0:0", 2],
    ["[::]:0", 2],
    ["192.0.2.1:7", 2],
  ])("that would come from elsewhere: it does not listen at %s unless told to", async (address, status) => {
    const run = await dsi(["migrate", `listen:${address}`, "v86:"]);
    expect(run.status).toBe(status);
    expect(run.stderr).toMatch(/others than this machine can reach .*: --listen-anywhere says that it is meant/);
  });
});

describe("a sender is safe from who answers", () => {
  async function answers(what: (socket: Socket) => void): Promise<string> {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      what(socket);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    return `tcp:127.0.0.1:${(server.address() as { port: number }).port}`;
  }
  const head = (length: number) => {
    const octets = Buffer.alloc(16);
    octets.write("XENCAPS\0", "latin1");
    octets.writeUInt32BE(1, 8);
    octets.writeUInt32BE(length, 12);
    return octets;
  };
  test.each<[string, (socket: Socket) => void, number, RegExp]>([
    ["nothing", (socket) => socket.end(), 2, /the other side has closed the link/],
    ["garbage", (socket) => socket.write("SSH-2.0-OpenSSH_9.2\r\n\x1b[2J"), 2, /what answers there is no receiver/],
    ["a length that is none", (socket) => socket.write(head(0xffff_ffff)), 2, /what answers there is no receiver/],
    ["no capability at all", (socket) => socket.write(head(0)), 3, /a receiver that does not take/],
    ["silence", () => {}, 2, /nothing has moved on the link for 1 s/],
  ])("that answers %s: the guest goes on", async (_, what, status, reason) => {
    const sender = side([GUEST, await answers(what), ...BRIEFLY, "--timeout", "1"]);
    expect(await sender.ended, sender.said()).toBe(status);
    expect(sender.said()).toMatch(reason);
    expect(sender.said()).toMatch(/not moved: the guest goes on here[\s\S]*every page of its pattern is right/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(sender.said()).not.toMatch(/internal error|[\x00-\x09\x0b-\x1f]/);
  });

  test.each([
    [["migrate", GUEST, "tcp:127.0.0.1:1"], 2, /ECONNREFUSED/],
    [["migrate", GUEST, "tcp:nonsense"], 2, /nonsense is no HOST:PORT/],
    [["migrate", GUEST, "listen:1"], 2, /is for receivers/],
    [["migrate", "tcp:127.0.0.1:1", "v86:"], 2, /is for senders/],
    [["migrate", "-", "-"], 2, /neither - nor - is a place of guests/],
    [["migrate", GUEST, "-", "--json"], 2, /--json goes to standard output/],
    [["migrate", "listen:0", GUEST], 2, /names a guest/],
    [["migrate", GUEST, "exec:true", ...BRIEFLY], 2, /the other side has closed the link/],
    [
      ["migrate", GUEST, "tcp:127.0.0.1:1", "--tls-cert", "/nowhere"],
      2,
      /TLS takes --tls-cert, --tls-key and --tls-ca/,
    ],
  ])("%j ends with %i and its reason", async (words, status, reason) => {
    const run = await dsi(words);
    expect(run.status, run.stderr).toBe(status);
    expect(run.stderr).toMatch(reason);
    expect(run.stderr).not.toMatch(/internal error|\n\s+at /);
  });
});

const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;
if (!hasOpenssl && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error("DSI_REQUIRE_TOOLS=1, but there is no openssl");

describe.skipIf(!hasOpenssl)("with TLS (openssl has to be installed)", () => {
  /** A certificate that is its own authority, for localhost; the options that name it, and whom it is to trust. */
  function identity(name: string): { cert: string; key: string } {
    const [cert, key] = [join(scratch(), `${name}.pem`), join(scratch(), `${name}.key`)];
    const words = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=${name}`.split(" ");
    const made = spawnSync("openssl", [
      ...words,
      "-addext",
      "subjectAltName=DNS:localhost,IP:127.0.0.1",
      "-keyout",
      key,
      "-out",
      cert,
    ]);
    expect(made.status, made.stderr.toString()).toBe(0);
    return { cert, key };
  }
  const tls = (own: { cert: string; key: string }, other: { cert: string }) => [
    ...["--tls-cert", own.cert, "--tls-key", own.key, "--tls-ca", other.cert],
  ];

  test("both sides prove who they are, and strangers are turned away", async () => {
    const [here, away, stranger] = [identity("here"), identity("away"), identity("stranger")];
    const there = await receiver("v86:", [...BRIEFLY.slice(2), ...tls(away, here)]);
    expect(there.said()).toMatch(/TLS on both sides/);

    const plain = await dsi(["migrate", GUEST, `tcp:127.0.0.1:${there.port}`, ...BRIEFLY, "--timeout", "5"]);
    expect(plain.stderr).toMatch(/not moved: the guest goes on here/);
    const wrong = side([GUEST, `tcp:127.0.0.1:${there.port}`, ...BRIEFLY, ...tls(stranger, away)]);
    expect(await wrong.ended, wrong.said()).toBe(2);
    expect(wrong.said()).not.toMatch(/moved:(?! the)/);
    const nobody = connectTls({ port: there.port, host: "127.0.0.1", ca: readFileSync(away.cert) });
    nobody.on("error", () => {});
    await new Promise((resolve) => nobody.once("close", resolve));

    const mistrusting = side([GUEST, `tcp:127.0.0.1:${there.port}`, ...BRIEFLY, ...tls(here, stranger)]);
    expect(await mistrusting.ended).toBe(2);
    expect(mistrusting.said()).toMatch(/is not to be trusted/);

    const sender = side([GUEST, `tcp:127.0.0.1:${there.port}`, ...BRIEFLY, ...tls(here, away)]);
    expect(await sender.ended, sender.said()).toBe(0);
    expect(sender.said()).toMatch(/TLS on both sides/);
    expect(await there.ended).toBe(0);
    expect(there.said()).toMatch(/turned away/);
    expect(there.said()).toContain(RIGHT);
  });
});
