import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseDomainSaveImage as openParse } from "../../../generated/open/domain_save_image.ts";
import { locateColoBackChannel } from "../../../generated/strict/colo_back_channel.ts";
import {
  type DomainSaveImage,
  locateDomainSaveImage,
  parseDomainSaveImage,
} from "../../../generated/strict/domain_save_image.ts";
import type { HvmContext } from "../../../generated/strict/hvm_context.ts";
import type { HvmParams } from "../../../generated/strict/hvm_params.ts";
import type { LibxcStream } from "../../../generated/strict/libxc_stream.ts";
import type { PageData } from "../../../generated/strict/page_data.ts";
import type { X86CpuidPolicy } from "../../../generated/strict/x86_cpuid_policy.ts";
import type { X86TscInfo } from "../../../generated/strict/x86_tsc_info.ts";
import { imageNames, imageOctets, recordsText } from "./testing/images.ts";

// Whole lists of a million holes are read once, by real.test.ts in a process of its own.
// The images `reserved.E` depart from what is to be zero on purpose.
const small = imageNames(5_000_000).filter((name) => !/^(back-|reserved\.)/.test(name));

function libxcOf({ outermost }: DomainSaveImage): LibxcStream {
  const part = "parts" in outermost ? outermost.parts.find(({ image }) => image !== undefined)?.image : undefined;
  const stream = part ?? ("stream" in outermost ? outermost.stream : outermost);
  const libxc = stream && "libxc" in stream ? stream.libxc : stream;
  if (!libxc || !("records" in libxc)) throw new Error("no libxc stream");
  return libxc;
}

describe.each(small)("%s", (name) => {
  const octets = imageOctets(name);

  it("breaks no condition of the strict form, and reads the same in the open form", () => {
    const strict = parseDomainSaveImage(octets);
    expect(libxcOf(strict).records.length).toBeGreaterThan(0);
    expect(textOf(openParse(octets))).toBe(textOf(strict));
  });

  it("has a place for every octet: fields do not overlap and leave no gap", () => {
    const { fields, error } = locateDomainSaveImage(octets);
    expect(error).toBeUndefined();
    let at = 0;
    for (const { path, start, end, value, bits } of fields) {
      if (value === undefined || start === end) continue;
      if (bits === undefined || start > at) expect(start, path).toBe(at);
      at = Math.max(at, end);
    }
    expect(at).toBe(octets.length);
  });

  it("gives views on the input, not copies", () => {
    const pages = libxcOf(parseDomainSaveImage(octets)).records.flatMap((r) => ("pages" in r.body ? r.body.pages : []));
    for (const page of pages) expect(page.buffer).toBe(octets.buffer);
  });
});

/** A value as text, octets by their digest: quicker to compare than a million octets one by one. */
function textOf(image: DomainSaveImage): string {
  return JSON.stringify(image, (_, value: unknown) => {
    if (typeof value === "bigint") return `0x${value.toString(16)}`;
    return value instanceof Uint8Array ? `${value.length} ${createHash("sha256").update(value).digest("hex")}` : value;
  });
}

describe.each(["back-dialogue", "back-dirty"])("%s, the back channel of a COLO pair", (name) => {
  it("breaks no condition, and its octets are all read", () => {
    const octets = imageOctets(name);
    const { error, end } = locateColoBackChannel(octets, { isBe: false });
    expect([error, end]).toEqual([undefined, octets.length]);
  });
});

describe("a COLO stream", () => {
  it("has an order for the next checkpoint between two rounds", () => {
    const { records } = libxcOf(parseDomainSaveImage(imageOctets("colo-hvm.libxl.v3")));
    const inside = records
      .filter(({ header }) => header.type === "checkpoint")
      .map((r) => [r.libxlRecords, r.libxlMessage].flat());
    const types = inside.map((some) => some.map((record) => record?.header.type).filter((type) => type !== undefined));
    expect(types.map((some) => some.slice(-2))).toEqual([
      ["checkpoint_end", "checkpoint_state"],
      ["checkpoint_end", "checkpoint_state"],
      [expect.anything(), "checkpoint_end"],
    ]);
  });
});

