// Generated from schemas/draft_b_vcpu_context.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/DraftBVcpuContext";
import { type Located, locate, parse, register } from "../parser-runtime.ts";
import "./vcpu_guest_context_x86_32.ts";
import "./vcpu_guest_context_x86_64.ts";
import { type VcpuGuestContextX8632 } from "./vcpu_guest_context_x86_32.ts";
import { type VcpuGuestContextX8664 } from "./vcpu_guest_context_x86_64.ts";

/**
 * Registers of one vCPU: `vcpu_guest_context` in the guest's width and, whatever
 * the byte order of the image, in the guest's byte order.
 */
export interface DraftBVcpuContext {
  /** Number of the vCPU. */
  readonly vcpuId: number;
  /** Written as zero. */
  readonly reserved: number;
  /** The registers. */
  readonly context: VcpuGuestContextX8632 | VcpuGuestContextX8664 | Uint8Array;
}

register(parsers.DraftBVcpuContext, {
  fields: [
    { id: "vcpu_id", name: "vcpuId", kind: "scalar" },
    { id: "reserved", name: "reserved", kind: "scalar" },
    { id: "context", name: "context", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of DraftBVcpuContext must be told. */
export interface DraftBVcpuContextParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
  /**
   * Octets in a register of the guest, from X86_PV_INFO; with any other value
   * than 4 or 8 the context stays octets.
   */
  readonly guestWidth: number;
}

/** Reads a DraftBVcpuContext from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseDraftBVcpuContext(octets: Uint8Array, params: DraftBVcpuContextParams): DraftBVcpuContext {
  return parse(parsers.DraftBVcpuContext, octets, [params.isBe, params.guestWidth]);
}

/** Like parseDraftBVcpuContext, but throws nothing and tells the place of every field that could be read. */
export function locateDraftBVcpuContext(octets: Uint8Array, params: DraftBVcpuContextParams): Located<DraftBVcpuContext> {
  return locate(parsers.DraftBVcpuContext, octets, [params.isBe, params.guestWidth]);
}
