import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { mainProgram } from "../package-root.ts";
import { dsi, fileOf, imageOctets, scratch } from "../testing/run.ts";

const small = imageOctets("small.v3");
const PLAIN = JSON.stringify({ stream: "plain", channel: "forward" });
const V3 = { DSI_PROTOCOL: "1", DSI_EDITION: "v3", DSI_CONTEXT: PLAIN };

test("about says what the reference is", async () => {
  const { status, stdout } = await dsi(["adapter", "about"]);
  expect(status).toBe(0);
  const about = JSON.parse(stdout);
  expect(about).toMatchObject({
    protocol: 1,
    name: "domain-save-image",
    editions: ["legacy", "draft-b", "v2", "v3", "v4-draft"],
    serve: true,
  });
});

test("read prints a state, or a code and an offset", async () => {
  const good = await dsi(["adapter", "read", fileOf(small)], { env: V3 });
  expect(good).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(good.stdout)).toMatchObject({
    dsi: "state/1",
    edition: "v3",
    octets: small.length,
    end: "complete",
  });
  const cut = await dsi(["adapter", "read", fileOf(small.subarray(0, 50))], { env: V3 });
  expect(cut).toMatchObject({ status: 1, stderr: "" });
  expect(JSON.parse(cut.stdout)).toEqual({ code: "record-truncated", at: 50 });
});

test("an adapter is a Reader of the edition it is asked for", async () => {
  const older = fileOf(imageOctets("small.v2"));
  expect((await dsi(["adapter", "read", older], { env: V3 })).status).toBe(0);
  const newer = await dsi(["adapter", "read", fileOf(small)], { env: { ...V3, DSI_EDITION: "v2" } });
  expect(newer.status).toBe(1);
  expect(JSON.parse(newer.stdout)).toEqual({ code: "image-version", at: 12 });
  expect((await dsi(["adapter", "read", older], { env: { ...V3, DSI_EDITION: "v4-draft" } })).status).toBe(0);
  expect((await dsi(["adapter", "read", older], { env: { ...V3, DSI_EDITION: "draft-b" } })).status).toBe(1);
  const pv = JSON.stringify({ stream: "plain", channel: "forward", target: { kind: "pv", vcpus: 1 } });
  const other = await dsi(["adapter", "read", fileOf(small)], { env: { ...V3, DSI_CONTEXT: pv } });
  expect(JSON.parse(other.stdout)).toEqual({ code: "domain-target", at: 24 });
});

test("check prints findings either way", async () => {
  const good = await dsi(["adapter", "check", fileOf(small)], { env: V3 });
  expect([good.status, JSON.parse(good.stdout)]).toEqual([0, { findings: [] }]);
  const padded = Buffer.from(small);
  padded[18] = 1;
  const bad = await dsi(["adapter", "check", fileOf(padded)], { env: V3 });
  expect([bad.status, JSON.parse(bad.stdout)]).toEqual([1, { findings: [{ code: "image-reserved", at: 18 }] }]);
});

test("write takes the blobs beside the stream, says nothing, and leaves nothing when it refuses", async () => {
  const folder = scratch();
  const stream = join(folder, "stream.json");
  expect((await dsi(["read", fileOf(small), "--stream", stream])).status).toBe(0);
  const out = join(scratch(), "out.img");
  expect(await dsi(["adapter", "write", stream, out], { env: V3 })).toMatchObject({
    status: 0,
    stdout: "",
    stderr: "",
  });
  expect(readFileSync(out).equals(small)).toBe(true);
  const wrong = join(folder, "wrong.json");
  writeFileSync(wrong, readFileSync(stream, "utf8").replace('"version":3', '"version":9'));
  const refused = join(scratch(), "refused.img");
  const run = await dsi(["adapter", "write", wrong, refused], { env: V3 });
  expect(run.status).toBe(1);
  expect(JSON.parse(run.stdout)).toMatchObject({ code: expect.any(String) });
  expect(existsSync(refused)).toBe(false);
});

test("serve answers each request once, in any number, and ends with its input", async () => {
  const child = spawn(process.execPath, [mainProgram(), "adapter", "serve"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers: Record<string, unknown>[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => answers.push(JSON.parse(line)));
  const context = JSON.parse(PLAIN);
  const good = fileOf(small);
  const cut = fileOf(small.subarray(0, 50));
  const folder = scratch();
  const stream = join(folder, "stream.json");
  expect((await dsi(["read", good, "--stream", stream])).status).toBe(0);
  renameSync(join(folder, "blobs"), join(folder, "pieces"));
  const out = join(scratch(), "out.img");
  const requests = [
    { seq: "a1", do: "read", edition: "v3", context, image: good },
    { seq: "a2", do: "check", edition: "v3", context, image: cut },
    { seq: "a3", do: "write", edition: "v3", stream, blobs: join(folder, "pieces"), out },
    { seq: "a4", do: "read", edition: "draft-b", context, image: good },
  ];
  for (const request of requests) child.stdin.write(`${JSON.stringify(request)}\n`);
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(answers).toEqual([
    { seq: "a1", outcome: "accept", value: expect.objectContaining({ dsi: "state/1" }) },
    { seq: "a2", outcome: "reject", findings: [{ code: "record-truncated", at: 50 }] },
    { seq: "a3", outcome: "accept" },
    { seq: "a4", outcome: "reject", code: "image-version", at: 12 },
  ]);
  expect(readFileSync(out).equals(small)).toBe(true);
});

test("what is no request, and a machine at fault, end an adapter with 2 and one line", async () => {
  for (const line of ["nonsense", "{}", "null", '{"seq":"a1","do":"dance"}', '{"seq":"a1","do":"read"}']) {
    const run = await dsi(["adapter", "serve"], { input: `${line}\n` });
    expect(run.status, line).toBe(2);
    expect(run.stdout, line).toBe("");
    expect(run.stderr.trim().split("\n"), line).toHaveLength(1);
  }
  const missing = await dsi(["adapter", "read", "/nowhere"], { env: V3 });
  expect(missing).toMatchObject({ status: 2, stdout: "" });
});
