/** Bodies of records as the generated parsers see them, for people and tools to look at. Nothing here judges. */

import { parseArmIdPolicy } from "../../generated/open/arm_id_policy.ts";
import { parseArmVcpu } from "../../generated/open/arm_vcpu.ts";
import { parseCheckpointDirtyPfnList } from "../../generated/open/checkpoint_dirty_pfn_list.ts";
import { parseDraftBP2m } from "../../generated/open/draft_b_p2m.ts";
import { parseDraftBVcpuContext } from "../../generated/open/draft_b_vcpu_context.ts";
import { parseDraftBVcpuInfo } from "../../generated/open/draft_b_vcpu_info.ts";
import { parseDraftBX86PvInfo } from "../../generated/open/draft_b_x86_pv_info.ts";
import { parseHvmContext } from "../../generated/open/hvm_context.ts";
import { parseHvmParams } from "../../generated/open/hvm_params.ts";
import { parseImageDigest } from "../../generated/open/image_digest.ts";
import { parseLibxlCheckpointState } from "../../generated/open/libxl_checkpoint_state.ts";
import { parseLibxlEmulatorXenstoreData } from "../../generated/open/libxl_emulator_xenstore_data.ts";
import { parseMachine } from "../../generated/open/machine.ts";
import { parseMachineVcpu } from "../../generated/open/machine_vcpu.ts";
import { parseMemoryLayout } from "../../generated/open/memory_layout.ts";
import { parsePlatformState } from "../../generated/open/platform_state.ts";
import { parseRequires } from "../../generated/open/requires.ts";
import { parseSharedInfo } from "../../generated/open/shared_info.ts";
import { parseX86CpuidPolicy } from "../../generated/open/x86_cpuid_policy.ts";
import { parseX86MsrPolicy } from "../../generated/open/x86_msr_policy.ts";
import { parseX86PvInfo } from "../../generated/open/x86_pv_info.ts";
import { parseX86PvP2mFrames } from "../../generated/open/x86_pv_p2m_frames.ts";
import { parseX86PvVcpuBasic } from "../../generated/open/x86_pv_vcpu_basic.ts";
import { parseX86PvVcpuExtended } from "../../generated/open/x86_pv_vcpu_extended.ts";
import { parseX86PvVcpuMsrs } from "../../generated/open/x86_pv_vcpu_msrs.ts";
import { parseX86PvVcpuXsave } from "../../generated/open/x86_pv_vcpu_xsave.ts";
import { parseX86TscInfo } from "../../generated/open/x86_tsc_info.ts";
import { ParseError } from "../../generated/parser-runtime.ts";
import { hexText } from "./blobs.ts";
import type { CodecEdition } from "./edition.ts";
import { hex } from "./octets.ts";
import { DRAFT_B } from "./profile.ts";
import { LIBXL, RECORD } from "./vocabulary.ts";

