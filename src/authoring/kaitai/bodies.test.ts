import { describe, expect, it } from "vitest";
import { ParseError } from "../../../generated/parser-runtime.ts";
import { parseColoBackChannel } from "../../../generated/strict/colo_back_channel.ts";
import { parseDomainSaveImage } from "../../../generated/strict/domain_save_image.ts";
import { parseHvmContextCpuXsave } from "../../../generated/strict/hvm_context.ts";
import { parseLibxlCheckpointState } from "../../../generated/strict/libxl_checkpoint_state.ts";
import { parseLibxlEmulatorXenstoreData } from "../../../generated/strict/libxl_emulator_xenstore_data.ts";
import { parseSharedInfo } from "../../../generated/strict/shared_info.ts";
import { parseStartInfoX8664 } from "../../../generated/strict/start_info_x86_64.ts";
import { parseVcpuGuestContextX8632 } from "../../../generated/strict/vcpu_guest_context_x86_32.ts";
import { parseX86CpuidPolicy } from "../../../generated/strict/x86_cpuid_policy.ts";
import { parseX86MsrPolicy } from "../../../generated/strict/x86_msr_policy.ts";
import { parseX86PvInfo } from "../../../generated/strict/x86_pv_info.ts";
import { parseX86PvP2mFrames } from "../../../generated/strict/x86_pv_p2m_frames.ts";
import { parseX86PvVcpuBasic } from "../../../generated/strict/x86_pv_vcpu_basic.ts";
import { parseX86PvVcpuExtended } from "../../../generated/strict/x86_pv_vcpu_extended.ts";
import { parseX86PvVcpuMsrs } from "../../../generated/strict/x86_pv_vcpu_msrs.ts";
import { parseX86PvVcpuXsave } from "../../../generated/strict/x86_pv_vcpu_xsave.ts";
import { imageOctets } from "./testing/images.ts";

const hex = (text: string, zeros = 0) =>
  Buffer.concat([Buffer.from(text.replaceAll(" ", ""), "hex"), Buffer.alloc(zeros)]);
const le = { isBe: false };
const be = { isBe: true };

/** A body, whether the strict form takes it, and what the row is about. */
type Row = [about: string, read: () => unknown, taken: boolean];

const extended = (length: number, inner = 0) => {
  const octets = Buffer.alloc(8 + length);
  if (length >= 8) octets.writeUInt32LE(Math.max(32, Math.min(length, 64)), 12);
  if (length >= 4) octets.writeUInt32LE(inner, 8);
  return () => parseX86PvVcpuExtended(octets, le);
};

const xsave = (xcr0: number, accum: number, area: number, xstate = 0, compacted = 0) => {
  const octets = Buffer.alloc(8 + 16 + area);
  octets.writeUInt32LE(xcr0, 8);
  octets.writeUInt32LE(accum, 16);
  if (area >= 528) octets.writeUInt32LE(xstate, 24 + 512);
  if (area >= 528) octets.writeUInt32LE(compacted, 24 + 524);
  return octets;
};

