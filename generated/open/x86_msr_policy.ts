// Generated from schemas/x86_msr_policy.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/X86MsrPolicy";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Names of x86_msr_policy::policy_msr; a number without a name stays a number. */
export type X86MsrPolicyPolicyMsr = "platform_info" | "arch_capabilities";

/** Number to name, x86_msr_policy::policy_msr. */
export const x86MsrPolicyPolicyMsrNames: Readonly<Record<number, X86MsrPolicyPolicyMsr>> = {
  0xce: "platform_info",
  0x10a: "arch_capabilities",
};

/** Model-specific registers that describe the processor to the guest. */
export interface X86MsrPolicy {
  /** The registers, up to the end of the body. */
  readonly msrs: readonly X86MsrPolicyMsr[];
}

register(parsers.X86MsrPolicy, {
  fields: [
    { id: "msrs", name: "msrs", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86MsrPolicy must be told. */
export interface X86MsrPolicyParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86MsrPolicy from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86MsrPolicy(octets: Uint8Array, params: X86MsrPolicyParams): X86MsrPolicy {
  return parse(parsers.X86MsrPolicy, octets, [params.isBe]);
}

/** Like parseX86MsrPolicy, but throws nothing and tells the place of every field that could be read. */
export function locateX86MsrPolicy(octets: Uint8Array, params: X86MsrPolicyParams): Located<X86MsrPolicy> {
  return locate(parsers.X86MsrPolicy, octets, [params.isBe]);
}

/** One register of the policy. */
export interface X86MsrPolicyMsr {
  /** Number of the register. */
  readonly index: X86MsrPolicyPolicyMsr | number;
  /** Always zero; any other value is refused. */
  readonly flags: number;
  /** Contents of the register. */
  readonly value: bigint;
}

register(parsers.X86MsrPolicy.Msr, {
  fields: [
    { id: "index", name: "index", kind: "scalar", enum: x86MsrPolicyPolicyMsrNames },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "value", name: "value", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86MsrPolicyMsr must be told. */
export interface X86MsrPolicyMsrParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86MsrPolicyMsr from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86MsrPolicyMsr(octets: Uint8Array, params: X86MsrPolicyMsrParams): X86MsrPolicyMsr {
  return parse(parsers.X86MsrPolicy.Msr, octets, [!params.isBe, params.isBe]);
}

/** Like parseX86MsrPolicyMsr, but throws nothing and tells the place of every field that could be read. */
export function locateX86MsrPolicyMsr(octets: Uint8Array, params: X86MsrPolicyMsrParams): Located<X86MsrPolicyMsr> {
  return locate(parsers.X86MsrPolicy.Msr, octets, [!params.isBe, params.isBe]);
}