/** A value of JSON: 64-bit integers as `0x` and hexadecimal, octets as hexadecimal pairs. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export type JsonObject = { readonly [name: string]: Json };

type View = (body: Uint8Array, isBe: boolean, guestWidth: number) => unknown;

const imageViews: ReadonlyMap<number, View> = new Map<number, View>([
  [RECORD.X86_PV_INFO, (body, isBe) => parseX86PvInfo(body, { isBe })],
  [RECORD.X86_PV_P2M_FRAMES, (body, isBe, guestWidth) => parseX86PvP2mFrames(body, { isBe, guestWidth })],
  [RECORD.X86_PV_VCPU_BASIC, (body, isBe, guestWidth) => parseX86PvVcpuBasic(body, { isBe, guestWidth })],
  [RECORD.X86_PV_VCPU_EXTENDED, (body, isBe) => parseX86PvVcpuExtended(body, { isBe })],
  [RECORD.X86_PV_VCPU_XSAVE, (body, isBe) => parseX86PvVcpuXsave(body, { isBe })],
  [RECORD.X86_PV_VCPU_MSRS, (body, isBe) => parseX86PvVcpuMsrs(body, { isBe })],
  [RECORD.SHARED_INFO, (body, _, guestWidth) => parseSharedInfo(body, { guestWidth })],
  [RECORD.X86_TSC_INFO, (body, isBe) => parseX86TscInfo(body, { isBe })],
  [RECORD.X86_CPUID_POLICY, (body, isBe) => parseX86CpuidPolicy(body, { isBe })],
  [RECORD.X86_MSR_POLICY, (body, isBe) => parseX86MsrPolicy(body, { isBe })],
  [RECORD.MEMORY_LAYOUT, (body, isBe) => parseMemoryLayout(body, { isBe })],
  [RECORD.REQUIRES, (body, isBe) => parseRequires(body, { isBe })],
  [RECORD.ARM_ID_POLICY, (body, isBe) => parseArmIdPolicy(body, { isBe })],
  [RECORD.ARM_VCPU, (body, isBe) => parseArmVcpu(body, { isBe })],
  [RECORD.MACHINE, (body, isBe) => parseMachine(body, { isBe })],
  [RECORD.MACHINE_VCPU, (body, isBe) => parseMachineVcpu(body, { isBe })],
  [RECORD.PLATFORM_STATE, (body, isBe) => parsePlatformState(body, { isBe })],
  [RECORD.IMAGE_DIGEST, (body, isBe) => parseImageDigest(body, { isBe })],
  [RECORD.HVM_CONTEXT, (body) => parseHvmContext(body)],
  [RECORD.HVM_PARAMS, (body, isBe) => parseHvmParams(body, { isBe })],
  [RECORD.CHECKPOINT_DIRTY_PFN_LIST, (body, isBe) => parseCheckpointDirtyPfnList(body, { isBe })],
]);

const draftBViews: ReadonlyMap<number, View> = new Map<number, View>([
  [DRAFT_B.VCPU_INFO, (body, isBe) => parseDraftBVcpuInfo(body, { isBe })],
  [DRAFT_B.VCPU_CONTEXT, (body, isBe, guestWidth) => parseDraftBVcpuContext(body, { isBe, guestWidth })],
  [DRAFT_B.X86_PV_INFO, (body, isBe) => parseDraftBX86PvInfo(body, { isBe })],
  [DRAFT_B.P2M, (body, isBe) => parseDraftBP2m(body, { isBe })],
]);

const libxlViews: ReadonlyMap<number, View> = new Map<number, View>([
  [LIBXL.EMULATOR_XENSTORE_DATA, (body, isBe) => parseLibxlEmulatorXenstoreData(body, { isBe })],
  [LIBXL.CHECKPOINT_STATE, (body, isBe) => parseLibxlCheckpointState(body, { isBe })],
]);

/** The fields of a body by the names of the .ksy; undefined for a type without fields, or a body that is not laid out like its type. */
export function viewBody(
  layer: "image" | "libxl",
  type: number,
  body: Uint8Array,
  isBe: boolean,
  guestWidth: number,
  edition: CodecEdition,
): JsonObject | undefined {
  const views = edition === "draft-b" ? draftBViews : imageViews;
  const view = (layer === "image" ? views : libxlViews).get(type);
  if (view === undefined) return undefined;
  try {
    return json(view(body, isBe, guestWidth)) as JsonObject;
  } catch (error) {
    if (error instanceof ParseError) return undefined;
    throw error;
  }
}

function json(value: unknown): Json {
  if (typeof value === "bigint") return hex(value);
  if (value instanceof Uint8Array) return hexText(value);
  if (Array.isArray(value)) return value.map(json);
  if (typeof value !== "object" || value === null) return value as Json;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [snakeCase(name), json(member)]));
}

/** The generated interfaces use camelCase, the .ksy and documents snake_case. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