const rows: Row[] = [
  ["PV_INFO of a 64-bit guest", () => parseX86PvInfo(hex("0804 000000000000"), le), true],
  ["PV_INFO of a 32-bit guest", () => parseX86PvInfo(hex("0403 000000000000"), le), true],
  ["PV_INFO that pairs width 4 with 4 levels", () => parseX86PvInfo(hex("0404 000000000000"), le), false],
  ["PV_INFO of width 6", () => parseX86PvInfo(hex("0604 000000000000"), le), false],
  ["PV_INFO with a reserved octet set", () => parseX86PvInfo(hex("0804 000000000001"), le), false],
  [
    "P2M frames, width 8: 1024 pfns in 2 frames",
    () => parseX86PvP2mFrames(hex("00000000 ff030000", 16), { ...le, guestWidth: 8 }),
    true,
  ],
  [
    "P2M frames, width 4: 1024 pfns in 1 frame",
    () => parseX86PvP2mFrames(hex("00000000 ff030000", 8), { ...le, guestWidth: 4 }),
    true,
  ],
  ["P2M frames, one short", () => parseX86PvP2mFrames(hex("00000000 ff030000", 8), { ...le, guestWidth: 8 }), false],
  [
    "P2M frames, one too many",
    () => parseX86PvP2mFrames(hex("00000000 ff030000", 16), { ...le, guestWidth: 4 }),
    false,
  ],
  [
    "P2M frames of an empty range",
    () => parseX86PvP2mFrames(hex("00000000 00000000", 8), { ...le, guestWidth: 8 }),
    false,
  ],
  [
    "P2M frames whose range does not start at 0",
    () => parseX86PvP2mFrames(hex("00020000 ff030000", 8), { ...le, guestWidth: 8 }),
    false,
  ],
  ["EXTENDED of 31 octets", extended(31), false],
  ["EXTENDED of 32 octets", extended(32), true],
  ["EXTENDED of 40 octets", extended(40), true],
  ["EXTENDED of 64 octets", extended(64), true],
  ["EXTENDED of 128 octets", extended(128), true],
  ["EXTENDED of 129 octets", extended(129), false],
  ["EXTENDED without content", extended(0), true],
  ["EXTENDED that names another vCPU inside", extended(64, 1), false],
  ["XSAVE never used", () => parseX86PvVcpuXsave(xsave(0, 0, 0), le), true],
  ["XSAVE used, without area", () => parseX86PvVcpuXsave(xsave(3, 3, 0), le), false],
  ["XSAVE of x87 and SSE", () => parseX86PvVcpuXsave(xsave(3, 3, 576, 3), le), true],
  ["XSAVE of AVX", () => parseX86PvVcpuXsave(xsave(3, 7, 832, 7), le), true],
  ["XSAVE with a component that was never enabled", () => parseX86PvVcpuXsave(xsave(7, 3, 576), le), false],
  ["XSAVE in use of a component that was never enabled", () => parseX86PvVcpuXsave(xsave(3, 3, 576, 4), le), false],
  ["XSAVE compacted", () => parseX86PvVcpuXsave(xsave(3, 3, 576, 3, 0x8000_0000), le), false],
  ["XSAVE without content", () => parseX86PvVcpuXsave(hex("", 8), le), true],
  ["XSAVE of HVM, x87 and SSE", () => parseHvmContextCpuXsave(xsave(3, 3, 576, 3)), true],
  ["XSAVE of HVM, with zeros to spare", () => parseHvmContextCpuXsave(xsave(3, 3, 900, 3)), true],
  [
    "XSAVE of HVM with component 63 only where it was enabled",
    () => parseHvmContextCpuXsave(xsave(3, 1, 576, 3)),
    false,
  ],
  ["MSRS of one register", () => parseX86PvVcpuMsrs(hex("00000000 00000000 030100c0 00000000", 8), le), true],
  ["MSRS of 15 octets", () => parseX86PvVcpuMsrs(hex("00000000 00000000 030100c0 00000000", 7), le), false],
  ["MSRS with a reserved word", () => parseX86PvVcpuMsrs(hex("00000000 00000000 030100c0 01000000", 8), le), false],
  ["SHARED_INFO of a page", () => parseSharedInfo(hex("", 4096), { guestWidth: 8 }), true],
  ["SHARED_INFO of a page, 32-bit", () => parseSharedInfo(hex("", 4096), { guestWidth: 4 }), true],
  ["SHARED_INFO one octet short", () => parseSharedInfo(hex("", 4095), { guestWidth: 8 }), false],
  ["SHARED_INFO of two pages", () => parseSharedInfo(hex("", 8192), { guestWidth: 4 }), false],
  ["CPUID without leaves", () => parseX86CpuidPolicy(hex(""), le), false],
  ["CPUID of one leaf", () => parseX86CpuidPolicy(hex("", 24), le), true],
  ["CPUID of one leaf and an octet", () => parseX86CpuidPolicy(hex("", 25), le), false],
  ["MSR policy of PLATFORM_INFO", () => parseX86MsrPolicy(hex("ce000000", 12), le), true],
  ["MSR policy of another register", () => parseX86MsrPolicy(hex("cf000000", 12), le), false],
  ["MSR policy with flags", () => parseX86MsrPolicy(hex("ce000000 01000000", 8), le), false],
  ["xenstore data without keys", () => parseLibxlEmulatorXenstoreData(hex("02000000 00000000"), le), true],
  [
    "xenstore data, a key without value",
    () => parseLibxlEmulatorXenstoreData(hex("02000000 00000000 6100"), le),
    false,
  ],
  [
    "xenstore data, no NUL at the end",
    () => parseLibxlEmulatorXenstoreData(hex("02000000 00000000 6100 62"), le),
    false,
  ],
  ["xenstore data, an empty key", () => parseLibxlEmulatorXenstoreData(hex("02000000 00000000 00 6200"), le), false],
  [
    "xenstore data, an absolute key",
    () => parseLibxlEmulatorXenstoreData(hex("02000000 00000000 2f6100 6200"), le),
    false,
  ],
  ["xenstore data of a third emulator", () => parseLibxlEmulatorXenstoreData(hex("03000000 00000000"), le), false],
  ["CHECKPOINT_STATE of 4 octets", () => parseLibxlCheckpointState(hex("02000000"), le), true],
  ["CHECKPOINT_STATE of 8 octets", () => parseLibxlCheckpointState(hex("02000000 00000000"), le), true],
  ["CHECKPOINT_STATE of nothing", () => parseLibxlCheckpointState(hex(""), le), false],
  ["CHECKPOINT_STATE 5", () => parseLibxlCheckpointState(hex("05000000"), le), false],
];

