import { expect, test } from "vitest";
import { leavesOf } from "./state-leaves.ts";

test("names leaves by what tells them apart", () => {
  const octets = { len: 3, sha256: "aa" };
  const leaves = leavesOf({
    tsc: { mode: 0 },
    cpuid: [[1, 0, 10, 11, 12, 13]],
    hvm: {
      params: [
        [1, "0xfe"],
        [0x1b, "0x0"],
      ],
      context: [
        { type: 2, instance: 0, body: octets },
        { type: 2, instance: 0, body: octets },
      ],
    },
    pv: { vcpus: [{ id: 3, basic: octets, msrs: [[0x48, "0x1"]] }], p2m: { frames: ["0x7"] } },
    emulators: [{ id: 1, index: 0, xenstore: [["key", "value"]], context: null }],
  });
  expect(Object.fromEntries(leaves)).toEqual({
    "tsc.mode": 0,
    "cpuid.0x1/0x0": [10, 11, 12, 13],
    "hvm.params.0x1": "0xfe",
    "hvm.params.0x1b": "0x0",
    "hvm.context.2/0": octets,
    "hvm.context.2/0#1": octets,
    "pv.vcpus.3.basic": octets,
    "pv.vcpus.3.msrs.0x48": "0x1",
    "pv.p2m.frames.0": "0x7",
    "emulators.1/0.xenstore.key": "value",
    "emulators.1/0.context": null,
  });
});
