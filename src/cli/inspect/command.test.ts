import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { mainProgram } from "../package-root.ts";
import { dsi, fileOf, imageOctets } from "../testing/run.ts";

const small = imageOctets("small.v3");

/** What the command shows on a terminal of this many columns, colours and all. */
function onTerminal(columns: number, args: readonly string[], env: object = {}): string {
  const line = [process.execPath, mainProgram(), ...args].map((word) => `'${word}'`).join(" ");
  const { stdout, stderr, error } = spawnSync("script", ["-qec", `stty cols ${columns}; ${line}`, "/dev/null"], {
    encoding: "utf8",
    env: {
      ...process.env,
      NO_COLOR: undefined,
      FORCE_COLOR: undefined,
      TERM: "xterm-256color",
      LC_ALL: "C.UTF-8",
      ...env,
    } as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  expect(error, stderr).toBeUndefined();
  return stdout.replaceAll("\r\n", "\n");
}

test("a terminal has colours and lines that fit; NO_COLOR and other locales are heard", () => {
  const file = fileOf(imageOctets("pvh-tiny.xl.v3"));
  const narrow = onTerminal(60, ["inspect", file]);
  expect(narrow).toContain("\u001b[36mrec[0]");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
  const text = narrow.replace(/\u001b\[\d+m/g, "");
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  expect(text).toContain("\u2026");
  const bare = onTerminal(100, ["inspect", "--tree", file], { NO_COLOR: "1", LC_ALL: "C" });
  expect(bare).toMatch(/^[\n\x20-\x7e]+$/);
});

test("a pipe gets one line for each item while the stream still runs, and the end", async () => {
  const { stdout, status } = await dsi(["inspect", "--jsonl", "-"], { input: small });
  expect(status).toBe(0);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines.map(({ kind }) => kind)).toEqual([
    ...lines.slice(0, -1).map((line) => ("name" in line ? "record" : "layer")),
    "end",
  ]);
  expect(lines.at(-1)).toEqual({ kind: "end", edition: "v3", container: [] });
});

test("octets of a record come out as they stand in the image, from a pipe as well", async () => {
  const whole = JSON.parse((await dsi(["inspect", "--json", fileOf(small)])).stdout);
  const pages = whole.records.find(({ name }: { name: string }) => name === "PAGE_DATA");
  const body = small.subarray(pages.at + 8, pages.at + 8 + pages.length);
  const file = fileOf(small);
  const sum = spawnSync(
    "sh",
    ["-c", `'${process.execPath}' '${mainProgram()}' inspect --extract 1 '${file}' | sha256sum`],
    { encoding: "utf8" },
  );
  expect(sum.stdout.split(" ")[0]).toBe(createHash("sha256").update(body).digest("hex"));
  const hex = await dsi(["inspect", "--hex", "rec[0]", "-"], { input: small });
  expect(hex.stdout).toBe(
    "rec[0] STATIC_DATA_END, 8 + 0 octets, at 0x28\n28  10 00 00 00 00 00 00 00                           |........|\n",
  );
});

test("two ways at once are refused; a record that is not there is a no; a fault comes with advice", async () => {
  const file = fileOf(small);
  expect(await dsi(["inspect", "--tree", "--map", file])).toMatchObject({
    status: 2,
    stderr: "dsi: --tree and --map are two ways to show it: take one\n",
  });
  expect(await dsi(["inspect", "--record", "99", file])).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/: there is no rec\[99\] in it: it has rec\[0\] to rec\[\d\]\n$/),
  });
  expect((await dsi(["inspect", "--tre", file])).stderr).toContain("next: dsi inspect --help tells what there is");
  expect((await dsi(["inspekt"])).stderr).toContain("next: dsi --help tells what there is");
  const cut = await dsi(["inspect", fileOf(small.subarray(0, 60))]);
  expect(cut.status).toBe(1);
  expect(cut.stderr).toMatch(
    /rejected at 0x3c: .*\nnext: octets are missing at the end: .*; dsi inspect \S+ --hex 0x2c\+64 shows the place\n$/,
  );
});
