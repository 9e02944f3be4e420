import fc from "fast-check";
import { expect, test } from "vitest";
import { type Machine, RefusedError } from "./backend.ts";
import { isOurs, machineBody, platformBody, readMachine, readPlatform } from "./overlay.ts";

const machine: Machine = {
  kind: "v86",
  version: 1,
  vcpus: 1,
  memory: [
    { pfn: 0, pages: 0xa0, kind: "ram" },
    { pfn: 0xa0, pages: 0x20, kind: "hole" },
    { pfn: 0xc0, pages: 0x340, kind: "ram" },
  ],
  config: { memory: 4194304, jit: false, nested: { list: [1, null, "x"] } },
};

/** The body of MACHINE with other JSON. */
function withJson(text: string): Uint8Array {
  const head = machineBody(machine).slice(0, 24);
  const json = new TextEncoder().encode(text);
  new DataView(head.buffer).setUint32(20, json.length, true);
  return Uint8Array.from([...head, ...json]);
}

const edited = (edit: object) => withJson(JSON.stringify({ ...JSON.parse(jsonOf(machineBody(machine))), ...edit }));
const jsonOf = (body: Uint8Array) => new TextDecoder().decode(body.subarray(24));

test("a machine is read as it was written", () => {
  const body = machineBody(machine);
  expect(isOurs(body)).toBe(true);
  expect(readMachine(body, false)).toEqual(machine);
});

test("in an image of the other byte order as well", () => {
  const body = machineBody(machine);
  new DataView(body.buffer).setUint32(16, 1, false);
  new DataView(body.buffer).setUint32(20, body.length - 24, false);
  expect(readMachine(body, true)).toEqual(machine);
});

test.each([
  ["no JSON", withJson("{"), /not JSON/],
  ["a list", withJson("[]"), /no JSON object/],
  ["no kind", edited({ kind: 1 }), /lacks kind/],
  ["half a vCPU", edited({ vcpus: 0.5 }), /lacks kind, version, vcpus/],
  ["no memory", edited({ memory: null }), /memory/],
  ["a gap", edited({ memory: [[1, 2, "ram"]] }), /\[1,2,"ram"\] where a stretch from pfn 0/],
  [
    "an overlap",
    edited({
      memory: [
        [0, 2, "ram"],
        [1, 1, "rom"],
      ],
    }),
    /from pfn 2/,
  ],
  ["an empty stretch", edited({ memory: [[0, 0, "ram"]] }), /from pfn 0/],
  ["a kind of memory that is none", edited({ memory: [[0, 1, "flash"]] }), /flash/],
  ["more memory than there can be", edited({ memory: [[0, 1e15, "ram"]] }), /from pfn 0/],
  ["no configuration", edited({ config: [] }), /config/],
  ["another layout", Uint8Array.from(machineBody(machine), (octet, at) => (at === 16 ? 2 : octet)), /layout 2/],
  ["a cut", machineBody(machine).slice(0, -1), /cut short/],
  ["nothing", new Uint8Array(20), /too short/],
] as const)("a machine with %s is refused", (_, body, reason) => {
  expect(() => readMachine(body, false)).toThrow(RefusedError);
  expect(() => readMachine(body, false)).toThrow(reason);
});

test("arbitrary octets are a machine or refused", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.boolean(), (body, isBe) => {
      try {
        readMachine(body, isBe);
      } catch (error) {
        expect(error).toBeInstanceOf(RefusedError);
      }
    }),
  );
});

const sum = (octets: Uint8Array) => octets.reduce((total, octet) => (total * 31 + octet) >>> 0, 7);

test("platform state is read as it was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.uint8Array(), (kind, version, blob) => {
      const state = { kind, version, blob };
      expect(readPlatform(platformBody(state, sum), false, sum)).toEqual(state);
    }),
  );
});

test("platform state of which an octet was changed, or some are missing, is refused", () => {
  const body = platformBody({ kind: "v86", version: 1, blob: Uint8Array.of(1, 2, 3) }, sum);
  for (let at = 0; at < body.length; at++) {
    const changed = body.slice();
    changed[at]! ^= 1;
    expect(() => readPlatform(changed, false, sum), `octet ${at}`).toThrow(RefusedError);
    expect(() => readPlatform(body.slice(0, at), false, sum), `cut at ${at}`).toThrow(RefusedError);
  }
});
