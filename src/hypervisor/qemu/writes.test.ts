import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Writes } from "./writes.ts";

let folder: string;
let fd: number;
const path = () => join(folder, "file");
const octets = (length: number, value: number) => new Uint8Array(length).fill(value);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dsi-writes-"));
  fd = openSync(path(), "w");
});
afterEach(() => {
  closeSync(fd);
  rmSync(folder, { recursive: true });
});

test("what is written at a place twice is as the later call has it, whatever comes between", async () => {
  const writes = new Writes(fd);
  const done = [writes.put(octets(8192, 1), 0), writes.put(octets(4096, 2), 65_536), writes.put(octets(4096, 3), 4096)];
  await Promise.all(done);
  const file = readFileSync(path());
  expect([file.length, file[0], file[4095], file[4096], file[8191], file[8192], file[65_536]]).toEqual([
    69_632, 1, 1, 3, 3, 0, 2,
  ]);
});

test("pieces that follow one another are written together, however many they are", async () => {
  const writes = new Writes(fd);
  const pieces = Array.from({ length: 3000 }, (_, index) => octets(3, index));
  const done = pieces.map((piece, index) => writes.put(piece, 3 * index));
  expect(new Set(done).size).toBe(1);
  await done[0];
  expect(Buffer.compare(readFileSync(path()), Buffer.concat(pieces))).toBe(0);
});

test("says what is still to be written", async () => {
  const writes = new Writes(fd);
  const done = writes.put(octets(8, 1), 100);
  expect([
    writes.covers(99, 1),
    writes.covers(99, 2),
    writes.covers(107, 1),
    writes.covers(108, 1),
    writes.covers(0, 200),
  ]).toEqual([false, true, true, false, true]);
  await done;
  expect(writes.covers(0, 200)).toBe(false);
});

test("after one that fails every later one does", async () => {
  const full = openSync("/dev/full", "w");
  const writes = new Writes(full);
  const first = writes.put(octets(8, 1), 0);
  const second = writes.put(octets(8, 1), 100);
  await expect(first).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(second).rejects.toMatchObject({ code: "ENOSPC" });
  await expect(writes.put(octets(8, 1), 200)).rejects.toMatchObject({ code: "ENOSPC" });
  closeSync(full);
});
