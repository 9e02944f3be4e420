import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Backend, Domain } from "../backend.ts";
import { checkCounter, counterStatus } from "../guest/counter.ts";
import { qemuBackend } from "../qemu/backend.ts";
import { PROGRAM } from "../qemu/vm.ts";
import { expectSame, runTo } from "../testing/contract.ts";
import { v86Backend } from "../v86/backend.ts";
import { Channel } from "./channel.ts";
import { protectDomain } from "./protect.ts";
import { receiveDomain } from "./receive.ts";
import { sendDomain } from "./send.ts";
import { listenTcp } from "./tcp.ts";

const PATIENCE = 60_000;
const GENEROUS = { mostMemory: 2 ** 31 };
const LIVE = { maxRounds: 4, maxDirty: 64 };

const isHere = spawnSync(PROGRAM, ["--version"]).status === 0;
if (!isHere && process.env.DSI_REQUIRE_TOOLS === "1")
  throw new Error(`DSI_REQUIRE_TOOLS=1, but there is no ${PROGRAM} (Debian: qemu-system-x86)`);

/** Both ends of a connection. */
export async function link(patience = PATIENCE): Promise<[Channel, Channel]> {
  const listener = await listenTcp({ host: "127.0.0.1", port: 0 }, { patience });
  const near = connect(listener.address.port, "127.0.0.1");
  const [far] = await Promise.all([listener.accept(), once(near, "connect")]);
  return [new Channel(near, near, patience), new Channel(far, far, patience)];
}

function moving(name: string, open: () => Backend): void {
  describe(name, () => {
    let here: Backend;
    let there: Backend;
    beforeEach(() => {
      here = open();
      there = open();
    });
    afterEach(() => Promise.all([here.close(), there.close()]));

    async function running(guest: string): Promise<Domain> {
      const domain = await here.start(guest);
      await runTo(domain, 40n);
      await domain.resume();
      return domain;
    }

    test("a guest that runs is moved, and carries on where it was paused", async () => {
      const domain = await running("counter");
      const [near, far] = await link();
      // What the guest was at the instant of its pause, for as long as it is there.
      let before: { readonly count: bigint } | undefined;
      const surrender = domain.surrender.bind(domain);
      domain.surrender = async () => {
        before = await counterStatus(domain);
        await surrender();
        const [arrived] = await there.domains();
        await expectSame(domain, arrived as Domain);
      };
      const rounds: boolean[] = [];
      const [sent, received] = await Promise.all([
        sendDomain(domain, near, { live: LIVE, onRound: ({ final }) => rounds.push(final) }),
        receiveDomain(there, far, GENEROUS),
      ]);
      expect(sent).toMatchObject({ kind: "moved", report: { octets: far.received } });
      expect(rounds.filter((final) => final)).toEqual([true]);
      expect(rounds.length).toBeGreaterThan(1);
      expect(domain.status).toBe("gone");
      expect(await here.domains()).toEqual([]);
      expect(received.isHeard).toBe(true);
      expect(received.domain.status).toBe("running");
      await received.domain.pause();
      const { count } = before as NonNullable<typeof before>;
      await runTo(received.domain, count + 20n);
      expect(await checkCounter(received.domain)).toEqual([]);
    });

    test("a guest that is protected runs here, and there once it is handed over or its sender is gone", async () => {
      for (const how of ["handed over", "link broken"] as const) {
        const domain = await running("counter");
        const [near, far] = await link();
        let enough = () => {};
        const until = new Promise<void>((resolve) => {
          enough = resolve;
        });
        let last = 0;
        const sending = protectDomain(domain, near, {
          interval: 20,
          until,
          onCheckpoint: ({ number }) => {
            if (number === 1) expect(domain.status).toBe("running");
            if (number < 4) return;
            if (how === "handed over") enough();
            else near.destroy();
          },
        });
        const receiving = receiveDomain(there, far, {
          ...GENEROUS,
          onCheckpoint: (number) => {
            last = number;
          },
        });
        const [sent, received] = await Promise.all([sending, receiving]);
        expect(sent.kind).toBe(how === "handed over" ? "moved" : "doubtful");
        expect(domain.status).toBe(how === "handed over" ? "gone" : "paused");
        if (how === "handed over") expect(received.failover).toBeUndefined();
        else expect(received.failover?.checkpoint).toBe(last);
        expect(received.domain.status).toBe("running");
        await received.domain.pause();
        const { count } = await counterStatus(received.domain);
        await runTo(received.domain, count + 20n);
        expect(await checkCounter(received.domain)).toEqual([]);
        await domain.destroy();
        await received.domain.destroy();
      }
    });
  });
}

moving("v86", v86Backend);
describe.skipIf(!isHere)(`with ${PROGRAM}, which has to be installed`, () => {
  for (const machine of ["pc", "q35", "microvm"]) moving(`QEMU ${machine}`, () => qemuBackend(["-machine", machine]));
});
