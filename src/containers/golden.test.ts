import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  type BlobSink,
  type BlobSource,
  type Consumer,
  inspectImage,
  type OpenOptions,
  readImage,
  streamOfImage,
  UnsupportedError,
  verifyImage,
  writeImage,
} from "./index.ts";

const images = new URL("../../conformance/images/", import.meta.url);
const schemas = new URL("../../schemas/", import.meta.url);

/** What the prose shows as wrong. */
const prose = JSON.parse(readFileSync(new URL("../../conformance/cases/prose.json", import.meta.url), "utf8")) as {
  cases: { image: string; breaks?: string }[];
};
const wrong = new Set(prose.cases.filter(({ breaks }) => breaks !== undefined).map(({ image }) => `${image}.img`));

const names = readdirSync(images)
  .filter((file) => /\.img(\.gz)?$/.test(file) && !wrong.has(file))
  .map((file) => file.replace(/\.img(\.gz)?$/, ""));

/** Images that are framed right and hold no whole domain. */
const incomplete = (name: string) => name.startsWith("frame-only");
/** The MUSTs that an image breaks on purpose, by their codes; none for most. */
function departuresOf(name: string): string[] {
  if (incomplete(name)) return ["hvm-context-missing", "tsc-missing"];
  const headers = ["image-options-reserved", "image-reserved", "domain-reserved"];
  if (name === "pv32.reserved.draft-b") {
    const framing = ["record-options-reserved", "record-head-reserved", "record-foot-reserved"];
    return [...headers, ...framing, "pv-info-reserved", "page-reserved", "vcpu-info-reserved", "vcpu-reserved"];
  }
  if (!name.startsWith("reserved.")) return [];
  if (name.endsWith(".v4-draft")) headers.push("image-compat");
  return [...headers, "page-reserved", "tsc-reserved", "hvm-params-reserved", "record-padding"];
}
/** Images that end only together with a context of their own. */
const own = (name: string) => /^(ckpt|colo|back)-/.test(name);

function octetsOf(name: string): Buffer {
  try {
    return readFileSync(new URL(`${name}.img`, images));
  } catch {
    return gunzipSync(readFileSync(new URL(`${name}.img.gz`, images)));
  }
}

/** Machines in rounds are checkpointed as well, which the description of an image says. */
function optionsOf(name: string): OpenOptions {
  const { needs } = JSON.parse(readFileSync(new URL(`${name}.json`, images), "utf8")) as { needs: string[] };
  const stream = needs.includes("checkpoint") ? "remus" : "plain";
  return { deep: true, context: { stream, channel: "forward" } };
}

function feed<T>(consumer: Consumer<T>, octets: Uint8Array, piece = octets.length): T {
  for (let at = 0; at < octets.length; at += piece) consumer.push(octets.subarray(at, at + piece));
  return consumer.end();
}

function whole<T>(consumer: Consumer<T>, octets: Uint8Array, piece?: number): T {
  const first = feed(consumer, octets, piece);
  const second = consumer.secondPass?.();
  return second === undefined ? first : feed(second, octets, piece);
}

function memory(): BlobSink & BlobSource {
  const blobs = new Map<string, Uint8Array>();
  return {
    put(octets) {
      const sha256 = createHash("sha256").update(octets).digest("hex");
      blobs.set(sha256, octets.slice());
      return { len: octets.length, sha256 };
    },
    get: (sha256) => blobs.get(sha256) as Uint8Array,
  };
}

const ajv = new Ajv2020({ allErrors: true, strict: false });
for (const file of readdirSync(schemas).filter((file) => file.endsWith(".schema.json"))) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(file, schemas), "utf8")));
}

describe.each(names.filter((name) => !own(name)))("%s", (name) => {
  const octets = octetsOf(name);
  const options = optionsOf(name);

  test("verifies without a MUST finding", () => {
    const { verdict, findings, notChecked } = whole(verifyImage(options), octets);
    const departures = departuresOf(name);
    const codes = new Set(findings.filter(({ level }) => level === "MUST").map(({ code }) => code));
    expect([...codes].sort()).toEqual(departures.toSorted());
    expect(verdict).toBe(departures.length > 0 ? "reject" : "accept");
    expect(notChecked).toEqual([]);
  });
  if (incomplete(name)) return;

  test("is read to a state that its schema allows, the same in pieces of any size", () => {
    const state = whole(readImage(options), octets);
    expect(ajv.validate("state.schema.json", state), ajv.errorsText()).toBe(true);
    for (const piece of octets.length < 100_000 ? [1, 4097] : [65_521])
      expect(whole(readImage(options), octets, piece)).toEqual(state);
  });

  if (name.startsWith("legacy-")) {
    test("becomes no stream: what it says is never written", () => {
      expect(() => feed(streamOfImage(options, memory()), octets)).toThrow(UnsupportedError);
    });
    return;
  }

  test("becomes a stream that writes the same octets and the same state", () => {
    const blobs = memory();
    const document = feed(streamOfImage(options, blobs), octets, 1_000_003);
    expect(ajv.validate("stream.schema.json", document), ajv.errorsText()).toBe(true);
    const written = Buffer.concat([...writeImage(JSON.parse(JSON.stringify(document)), blobs)]);
    expect(written.equals(octets)).toBe(true);
    expect(whole(readImage(options), written)).toEqual(whole(readImage(options), octets));
  });
});

describe("RECORDS.txt, made by another program from the images of a real Xen", () => {
  const sections = readFileSync(new URL("RECORDS.txt", images), "utf8").split(/^== /m).slice(1);

  test.each(sections.map((text) => [text.slice(0, text.indexOf(":")), text] as const))("%s", (file, text) => {
    const name = file.replace(/\.(xl|wire)$/, "");
    const { layers, records } = feed(inspectImage(optionsOf(name)), octetsOf(name));
    const rows = text.split("\n").map((line) => line.match(/^\s*(?:libxl )?@(0x[0-9a-f]+) ([A-Z_0-9]+)(?: x(\d+))?/));
    const listed = rows
      .filter((row) => row !== null)
      .map(([, at, type, count]) => ({ at: Number(at), name: type, count: Number(count ?? 1) }));
    const found: { at: number; name: string; count: number }[] = [];
    for (const record of records) {
      const last = found.at(-1);
      if (last?.name === "PAGE_DATA" && record.name === "PAGE_DATA") last.count++;
      else found.push({ at: record.at, name: record.name, count: 1 });
    }
    expect(found).toEqual(listed);
    expect(layers.map(({ layer }) => layer)).toEqual(["xl", "libxl", "image", "domain"]);
    const headers = [...text.matchAll(/(?:xl|libxl|libxc image|libxc domain) header @(0x[0-9a-f]+|0)/g)].map(([, at]) =>
      Number(at),
    );
    expect(layers.map(({ at }) => at)).toEqual(headers);
    const lengths = [...text.matchAll(/@(0x[0-9a-f]+) [A-Z_0-9]+ len=(\d+)/g)].map(([, at, length]) => [
      Number(at),
      Number(length),
    ]);
    for (const [at, length] of lengths) expect(records.find((record) => record.at === at)?.length).toBe(length);
  });
});
