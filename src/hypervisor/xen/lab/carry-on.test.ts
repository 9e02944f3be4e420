import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dsi } from "../../../cli/testing/run.ts";
import type { StreamDocument, StreamRecord } from "../../../containers/index.ts";
import { type Lab, startLab } from "./lab.ts";
import { lastSaid } from "./said.ts";
import { regrouped, rewritten } from "./testing/rewrite.ts";

/** Takes some minutes: `npm run lab:carry-on`. */
const isWanted = process.env.DSI_LAB_LONG === "1";
const MINUTE = 60_000;
const TIMES = 10;
/** Records that v2 does not have. */
const NEW_IN_V3 = [0x10, 0x11, 0x12];

type Convert = (image: Uint8Array) => Promise<Uint8Array> | Uint8Array;

const folder = mkdtempSync(join(tmpdir(), "dsi-carry-on-"));

/** What the command makes of an image, step by step. */
function converted(...steps: readonly string[][]): Convert {
  return async (image) => {
    const [from, to] = [join(folder, "from"), join(folder, "to")];
    let octets = image;
    for (const step of steps) {
      writeFileSync(from, octets);
      const { status, stderr } = await dsi(["convert", from, to, ...step]);
      expect(status, stderr).toBe(0);
      octets = readFileSync(to);
    }
    return octets;
  };
}

/** As a host with Xen 4.13 would have saved it: no policies. */
function asV2(stream: StreamDocument): StreamDocument {
  const records = stream.records.filter((record) => !NEW_IN_V3.includes((record as StreamRecord).type));
  return { ...stream, edition: "v2", image: { ...stream.image, version: 2 }, records };
}

/** What was saved by Xen, as other octets that say the same. */
const WAYS: Readonly<Record<string, Convert>> = {
  "pages in other batches, the last first": (image) =>
    rewritten(image, (stream, blobs) => regrouped(stream, blobs, 77)),
  "v2 by our Writer": (image) => rewritten(image, asV2),
  "v2, converted to v3": async (image) => await converted(["--to", "v3"])(rewritten(image, asV2)),
  "v3 with a digest of the image": converted(["--to", "v3", "--checksum", "image"]),
  "v3 with a SHA-256 of the image": converted(["--to", "v3", "--checksum", "image=sha256"]),
  "v4-draft under zstd with sums, and back": converted(
    ["--to", "v4-draft", "--codec", "zstd", "--checksum", "record,image"],
    ["--to", "v3"],
  ),
  "v4-draft under gzip, and back": converted(["--to", "v4-draft", "--codec", "gzip"], ["--to", "v3"]),
  "v4-draft under word-delta, and back": converted(["--to", "v4-draft", "--codec", "word-delta"], ["--to", "v3"]),
};

describe.skipIf(!isWanted)("guests of a real Xen", () => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ program: true });
  }, 10 * MINUTE);
  afterAll(async () => {
    await lab?.close();
    rmSync(folder, { recursive: true, force: true });
  }, MINUTE);

  const done = async (script: string, files: Readonly<Record<string, Uint8Array>> = {}) => {
    const result = await lab.run({ script: `. /lab/guests.sh\nset -e\n${script}`, files });
    expect(result.status, `${result.out}${result.err}`).toBe(0);
    return result;
  };

  test.each(["pvh", "pvh-2vcpu", "pv", "pv-msr"])(
    "of which xl saved a %s carry on out of what our Writer and dsi convert make of it",
    async (guest) => {
      const saving = await done(`start ${guest}; xl save ${guest} /tmp/saved; said ${guest}; mv /tmp/saved .`);
      const image = Uint8Array.from(readFileSync(join(saving.folder, "saved")));
      const before = lastSaid(saving.out);
      saving.remove();
      for (const [way, convert] of Object.entries(WAYS)) {
        const { out, remove } = await done(`restored ${guest} image`, { image: await convert(image) });
        remove();
        const after = lastSaid(out);
        expect(after, way).toMatchObject({ run: before.run, restores: 1, wrong: 0 });
        expect(after.count, way).toBeGreaterThanOrEqual(before.count);
        console.log(`${guest}: ${way}: counted on from ${before.count}, at ${after.count}`);
      }
    },
    30 * MINUTE,
  );

  /** Has a guest go through a script again and again: each time it has been restored once more, and counts on. */
  const inTurn = async (guest: string, what: string, script: string) => {
    const starting = await done(`start ${guest}; said ${guest}`);
    let last = lastSaid(starting.out);
    starting.remove();
    for (let turn = 1; turn <= TIMES; turn++) {
      const { out, remove } = await done(`${script}; await ${guest} gen=; said ${guest}; rm /tmp/${guest}.xl`);
      remove();
      const now = lastSaid(out);
      expect(now).toMatchObject({ run: last.run, restores: turn, wrong: 0 });
      expect(now.count).toBeGreaterThanOrEqual(last.count);
      console.log(`${guest}: ${what} ${turn} times, at ${now.count}`);
      last = now;
    }
    (await done(`xl destroy ${guest}`)).remove();
  };

  test.each(["pvh", "pv"])(
    `of which our saver saved a %s ${TIMES} times in a row, by way of xl restore, carry on`,
    async (guest) => {
      await inTurn(
        guest,
        "saved and restored",
        `channel ${guest}; dsi save xen:$(xl domid ${guest}) /tmp/${guest}.xl; xl destroy ${guest}
         rm -f /var/log/xen/guest-${guest}.log; xl restore /tmp/${guest}.xl`,
      );
    },
    30 * MINUTE,
  );

  test.each(["pvh", "pvh-2vcpu", "pv", "pv-msr"])(
    `of which xl saved a %s and our restorer made a domain ${TIMES} times in a row, carry on`,
    async (guest) => {
      await inTurn(
        guest,
        "saved by xl and restored by ours",
        `channel ${guest}; xl save ${guest} /tmp/${guest}.xl >&2; rm -f /var/log/xen/guest-${guest}.log
         dsi restore /tmp/${guest}.xl xen: --for 1 >&2`,
      );
    },
    30 * MINUTE,
  );
});