it.each(rows)("%s", (_, read, taken) => {
  if (taken) expect(read()).toBeTypeOf("object");
  else expect(read).toThrow(ParseError);
});

describe("byte order", () => {
  const numbered = Uint8Array.from({ length: 5168 }, (_, i) => i % 253);
  // The number of entries of the descriptor table is held to its limit.
  numbered.fill(0, 4960, 4968);
  const rip = new DataView(numbered.buffer).getBigUint64(520 + 128, true);

  it.each([
    ["little-endian", le, "05000000"],
    ["big-endian", be, "00000005"],
  ])("a %s image has the vCPU's number in its own order, the context in the guest's", (_, order, vcpu) => {
    const basic = parseX86PvVcpuBasic(Buffer.concat([hex(vcpu, 4), numbered]), { ...order, guestWidth: 8 });
    expect(basic.vcpuId).toBe(5);
    expect(basic.context).toMatchObject({ userRegs: { rip } });
  });

  it("a big-endian policy, list of frames and emulator record follow their stream", () => {
    expect(parseX86CpuidPolicy(hex("80000008 ffffffff 00003030", 12), be).leaves[0]).toMatchObject({
      leaf: 0x8000_0008,
      eax: 0x3030,
    });
    expect(parseX86PvP2mFrames(hex("00000000 00000001 0000000000000203"), { ...be, guestWidth: 8 }).frames).toEqual([
      0x203n,
    ]);
    expect(parseLibxlEmulatorXenstoreData(hex("00000002 00000000 6b00 7600"), be)).toMatchObject({
      emulatorId: "qemu_upstream",
      entries: [{ key: "k", value: "v" }],
    });
  });
});

it("a 32-bit context has each field where the hypervisor's structure has it", () => {
  const octets = Uint8Array.from({ length: 2800 }, (_, i) => i % 253);
  octets.fill(0, 2704, 2708);
  const at = (offset: number) => new DataView(octets.buffer).getUint32(offset, true);
  const context = parseVcpuGuestContextX8632(octets);
  expect(context.userRegs).toMatchObject({
    ebx: at(516),
    edx: at(524),
    eax: at(540),
    eip: at(548),
    esp: at(560),
    ss: at(564) & 0xffff,
  });
  expect(context.trapCtxt[255]?.address).toBe(at(584 + 255 * 8 + 4));
  expect(context.gdtFrames[15]).toBe(at(2700));
  expect(context.ctrlreg[3]).toBe(at(2728));
  expect(context.vmAssist).toBe(at(2796));
});

it("the start_info page of a real guest is where its register says, and reads as such", () => {
  const { outermost } = parseDomainSaveImage(imageOctets("pv-tiny"));
  const records = "stream" in outermost ? (outermost.stream?.libxc?.records ?? []) : [];
  const bodyOf = (type: string) => records.find(({ header }) => header.type === type)?.body;
  const basic = bodyOf("x86_pv_vcpu_basic");
  const memory = bodyOf("page_data");
  if (!basic || !("context" in basic) || !memory || !("pages" in memory)) throw new Error("no vCPU or no memory");
  const { context } = basic;
  if (!context || !("userRegs" in context) || !("rdx" in context.userRegs)) throw new Error("no 64-bit context");
  const pfn = context.userRegs.rdx;
  const page = memory.pages[memory.pfns.filter((entry) => entry.hasData).findIndex((entry) => entry.pfn === pfn)];
  const info = parseStartInfoX8664(page as Uint8Array);
  expect(info).toMatchObject({ magic: "xen-3.0-x86_64", nrPages: 1024n });
  const known = new Set(memory.pfns.map((entry) => entry.pfn));
  expect([known.has(info.storeMfn), known.has(info.consoleMfn)]).toEqual([true, true]);
});

it("the back channel of a COLO pair holds messages of libxl and lists of libxc", () => {
  const channel = hex("05000000 04000000 01000000 00000000  0f000000 10000000 0200000000000000 feffffffffffff00");
  expect(parseColoBackChannel(channel, le).records.map(({ type, body }) => [type, body])).toMatchObject([
    ["checkpoint_state", { controlId: "svm_suspended" }],
    ["checkpoint_dirty_pfn_list", { pfns: [2n, 0xff_ffff_ffff_fffen] }],
  ]);
  expect(() => parseColoBackChannel(hex("01000000 00000000"), le)).toThrow(ParseError);
});
