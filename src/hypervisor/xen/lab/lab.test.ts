import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readImage, type State, verifyImage } from "../../../containers/index.ts";
import { restoreByLibxenguest } from "../trial/libxenguest.ts";
import { goldenTemplates, readyForTrials } from "../trial/templates.ts";
import { restoreByXl } from "../trial/xl.ts";
import type { Job, JobResult, Lab } from "./lab.ts";
import { startLab } from "./lab.ts";
import { fetchPackages } from "./packages.ts";
import { lastSaid } from "./said.ts";
import { checkout } from "./source.ts";
import { regrouped, rewritten } from "./testing/rewrite.ts";
import { LabUnavailable, labMissing } from "./tools.ts";

const missing =
  labMissing() ??
  (await fetchPackages().then(
    () => undefined,
    (error: Error) => {
      if (error instanceof LabUnavailable) return error.message;
      throw error;
    },
  ));
if (missing !== undefined && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error(`DSI_REQUIRE_TOOLS=1: ${missing}`);

const MINUTE = 60_000;

describe.skipIf(missing !== undefined)(`a real Xen${missing === undefined ? "" : `: ${missing}`}`, () => {
  const saved = mkdtempSync(join(tmpdir(), "dsi-lab-test-"));
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ program: true });
  }, 10 * MINUTE);
  afterAll(async () => {
    await lab?.close();
    rmSync(saved, { recursive: true });
  }, MINUTE);

  /** Does a job that has to come out well. */
  const done = async (job: Job): Promise<JobResult> => {
    const result = await lab.run({ ...job, script: `. /lab/guests.sh\n${job.script}` });
    expect(result.status, `${result.out}${result.err}`).toBe(0);
    return result;
  };

  test.each(["pvh", "pv"])(
    "saves a %s guest into an image that conforms, restores what our Writer makes of it, and the guest counts on",
    async (guest) => {
      const { out, folder, remove } = await done({
        script: `set -e; start ${guest}; xl save ${guest} /tmp/${guest}.xl; cp /tmp/${guest}.xl .; rm /tmp/${guest}.xl; said ${guest}`,
      });
      const image = readFileSync(join(folder, `${guest}.xl`));
      remove();
      expect(found(image)).toEqual(["accept", []]);
      const before = lastSaid(out);
      expect(before).toMatchObject({ restores: 0, wrong: 0 });

      expect(Buffer.compare(rewritten(image), image)).toBe(0);
      const other = rewritten(image, (stream, blobs) => regrouped(stream, blobs, 300));
      expect(Buffer.compare(other, image)).not.toBe(0);
      expect(found(other)).toEqual(["accept", []]);
      expect(pagesOf(other)).toEqual(pagesOf(image));

      const again = await done({
        files: { "image.xl": other },
        script: `set -e; cp image.xl /tmp/image.xl; xl restore /tmp/image.xl; await ${guest} gen=00000001; said ${guest}; xl destroy ${guest}`,
      });
      again.remove();
      const after = lastSaid(again.out);
      expect(after).toMatchObject({ run: before.run, restores: 1, wrong: 0 });
      expect(after.count).toBeGreaterThanOrEqual(before.count);
    },
    5 * MINUTE,
  );

  test.each([
    ["pvh", ""],
    ["pv", ""],
    ["pvh-dirty", "--live"],
  ])(
    "runs our saver, whose image of a %s guest xl restores, and the guest counts on (%s)",
    async (guest, how) => {
      const { out, err, folder, remove } = await done({
        script: `set -e; start ${guest}; dsi domains xen:; dsi save xen:$(xl domid ${guest}) /tmp/${guest}.xl ${how}
          said ${guest}; echo saved; cp /tmp/${guest}.xl .; xl destroy ${guest}
          xl restore /tmp/${guest}.xl; await ${guest} gen=00000001; said ${guest}; xl destroy ${guest}; rm /tmp/${guest}.xl`,
      });
      const image = readFileSync(join(folder, `${guest}.xl`));
      remove();
      expect(err).toMatch(/xen:\d+ has suspended/);
      expect(err).toMatch(how === "" ? /paused for [\d.]+ ms$/m : /^round 0: .*\nround \d, paused: /ms);
      expect(out).toMatch(/^\d+ {2}running {2}4(\.\d+)? MiB$/m);
      expect(found(image)).toEqual(["accept", []]);
      const [before, after] = out.split("\nsaved\n").map(lastSaid);
      expect(before).toMatchObject({ restores: 0, wrong: 0 });
      expect(after).toMatchObject({ run: before?.run, restores: 1, wrong: 0 });
      expect(after?.count).toBeGreaterThanOrEqual(before?.count as number);
    },
    5 * MINUTE,
  );

  test.each(["pvh", "pv"])(
    "runs our restorer, which makes a domain of what xl saved of a %s guest, and the guest counts on",
    async (guest) => {
      const { out, remove } = await done({
        script: `set -e; start ${guest}; xl save ${guest} /tmp/${guest}.xl >&2; said ${guest}; echo saved
          rm -f /var/log/xen/guest-${guest}.log; dsi restore /tmp/${guest}.xl xen: --for 1 >&2
          await ${guest} gen=; said ${guest}; xl destroy ${guest}; rm /tmp/${guest}.xl`,
      });
      remove();
      const [before, after] = out.split("\nsaved\n").map(lastSaid);
      expect(after).toMatchObject({ run: before?.run, restores: 1, wrong: 0 });
      expect(after?.count).toBeGreaterThanOrEqual(before?.count as number);
    },
    5 * MINUTE,
  );

  test(
    "tells what its restorer accepts, rejects and dies of",
    async () => {
      await readyForTrials(lab);
      const image = gunzipSync(readFileSync(join(checkout(), "conformance/images/pv-tiny.bare.v3.img.gz")));
      const other = Buffer.from(image);
      other.writeUInt32BE(4, 12);
      // A P2M window from 0 to 0 with its one frame, before the window that the image has.
      const at = recordAt(image, 3);
      const window = Buffer.concat([Buffer.from("0300000010000000", "hex"), Buffer.alloc(16)]);
      const faulty = Buffer.concat([image.subarray(0, at), window, image.subarray(at)]);
      const plain = (octets: Uint8Array) => ({ octets, setting: { stream: "plain" as const } });
      expect(await restoreByLibxenguest(lab, [image, other, faulty, image].map(plain))).toMatchObject([
        { outcome: "accept" },
        { outcome: "reject", log: expect.stringContaining("Invalid Version") },
        { outcome: "crash", log: expect.stringContaining("Segmentation fault") },
        { outcome: "accept" },
      ]);
      const stream = gunzipSync(readFileSync(join(checkout(), "conformance/images/pvh-tiny.libxl.v3.img.gz")));
      const [templates, cut] = [goldenTemplates(), stream.subarray(0, stream.length >> 1)];
      expect(await restoreByXl(lab, [stream, cut].map(plain), templates)).toMatchObject([
        { outcome: "accept" },
        { outcome: "reject" },
      ]);
    },
    5 * MINUTE,
  );

  test(
    "says how a job came out, brings its files, and runs several at a time",
    async () => {
      const slow = lab.run({ script: "while [ ! -e /tmp/go ]; do sleep 0.1; done; rm /tmp/go; echo first" });
      const quick = await lab.run({
        script: "cat given >kept; echo wrong >&2; touch /tmp/go; exit 3",
        files: { given: Buffer.from("x") },
      });
      expect(quick).toMatchObject({ status: 3, out: "", err: "wrong\n" });
      copyFileSync(join(quick.folder, "kept"), join(saved, "kept"));
      expect(readFileSync(join(saved, "kept"), "utf8")).toBe("x");
      quick.remove();
      expect(existsSync(quick.folder)).toBe(false);
      expect(await slow).toMatchObject({ status: 0, out: "first\n" });
    },
    MINUTE,
  );
});

function found(image: Uint8Array): unknown {
  const verifier = verifyImage({ deep: true });
  verifier.push(image);
  const { verdict, findings } = verifier.end();
  return [verdict, findings];
}

/** Offset of the first record of a type in a bare image. */
function recordAt(image: Buffer, type: number): number {
  let at = 40;
  while (image.readUInt32LE(at) !== type) at += 8 + Math.ceil(image.readUInt32LE(at + 4) / 8) * 8;
  return at;
}

function pagesOf(image: Uint8Array): State["memory"] {
  const reader = readImage({});
  reader.push(image);
  return (reader.end() as State).memory;
}
