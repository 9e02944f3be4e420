import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { luaOf } from "./expression.ts";
import { exportTargets } from "./targets.ts";

const isHere = (tool: string, option = "--version") => {
  const here = spawnSync(tool, [option]).error === undefined;
  if (!here && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error(`DSI_REQUIRE_TOOLS=1, but there is no ${tool}`);
  return here;
};

const IMAGES = "conformance/images";

/** What file(1) says of every image of the suite, by its name. */
function told(): Map<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const names = readdirSync(IMAGES).filter((name) => /\.img(\.gz)?$/.test(name));
  for (const name of names) {
    const octets = readFileSync(join(IMAGES, name));
    // A start is enough, and keeps the folder small.
    writeFileSync(
      join(folder, name.replace(/\.img(\.gz)?$/, "")),
      (name.endsWith(".gz") ? gunzipSync(octets) : octets).subarray(0, 65536),
    );
  }
  const run = spawnSync(
    "file",
    ["-m", "generated/tools/domain-save-image.magic", "-r", ...readdirSync(folder).map((name) => join(folder, name))],
    { encoding: "utf8" },
  );
  expect(run.stderr).toBe("");
  return new Map(
    run.stdout
      .trimEnd()
      .split("\n")
      .map((line) => {
        const [, name = "", text = ""] = /([^/]+?): +(.*)$/.exec(line)!;
        return [name, text];
      }),
  );
}

test.runIf(isHere("file"))("file names edition, container, kind of guest and writer of every image", () => {
  const said = told();
  const GUESTS = [
    [/(^|-)pv(?!h)/, "x86 (paravirtual|PV) guest"],
    [/^arm/, "ARM guest"],
    [/^machine-/, "Machine of (v86|QEMU)"],
    [/./, "x86 hardware virtual machine"],
  ] as const;
  let compared = 0;
  for (const name of said.keys()) {
    const { edition, container } = wanted(name);
    if (edition === undefined) continue;
    const text = said.get(name)!;
    compared++;
    const [, guest] = GUESTS.find(([pattern]) => pattern.test(name))!;
    expect(text, name).toContain(`of edition ${edition}`);
    expect(text, name).toMatch(new RegExp(guest));
    expect(text.includes("libxl stream"), name).toBe(container.includes("libxl"));
    expect(text.includes("xl save file"), name).toBe(container.includes("xl"));
    expect(text.includes("libvirt save file"), name).toBe(container.includes("libvirt"));
    expect(text.includes("xenopsd suspend image"), name).toBe(container.includes("xenopsd"));
    expect(text.includes("big-endian"), name).toBe(/-be\./.test(name));
  }
  expect(compared).toBeGreaterThan(80);
  expect(said.get("pv-tiny")).toBe(
    "domain save image, xl save file, libxl stream with image of edition v3, x86 paravirtual guest, written by Xen 4.17",
  );
  expect(said.get("legacy-hvm64-xl")).toBe("domain save image, xl save file, legacy stream, from before Xen 4.6");
});

/** The edition and the containers of an image, by its description. */
function wanted(name: string): { edition: string | undefined; container: readonly string[] } {
  const { editions, needs } = JSON.parse(readFileSync(join(IMAGES, `${name}.json`), "utf8")) as {
    editions: string[];
    needs: string[];
  };
  const isOurs = !/^(prose|back|legacy)|\.older\./.test(name);
  return { edition: isOurs ? editions[0] : undefined, container: needs };
}

test("file says nothing of what is no image", { skip: !isHere("file") }, () => {
  const run = spawnSync(
    "file",
    ["-b", "-m", "generated/tools/domain-save-image.magic", "package.json", "conformance/images/legacy-pv64.img"],
    { encoding: "utf8" },
  );
  expect(run.stdout).not.toContain("save image");
});

test.runIf(isHere("dot", "-V"))("graphviz draws the pictures of the format", () => {
  for (const name of readdirSync("generated/tools").filter((file) => file.endsWith(".dot"))) {
    const run = spawnSync("dot", ["-Tsvg", join("generated/tools", name)], { encoding: "utf8", maxBuffer: 2 ** 26 });
    expect(run.status, run.stderr).toBe(0);
    expect(run.stdout.match(/<g id="node/g)!.length, name).toBeGreaterThan(8);
  }
});

test("expressions of the description are said in Lua by their precedence, and refused where they cannot", () => {
  const lua = (text: string) =>
    luaOf(
      text,
      (name) => (name === "count" ? "v.count" : undefined),
      () => 7,
    );
  expect(lua("(8 - count % 8) % 8")).toBe(
    "((8 - (v.count % 8)) % 8)".replace("((8", "(((8").replace(" % 8)) % 8)", " % 8))) % 8)"),
  );
  expect(lua("count == a::b ? 1 : 2 + 3 * 4")).toBe("pick((v.count == 7), 1, (2 + (3 * 4)))");
  expect(lua("not count >= 3 and count & 1 != 0")).toContain("band(");
  for (const text of ["other", "count[0]", "count.as<x>", "1 +", "count ? 1"]) expect(() => lua(text), text).toThrow();
});

test("parsers of other languages come as a set, which says what it lacks", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const missing = await exportTargets(".", folder, ["python", "construct"]);
  const ksys = readdirSync("schemas").filter((name) => name.endsWith(".ksy"));
  expect(readdirSync(join(folder, "python"))).toHaveLength(ksys.length);
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  for (const { target, ksy } of missing) {
    expect(target).toBe("construct");
    expect(readme).toContain(`\`construct\` lacks \`${ksy}\``);
  }
  const sources = readdirSync(join(folder, "python")).map((name) => join(folder, "python", name));
  const run = spawnSync("python3", ["-m", "py_compile", ...sources], { encoding: "utf8" });
  if (run.error === undefined) expect(run.stderr).toBe("");
});
