import { describe, expect, test } from "vitest";
import { BackendError, PAGE, RefusedError } from "../backend.ts";
import { parseCommandLine, splitWords } from "./command-line.ts";
import { parseState } from "./device-state.ts";
import { memoryLayout } from "./memory-map.ts";
import { descriptionAt, ramSections, StreamParser, streamHead } from "./stream.ts";

describe("the words of a command line", () => {
  test.each([
    ["", []],
    ["  a  b ", ["a", "b"]],
    [`-append "a 'b'" c`, ["-append", "a 'b'", "c"]],
    [String.raw`'a\b' a\ b "a\"b"`, [String.raw`a\b`, "a b", 'a"b']],
    [`''`, [""]],
  ])("%j are %j", (text, words) => expect(splitWords(text)).toEqual(words));

  test("a quote that stays open is refused", () => {
    expect(() => splitWords("a 'b")).toThrow(BackendError);
  });

  test("memory, machine, vCPUs and CPU are taken out, the rest stays", () => {
    const line = parseCommandLine(["--machine", "type=q35", "-kernel", "k", "-m", "1G", "-smp", "2,cores=2"], {
      cpu: "max",
    });
    expect(line).toEqual({ machine: "q35", memory: 2 ** 30, vcpus: "2,cores=2", cpu: "max", rest: ["-kernel", "k"] });
  });

  test.each([
    ["-incoming", /not for the caller/],
    ["-S", /not for the caller/],
    ["-m", /lacks its value/],
    ["-m 1e3", /no amount/],
    ["-m 0", /no amount/],
  ])("%s is refused", (text, reason) => {
    expect(() => parseCommandLine(splitWords(text))).toThrow(reason);
  });
});

describe("the memory map", () => {
  const view = (lines: string) =>
    `FlatView #3\n AS "memory", root: system\n Root memory region: system\n${lines}\nFlatView #4\n`;
  const line = (first: number, last: number, text: string) =>
    `  ${first.toString(16).padStart(16, "0")}-${last.toString(16).padStart(16, "0")} (prio 0, ${text}`;
  const G = 2 ** 30;
  const low = [
    line(0, 0xbffff, "ram): ram0"),
    line(0xc0000, 0xfffff, "rom): pc.rom"),
    line(0x100000, 3 * G - 1, "ram): ram0 @0000000000100000"),
    line(0xfee00000, 0xfeefffff, "i/o): apic-msi"),
    line(4 * G - 0x40000, 4 * G - 1, "rom): pc.bios"),
  ];
  const high = line(4 * G, 6 * G - 1, "ram): ram0 @00000000c0000000");

  test("has RAM under firmware, none under devices, and its upper part above 4 GiB", () => {
    const { map, parts } = memoryLayout(view([...low, high].join("\n")), ["ram0"], 5 * G);
    const pages = (octets: number) => octets / PAGE;
    expect(map).toEqual([
      { pfn: 0, pages: pages(3 * G), kind: "ram" },
      { pfn: pages(3 * G), pages: pages(G - 0x40000), kind: "hole" },
      { pfn: pages(4 * G - 0x40000), pages: 0x40, kind: "rom" },
      { pfn: pages(4 * G), pages: pages(2 * G), kind: "ram" },
    ]);
    expect(parts).toEqual([
      { pfn: 0, pages: pages(3 * G), page: 0 },
      { pfn: pages(4 * G), pages: pages(2 * G), page: pages(3 * G) },
    ]);
  });

  test.each([
    ["nothing", "", 3 * G],
    ["memory that is moved", low.map((one) => one.replace("@0000000000100000", "@0000000000200000")).join("\n"), 3 * G],
    ["half a page", low.join("\n"), 3 * G + 1],
  ])("of %s is refused", (_, lines, octets) => {
    expect(() => memoryLayout(view(lines), ["ram0"], octets)).toThrow(BackendError);
  });
});

describe("QEMU's stream", () => {
  const page = new Uint8Array(PAGE).fill(7);
  const blocks = [
    { name: "bios", octets: 2 * PAGE, pages: [page, undefined] },
    { name: "vga", octets: PAGE, pages: [page] },
  ];
  const description = Buffer.from('{"page_size":4096,"devices":[]}');
  const tail = Buffer.concat([Buffer.of(0, 6, 0, 0, 0, description.length), description]);
  const stream = Buffer.concat([streamHead("pc"), ramSections(2, blocks), tail]);

  function parsed(pieces: Iterable<Uint8Array>) {
    const seen: unknown[] = [];
    const parser = new StreamParser(
      {
        machine: (name) => seen.push(name),
        blocks: (list) => seen.push(list),
        page: ({ name }, offset, octets) => seen.push([name, offset, octets?.[0]]),
        last: () => seen.push("last"),
      },
      false,
    );
    for (const piece of pieces) parser.push(piece);
    return { seen, tail: parser.whole() };
  }

  const wanted = [
    "pc",
    [
      { name: "bios", octets: 2 * PAGE },
      { name: "vga", octets: PAGE },
    ],
    "last",
    ["bios", 0, 7],
    ["bios", PAGE, undefined],
    ["vga", 0, 7],
  ];

  test("is read as it was written, in pieces of any size", () => {
    for (const size of [1, 7, 4096, stream.length]) {
      const pieces = Array.from({ length: Math.ceil(stream.length / size) }, (_, at) =>
        Uint8Array.from(stream.subarray(at * size, (at + 1) * size)),
      );
      expect(parsed(pieces), `pieces of ${size}`).toEqual({ seen: wanted, tail });
    }
  });

  test("has no end before its description is whole", () => {
    for (let cut = stream.length - tail.length; cut < stream.length; cut++)
      expect(parsed([stream.subarray(0, cut)]).tail).toBeUndefined();
    expect(descriptionAt(tail)).toBe(6);
  });

  test("of anything else is refused, and so is a state that is not whole", () => {
    const changed = (at: number) => Uint8Array.from(stream, (octet, index) => (index === at ? 0xee : octet));
    for (const at of [0, 7, 8, 15]) expect(() => parsed([changed(at)]), `octet ${at}`).toThrow(BackendError);
    const state = { kind: "qemu", version: 1, blob: Uint8Array.from(stream) };
    expect(parseState(state)).toEqual({ machine: "pc", devices: [] });
    for (const other of [
      { ...state, kind: "v86" },
      { ...state, version: 2 },
      { ...state, blob: changed(0) },
      { ...state, blob: state.blob.slice(0, -1) },
      { ...state, blob: new Uint8Array(0) },
    ])
      expect(() => parseState(other)).toThrow(RefusedError);
  });
});
