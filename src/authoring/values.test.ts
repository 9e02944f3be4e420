import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it } from "vitest";
import { readImage } from "../containers/index.ts";
import { applyPatch, type Case, type Image, loadSuite, planPatch, type Suite } from "../harness/index.ts";
import type { Edition } from "../harness/model.ts";

// Python's states are the second source of `conformance/values`; `certify` is what holds the reference against them.
const adapter = "conformance/adapters/python/dsi_adapter.py";
const about = spawnSync("python3", [adapter, "about"], { encoding: "utf8" });
if (about.status !== 0 && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, and no python3");

const CONTEXT = { stream: "plain", channel: "forward" } as const;
/** One state that the suite pins: the value's name, and the reading that has to come to it. */
type Pin = { name: string; case: Case; edition: Edition; image: Image; option?: string };

const dir = mkdtempSync(join(tmpdir(), "dsi-values-"));
afterAll(() => rmSync(dir, { recursive: true }));

const suite = await loadSuite("conformance");
const pins = [...suite.cases.values()].flatMap((one) => pinsOf(suite, one));

describe("the states in conformance/values", () => {
  it("are each named by a case", () => {
    const named = new Set(
      [...suite.cases.values()].flatMap((one) => editionsOf(suite, one).map((e) => nameIn(one, e))),
    );
    expect([...suite.values.keys()].filter((name) => !named.has(name))).toEqual([]);
  });

  it.skipIf(about.status !== 0)("are what the Python adapter reads", { timeout: 600_000 }, async () => {
    const { choices, features, editions } = JSON.parse(about.stdout);
    const ours = pins
      .filter(({ case: { choice }, option }) => option === undefined || choices[choice!] === option)
      // What it does not declare it has not read: those states rest on the reference alone until it does.
      .filter(({ edition }) => editions.includes(edition))
      .filter(({ case: { needs = [] }, image }) => [...needs, ...image.needs].every((need) => features.includes(need)));
    expect(ours.length).toBeGreaterThan(200);
    const differing: string[] = [];
    const python = serving();
    for (const { name, case: one, edition, image } of ours) {
      const path = join(dir, "image");
      writeFileSync(path, await octetsOf(one, image));
      const answer = await python.ask({ do: "read", edition, context: { ...CONTEXT, ...one.context }, image: path });
      if (!sameState(answer.value, suite.values.get(name))) differing.push(`${one.id} in ${edition}: ${name}`);
    }
    python.end();
    expect(differing).toEqual([]);
  });

  it("are what the reference reads under an option that it does not take by itself", async () => {
    for (const { name, case: one, edition, image, option } of pins.filter((pin) => pin.option !== undefined)) {
      const choices = { [one.choice!]: option };
      const reading = readImage({ edition, context: { ...CONTEXT, ...one.context }, choices });
      const octets = await octetsOf(one, image);
      reading.push(octets);
      let state = reading.end();
      const second = reading.secondPass?.();
      second?.push(octets);
      if (second) state = second.end();
      expect(state, `${one.id} in ${edition}, ${option}`).toEqual(suite.values.get(name));
    }
  });
});

/** What a case pins: nothing unless a Reader has to accept, under the `option` of the case's choice where it has one. */
function pinsOf({ images, values }: Suite, one: Case): Pin[] {
  if (one.value === undefined || one.reader === undefined || one.image === undefined) return [];
  const { reader } = one;
  const accepted = typeof reader === "string" ? [undefined] : Object.keys(reader).filter((o) => reader[o] === "accept");
  if (reader === "reject") return [];
  return editionsOf(suite, one).flatMap((edition) => {
    const image = images.get(one.image!.replace("@*", `.${edition}`));
    const name = nameIn(one, edition);
    if (!image?.editions.includes(edition) || !values.has(name)) return [];
    return accepted.map((option) => ({ name, case: one, edition, image, ...(option !== undefined && { option }) }));
  });
}

function editionsOf({ editions, requirements }: Suite, one: Case): Edition[] {
  const cited = one.breaks === undefined ? one.shows! : [one.breaks];
  return editions.filter(
    (edition) =>
      (one.editions ?? [edition]).includes(edition) &&
      cited.every((id) => requirements.get(id)!.editions.includes(edition)),
  );
}

function nameIn({ value = "" }: Case, edition: string): string {
  return value.replace("@*", `.${edition}`);
}

async function octetsOf({ patch = [], sums }: Case, image: Image): Promise<Uint8Array> {
  const edits = "length" in patch ? patch : [patch];
  return applyPatch(planPatch(image, edits, sums === "keep"), await image.octets());
}

function sameState(read: unknown, pinned: unknown): boolean {
  try {
    expect(read).toEqual(pinned);
    return true;
  } catch {
    return false;
  }
}

/** The Python adapter at work on one request after the other. */
function serving() {
  const child: ChildProcess = spawn("python3", [adapter, "serve"], {
    env: { ...process.env, DSI_PROTOCOL: "1", PYTHONDONTWRITEBYTECODE: "1" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    async ask(request: object): Promise<{ outcome?: string; value?: unknown }> {
      child.stdin!.write(`${JSON.stringify({ seq: "1", ...request })}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error("the Python adapter has gone");
      return JSON.parse(value);
    },
    end: () => child.stdin!.end(),
  };
}
