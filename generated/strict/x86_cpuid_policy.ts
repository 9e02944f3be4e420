// Generated from schemas/x86_cpuid_policy.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/strict/js/X86CpuidPolicy";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/**
 * The CPUID leaves that the guest sees, one entry for each leaf or subleaf, in
 * ascending order.
 */
export interface X86CpuidPolicy {
  /** The leaves, up to the end of the body. */
  readonly leaves: readonly X86CpuidPolicyLeaf[];
}

register(parsers.X86CpuidPolicy, {
  fields: [
    { id: "content_present", name: "contentPresent", kind: "scalar", wanted: "at least one leaf", req: ["X86-009"], check: true },
    { id: "leaves", name: "leaves", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86CpuidPolicy must be told. */
export interface X86CpuidPolicyParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a X86CpuidPolicy from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86CpuidPolicy(octets: Uint8Array, params: X86CpuidPolicyParams): X86CpuidPolicy {
  return parse(parsers.X86CpuidPolicy, octets, [params.isBe]);
}

/** Like parseX86CpuidPolicy, but throws nothing and tells the place of every field that could be read. */
export function locateX86CpuidPolicy(octets: Uint8Array, params: X86CpuidPolicyParams): Located<X86CpuidPolicy> {
  return locate(parsers.X86CpuidPolicy, octets, [params.isBe]);
}

/** What one execution of the CPUID instruction returns. */
export interface X86CpuidPolicyLeaf {
  /** Input in EAX. */
  readonly leaf: number;
  /** Input in ECX; 0xffffffff where the leaf has no subleaves. */
  readonly subleaf: number;
  /** Output in EAX. */
  readonly eax: number;
  /** Output in EBX. */
  readonly ebx: number;
  /** Output in ECX. */
  readonly ecx: number;
  /** Output in EDX. */
  readonly edx: number;
}

register(parsers.X86CpuidPolicy.Leaf, {
  fields: [
    { id: "leaf", name: "leaf", kind: "scalar" },
    { id: "subleaf", name: "subleaf", kind: "scalar" },
    { id: "eax", name: "eax", kind: "scalar" },
    { id: "ebx", name: "ebx", kind: "scalar" },
    { id: "ecx", name: "ecx", kind: "scalar" },
    { id: "edx", name: "edx", kind: "scalar" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of X86CpuidPolicyLeaf must be told. */
export interface X86CpuidPolicyLeafParams {

  /** True when the octets are big-endian. */
  readonly isBe: boolean;
}

/** Reads a X86CpuidPolicyLeaf from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseX86CpuidPolicyLeaf(octets: Uint8Array, params: X86CpuidPolicyLeafParams): X86CpuidPolicyLeaf {
  return parse(parsers.X86CpuidPolicy.Leaf, octets, [!params.isBe]);
}

/** Like parseX86CpuidPolicyLeaf, but throws nothing and tells the place of every field that could be read. */
export function locateX86CpuidPolicyLeaf(octets: Uint8Array, params: X86CpuidPolicyLeafParams): Located<X86CpuidPolicyLeaf> {
  return locate(parsers.X86CpuidPolicy.Leaf, octets, [!params.isBe]);
}
