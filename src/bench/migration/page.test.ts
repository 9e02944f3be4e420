import { expect, test } from "vitest";
import { charts, page } from "./page.ts";
import type { Moved, Protected, Results, Shape } from "./results.ts";

const near: Shape = { megabits: 1000, delay: 0 };
const far: Shape = { megabits: 100, delay: 50 };

function moved(shape: Shape, codec: Moved["codec"], total: number, downtime: number): Moved {
  return { shape, codec, total, downtime, rounds: 4, pages: 70_000, octets: 2 ** 27, dirtyRate: 321.4 };
}

function kept(shape: Shape, codec: Protected["codec"], ms: number): Protected {
  const first = { octets: 2 ** 27, ms: 9000 };
  return { shape, codec, checkpoints: 10, first, pages: 99, octets: 40_960, paused: 80, ms, carried: 2 ** 28 };
}

const results: Results = {
  date: "2026-11-28",
  commit: "0000000",
  machine: "2 × A",
  node: "v20",
  load: [1, 2],
  guest: { about: "linux-image 6.1", memory: 2 ** 28 },
  interval: 200,
  rounds: 3,
  moved: [
    moved(near, "none", 3000, 40),
    moved(near, "zstd", 4000, 50),
    moved(far, "none", 9000, 300),
    moved(far, "zstd", 5000, 200),
  ],
  protected: [
    kept(near, "none", 200),
    kept(near, "word-delta", 100),
    kept(far, "none", 300),
    kept(far, "word-delta", 120),
  ],
};

test("the page says for each link which codec was the quickest, and which paused the least", () => {
  const text = page(results);
  expect(text).toContain(
    "| 1 Gbit/s, 0 ms | none: 3.00 s, 3.00 s uncompressed | none: 40.0 ms, 40.0 ms uncompressed |",
  );
  expect(text).toContain(
    "| 100 Mbit/s, 50 ms | zstd: 5.00 s, 9.00 s uncompressed | zstd: 200 ms, 300 ms uncompressed |",
  );
  expect(text).toContain("| 100 Mbit/s, 50 ms | word-delta | 10 | 99 | 40.0 | 80.0 | 120 | 128 | 9.00 | 256 |");
  expect(text).not.toMatch(/undefined|NaN|crowd|left out/);
  const part = page({
    ...results,
    load: [7, 9],
    moved: results.moved.slice(1),
    protected: results.protected.slice(0, 3),
  });
  expect(part).toMatch(/times want a quiet machine/);
  expect(part).toContain("This run has left out: 1 Gbit/s, 0 ms, none.");
  expect(part).toContain("This run has left out: 100 Mbit/s, 50 ms, word-delta.");
});

test("every picture of the page is a chart with a bar for each measurement", () => {
  const made = new Map(charts(results));
  const shown = [...page(results).matchAll(/\]\(([a-z-]+\.svg)\)/g)].map(([, name]) => name);
  expect(shown).toEqual([...made.keys()]);
  for (const svg of made.values()) expect(svg.match(/<rect x="210"/g)?.length).toBeGreaterThanOrEqual(4);
});
