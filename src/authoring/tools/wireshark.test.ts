import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { captureOf } from "./testing/pcap.ts";

const isHere = spawnSync("tshark", ["--version"]).error === undefined;
if (!isHere && process.env.DSI_REQUIRE_TOOLS === "1") throw new Error("DSI_REQUIRE_TOOLS=1, but there is no tshark");

function image(name: string): Uint8Array {
  const octets = readFileSync(`conformance/images/${name}`);
  return name.endsWith(".gz") ? gunzipSync(octets) : octets;
}

/** What tshark says of a capture with the dissector loaded. */
function tshark(octets: Uint8Array, args: readonly string[], options: Parameters<typeof captureOf>[1] = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "dsi-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "migration.pcap");
  writeFileSync(file, captureOf(octets, options));
  const { stdout, stderr, status, error } = spawnSync(
    "tshark",
    ["-n", "-X", "lua_script:generated/tools/domain-save-image.lua", "-r", file, ...args],
    { encoding: "utf8", maxBuffer: 2 ** 28, env: { ...process.env, HOME: folder } },
  );
  expect(error).toBeUndefined();
  expect(stderr.replace(/^Running as user.*\n/gm, ""), stderr).toBe("");
  expect(stdout).not.toContain("Lua Error");
  expect(status).toBe(0);
  return stdout;
}

/** Values of fields, of the whole capture in order. */
function values(
  octets: Uint8Array,
  fields: readonly string[],
  options: Parameters<typeof captureOf>[1] = {},
): string[][] {
  const args = ["-Y", "xensave", "-T", "fields", ...fields.flatMap((field) => ["-e", field])];
  const lines = tshark(octets, args, options).trimEnd().split("\n");
  return fields.map((_, index) =>
    lines.flatMap((line) => (line.split("\t")[index] ?? "").split(",")).filter((value) => value !== ""),
  );
}

const NAMES: ReadonlyMap<number, string> = new Map(
  [...readFileSync("schemas/record_header.ksy", "utf8").matchAll(/^ {4}(0x[0-9a-f]+):\n {6}id: (\w+)$/gm)].map(
    ([, number, id]) => [Number(number), id!.toUpperCase()] as const,
  ),
);

/** The names of the records of a golden image, as another program listed them in RECORDS.txt. */
function listed(name: string): { order: string[]; text: string } {
  const text = readFileSync("conformance/images/RECORDS.txt", "utf8")
    .split(/^(?=== )/m)
    .find((section) => section.startsWith(`== ${name}: `))!;
  const [, order = ""] = /^libxc end .*; order: (.*)$/m.exec(text)!;
  const names = order.split(" ").flatMap((word) => {
    const [one = "", times = "1"] = word.split("*");
    return Array.from({ length: Number(times) }, () => one);
  });
  return { order: names, text };
}

test.runIf(isHere).each(["pv-tiny", "hvm-tiny-8M", "pvh-tiny-1vcpu"])(
  "the migration of %s, which a real Xen saved, is followed record by record",
  (name) => {
    const { order, text } = listed(`${name}.min.xl`);
    const [version, records, libxl, khz, nsec] = values(image(`${name}.min.img.gz`), [
      "xensave.version",
      "xensave.record",
      "xensave.libxl_record",
      "xensave.x86_tsc_info.khz",
      "xensave.x86_tsc_info.nsec",
    ]);
    expect(version).toEqual(["3"]);
    expect(records!.map((type) => NAMES.get(Number(type)))).toEqual(order);
    expect(libxl!.map(Number)).toEqual(
      [...text.matchAll(/^libxl @\S+ (\w+) /gm)].map(
        ([, word]) => ({ LIBXC_CONTEXT: 1, EMULATOR_CONTEXT: 3, EMULATOR_XENSTORE_DATA: 2, END: 0 })[word!],
      ),
    );
    const [, mode, wantedKhz, wantedNsec] = /X86_TSC_INFO len=24 mode=(\d+) khz=(\d+) nsec=(\d+)/.exec(text)!;
    expect(mode).toBe("0");
    expect([khz, nsec!.map(BigInt)]).toEqual([[wantedKhz], [BigInt(wantedNsec!)]]);
  },
);

test.runIf(isHere)("pages, parameters and enumerations have names and places of their own", () => {
  const octets = image("hvm-tiny-8M.min.img.gz");
  const { text } = listed("hvm-tiny-8M.min.xl");
  const [types, index, value] = values(octets, [
    "xensave.page_data.pfn_entry.type",
    "xensave.hvm_params.hvm_param.name",
    "xensave.hvm_params.hvm_param.value",
  ]);
  const counts = Object.fromEntries(
    [...text.matchAll(/\b(NOTAB|XALLOC):(\d+)/g)].map(([, type, count]) => [type, Number(count)]),
  );
  expect(types!.filter((type) => Number(type) === 0)).toHaveLength(counts.NOTAB!);
  expect(types!.filter((type) => Number(type) === 0xe)).toHaveLength(counts.XALLOC!);
  const params = [...text.matchAll(/\((\d+)\)=(0x[0-9a-f]+)/g)].map(([, number, param]) => [
    Number(number),
    BigInt(param!),
  ]);
  expect(index!.map((number, i) => [Number(number), BigInt(value![i]!)])).toEqual(params);
});

test.runIf(isHere)("byte orders, checkpoints, trailers and small segments do not lead it astray", () => {
  const plain = values(image("small.v3.img"), ["xensave.record"]);
  for (const segment of [9, 64, 65_000])
    expect(values(image("small.v3.img"), ["xensave.record"], { segment })).toEqual(plain);
  const names = (name: string) => values(image(name), ["xensave.record"])[0]!.map((type) => NAMES.get(Number(type)));
  const order = names("pv-tiny.bare.v3.img.gz");
  expect(order.at(-1)).toBe("END");
  expect(names("pv-tiny.bare-be.v3.img.gz")).toEqual(order);
  expect(names("checked-sha256.v4-draft.img").at(-1)).toBe("END");
  expect(names("ckpt-hvm.libxl.v3.img").filter((one) => one === "CHECKPOINT").length).toBeGreaterThan(1);
  expect(tshark(image("small.v3.img"), ["-2", "-V", "-Y", "xensave"])).toContain("Record PAGE_DATA, ");
});

test.runIf(isHere)("what departs from the specification is told as expert information, with the requirement", () => {
  const octets = Buffer.from(image("small.v3.img"));
  expect(tshark(octets, ["-q", "-z", "expert"])).not.toMatch(/[A-Z]+-\d{3}: /);
  octets[30] = 1;
  const record = octets.indexOf(Buffer.from("0800000018000000", "hex"));
  octets[record + 8] = 9;
  const told = tshark(octets, ["-q", "-z", "expert"]);
  expect(told).toMatch(/DOM-006/);
  expect(told).toMatch(/X86-003: wanted a value of tsc_mode/);
  const foreign = Buffer.concat([octets.subarray(0, 40), Buffer.from("efbe000000000000", "hex"), octets.subarray(40)]);
  expect(tshark(foreign, ["-q", "-z", "expert"])).toContain("Mandatory record of unknown type");
});