describe.each([
  "hvm-tiny-8M.min",
  "pv-tiny",
  "pv-tiny-msr",
  "pv-tiny.min",
  "pvh-tiny-1vcpu.min",
])("%s and RECORDS.txt", (name) => {
  const octets = imageOctets(name);
  const libxc = libxcOf(parseDomainSaveImage(octets));
  const text = recordsText(name);
  const bodies = <T>(type: string) => libxc.records.filter((r) => r.header.type === type).map((r) => r.body as T);

  it("agree on the sequence of records", () => {
    const order = /libxc end .*?: (\d+) records, .*order: (.*)/.exec(text) as RegExpExecArray;
    const runs: [string, number][] = [];
    for (const { header } of libxc.records) {
      const type = String(header.type).toUpperCase();
      const last = runs.at(-1);
      if (last && last[0] === type) last[1]++;
      else runs.push([type, 1]);
    }
    expect(runs.map(([type, n]) => (n === 1 ? type : `${type}*${n}`)).join(" ")).toBe(order[2]);
    expect(libxc.records.length).toBe(Number(order[1]));
  });

  it("agree on where each record stands and how long it is", () => {
    const told = [...text.matchAll(/^ {2}@0x([0-9a-f]+) ([A-Z0-9_]+) len=(\d+)/gm)].map(([, at, type, length]) => [
      Number.parseInt(at as string, 16),
      type,
      Number(length),
    ]);
    const { fields } = locateDomainSaveImage(octets);
    const at = (path: string) => fields.find((f) => f.path.endsWith(path));
    const found = libxc.records
      .map(({ header }, i) => [
        at(`.records[${i}].header.type`)?.start,
        String(header.type).toUpperCase(),
        header.bodyLength,
      ])
      .filter(([, type]) => type !== "PAGE_DATA");
    expect(found).toEqual(told);
  });

  it("agree on the types of pages", () => {
    const counts = new Map<string, number>();
    for (const { pfns } of bodies<PageData>("page_data")) {
      for (const { type } of pfns) counts.set(String(type), (counts.get(String(type)) ?? 0) + 1);
    }
    const told = [...text.matchAll(/([A-Z0-9|]+):(\d+)(?=[^\]]*\], pages with data)/g)].map(([, type, n]) => [
      (type as string)
        .toLowerCase()
        .replace("tab|pin", "pin")
        .replace(/^l(\d)tab$/, "l$1"),
      Number(n),
    ]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(told));
  });

  it("agree on the time-stamp counter and the CPUID leaves", () => {
    const [tsc] = bodies<X86TscInfo>("x86_tsc_info");
    expect(text).toContain(
      `mode=0 khz=${tsc?.khz} nsec=${tsc?.nsec} incarnation=${tsc?.incarnation} res=${tsc?.reserved}`,
    );
    expect(tsc?.mode).toBe("default");
    const [policy] = bodies<X86CpuidPolicy>("x86_cpuid_policy");
    const leaves = policy?.leaves.map(
      (l) => l.leaf.toString(16) + (l.subleaf === 0xffffffff ? "" : `.${l.subleaf.toString(16)}`),
    );
    expect(text).toContain(`leaves=${leaves?.length} [${leaves?.join(" ")}]`);
  });

  it("agree on the HVM context and parameters", () => {
    const [context] = bodies<HvmContext>("hvm_context");
    const [params] = bodies<HvmParams>("hvm_params");
    expect(context === undefined).toBe(name.startsWith("pv-"));
    if (!context || !params) return;
    const codes = [...text.matchAll(/([A-Z_]+)\((\d+)\)\.(\d+):(\d+)/g)].map(([, code, , instance, length]) => [
      code?.toLowerCase(),
      Number(instance),
      Number(length),
    ]);
    expect(context.entries.map((e) => [e.typecode, e.instance, e.length])).toEqual(codes);
    const shown = params.params.map((p) => `${String(p.name).toUpperCase()}(${p.index})=0x${p.value.toString(16)}`);
    expect(text).toContain(`count=${params.count} res=0 ${shown.join(" ")}`);
  });
});
