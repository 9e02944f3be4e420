// Generated from schemas/arm_id_policy.ksy by `npm run generate`; edit that file instead.

import parsers from "#kaitai/open/js/ArmIdPolicy";
import { type Located, locate, parse, register } from "../parser-runtime.ts";

/** Identification registers that describe the processor to the guest. */
export interface ArmIdPolicy {
  /** The registers, ascending, up to the end of the body. */
  readonly registers: readonly ArmIdPolicyIdRegister[];
}

register(parsers.ArmIdPolicy, {
  fields: [
    { id: "registers", name: "registers", kind: "struct" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ArmIdPolicy must be told. */
export interface ArmIdPolicyParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a ArmIdPolicy from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseArmIdPolicy(octets: Uint8Array, params: ArmIdPolicyParams): ArmIdPolicy {
  return parse(parsers.ArmIdPolicy, octets, [params.isBe]);
}

/** Like parseArmIdPolicy, but throws nothing and tells the place of every field that could be read. */
export function locateArmIdPolicy(octets: Uint8Array, params: ArmIdPolicyParams): Located<ArmIdPolicy> {
  return locate(parsers.ArmIdPolicy, octets, [params.isBe]);
}

/** One register of the policy. */
export interface ArmIdPolicyIdRegister {
  /** Which register. */
  readonly encoding: number;
  /** Zero; any other value is refused. */
  readonly flags: number;
  /** What the guest reads. */
  readonly value: bigint;
}

register(parsers.ArmIdPolicy.IdRegister, {
  fields: [
    { id: "encoding", name: "encoding", kind: "scalar" },
    { id: "flags", name: "flags", kind: "scalar" },
    { id: "value", name: "value", kind: "u64" },
  ],
  found: [],
  instances: [],
  wide: [],
});

/** What the reader of ArmIdPolicyIdRegister must be told. */
export interface ArmIdPolicyIdRegisterParams {
  /** Byte order of the image. */
  readonly isBe: boolean;
}

/** Reads a ArmIdPolicyIdRegister from the start of `octets`; octets after it are left alone. Throws ParseError. */
export function parseArmIdPolicyIdRegister(octets: Uint8Array, params: ArmIdPolicyIdRegisterParams): ArmIdPolicyIdRegister {
  return parse(parsers.ArmIdPolicy.IdRegister, octets, [!params.isBe, params.isBe]);
}

/** Like parseArmIdPolicyIdRegister, but throws nothing and tells the place of every field that could be read. */
export function locateArmIdPolicyIdRegister(octets: Uint8Array, params: ArmIdPolicyIdRegisterParams): Located<ArmIdPolicyIdRegister> {
  return locate(parsers.ArmIdPolicy.IdRegister, octets, [!params.isBe, params.isBe]);
}
