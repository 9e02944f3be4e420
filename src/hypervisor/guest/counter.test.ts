import { afterAll, expect, test } from "vitest";
import { BackendError, PAGE } from "../backend.ts";
import { v86Backend } from "../v86/backend.ts";
import { checkCounter, counterImage, counterStatus } from "./counter.ts";

const MIB = 2 ** 20;
const backend = v86Backend();
afterAll(() => backend.close());

async function guest() {
  const domain = await backend.startCounter("counter", { memory: 4 * MIB, workingPages: 8 });
  domain.advance(40);
  return domain;
}

test("the check finds any octet of the pattern that is wrong, and the guest finds it itself", async () => {
  const domain = await guest();
  expect(await checkCounter(domain)).toEqual([]);
  const [first, last] = [0x200, 0x3ff];
  domain.view(last, 1)[PAGE - 1]! ^= 1;
  expect(await checkCounter(domain)).toEqual([`page 0x${last.toString(16)} is not of its pattern at octet 4092`]);
  for (let page = 0; page < 8; page++) domain.view(first + page, 1)[100]! ^= 0x20;
  domain.advance(40);
  expect((await counterStatus(domain)).mismatches).toBeGreaterThan(0);
});

test.each([
  ["the count", (status: Uint8Array) => status[8]!++],
  ["the x87", undefined],
] as const)("the guest finds a change of %s", async (_, change) => {
  const domain = await guest();
  if (change !== undefined) change(domain.view(0x110, 1));
  // ST0, which the emulator keeps at the top of its stack.
  else domain.core.cpu.fpu_st[4 * (domain.core.cpu.fpu_stack_ptr[0]! & 7)]! ^= 1 << 20;
  if (change === undefined) domain.core.cpu.fpu_st[4 * (domain.core.cpu.fpu_stack_ptr[0]! & 7) + 1]! ^= 1 << 30;
  domain.advance(20);
  expect((await counterStatus(domain)).mismatches).toBeGreaterThan(0);
});

test("a guest that has not begun has no status", async () => {
  const domain = await backend.startCounter("counter", { memory: 4 * MIB });
  await expect(counterStatus(domain)).rejects.toThrow(BackendError);
});

test.each([
  [{ memory: 2 * MIB }, /takes at least/],
  [{ memory: 4 * MIB + 1 }, /whole pages/],
  [{ memory: 4 * MIB, workingPages: 0 }, /has 512 pages to rewrite, not 0/],
  [{ memory: 4 * MIB, workingPages: 513 }, /not 513/],
])("settings %o are refused", (settings, reason) => {
  expect(() => counterImage(settings)).toThrow(reason);
});
