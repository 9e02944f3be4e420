import { expect, test } from "vitest";
import { ahead } from "./ahead.ts";

/** Promises that are settled by hand, and what has been begun. */
function begun(count: number) {
  const settle: { resolve(value: number): void; reject(error: Error): void }[] = [];
  function* promises() {
    for (let number = 0; number < count; number++)
      yield new Promise<number>((resolve, reject) => settle.push({ resolve, reject }));
  }
  return { settle, promises: promises() };
}

test("the next is begun before one is handed over, and no other", async () => {
  const { settle, promises } = begun(3);
  const all = ahead(promises);
  const first = all.next();
  expect(settle.length).toBe(2);
  settle[0]?.resolve(0);
  expect(await first).toEqual({ done: false, value: 0 });
  expect(settle.length).toBe(2);
  const second = all.next();
  settle[1]?.resolve(1);
  expect(await second).toEqual({ done: false, value: 1 });
  expect(settle.length).toBe(3);
  settle[2]?.resolve(2);
  expect(await all.next()).toEqual({ done: false, value: 2 });
  expect(await all.next()).toEqual({ done: true, value: undefined });
});

test("whoever wants no more gets away once what was begun is over, and hears nothing of how it ended", async () => {
  const { settle, promises } = begun(3);
  const all = ahead(promises);
  const first = all.next();
  settle[0]?.resolve(0);
  await first;
  let isOver = false;
  const over = all.return(undefined).then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  settle[1]?.reject(new Error("of no matter"));
  await over;
});

test("what fails is thrown in its turn, once the one behind it is over", async () => {
  const { settle, promises } = begun(3);
  const all = ahead(promises);
  const first = all.next();
  settle[0]?.reject(new Error("the first"));
  settle[1]?.resolve(1);
  await expect(first).rejects.toThrow("the first");
  expect(await all.next()).toEqual({ done: true, value: undefined });
});
