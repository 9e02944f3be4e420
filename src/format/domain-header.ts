/** The domain header: 16 octets, or 8 in the proposal of 2014, in the image's byte order (spec 3). */

import type { DomainHeader } from "./events.ts";
import { type Framing, framingOf } from "./framing.ts";
import type { Input, Steps } from "./input.ts";
import { either, fields } from "./octets.ts";
import { kindsOf, recordName } from "./profile.ts";
import { type AnyRule, rule } from "./rule.ts";
import { CONVERTED, RECORD } from "./vocabulary.ts";

/** Reads the domain header; undefined where the input ends within. */
export function* readDomainHeader(input: Input, isBe: boolean, framing: Framing): Steps<DomainHeader | undefined> {
  const at = input.at;
  const octets = yield* input.take(framing.domainHeader);
  if (octets === undefined) return undefined;
  const { u16, u32 } = fields(octets, isBe);
  const raw = octets.slice();
  const common = { at, raw, pageShift: u16(4), reserved: u16(6) };
  if (framing.domainHeader === 8) return { ...common, arch: u16(0), type: u16(2), xenMajor: 0, xenMinor: 0 };
  return { ...common, arch: undefined, type: u32(0), xenMajor: u32(8), xenMinor: u32(12) };
}

/** Records for which a converter has no source (DOM-008). */
const NEVER_CONVERTED: readonly number[] = [
  RECORD.X86_CPUID_POLICY,
  RECORD.X86_MSR_POLICY,
  RECORD.X86_PV_VCPU_MSRS,
  RECORD.VERIFY,
  RECORD.CHECKPOINT,
];

export const domainHeaderRules: readonly AnyRule[] = [
  rule("domain-arch", "domain-header", ({ at, arch }, _, report) => {
    if (arch !== undefined && arch !== 1) report(at, "domain.arch", arch, "1 (x86)");
  }),
  rule("domain-type", "domain-header", ({ at, arch, type }, { edition }, report) => {
    const kinds = kindsOf(edition);
    if (kinds.has(type)) return;
    const wanted = [...kinds].map(([number, kind]) => `${number} (${kind})`);
    report(arch === undefined ? at : at + 2, "domain.type", type, either(wanted));
  }),
  rule("domain-target", "domain-header", ({ at, arch, type }, { context: { target } }, report) => {
    if (target !== undefined && type !== (target.kind === "pv" ? 1 : 2))
      report(
        arch === undefined ? at : at + 2,
        "domain.type",
        type,
        `${target.kind}, the kind of the domain restored into`,
      );
  }),
  rule("domain-page-shift", "domain-header", ({ at, type, pageShift }, { edition }, report) => {
    const kind = kindsOf(edition).get(type);
    if (pageShift !== 12 && (kind === undefined || kind === "pv" || kind === "hvm"))
      report(at + 4, "domain.page_shift", pageShift, "12");
  }),
  rule("domain-reserved", "domain-header", ({ at, reserved }, _, report) => {
    if (reserved !== 0) report(at + 6, "domain.reserved", reserved, "0");
  }),
  rule("domain-converter-release", "domain-header", ({ at, xenMajor }, { libxl }, report) => {
    if (libxl !== undefined && (libxl.options & CONVERTED) !== 0 && xenMajor !== 0)
      report(at + 8, "domain.xen_major", xenMajor, "0, as the stream says that a converter made it");
  }),
  rule(
    "domain-converter-records",
    "record",
    ({ at, index, type }, { domain }, report) => {
      if (domain?.xenMajor !== 0) return;
      report(
        at,
        `rec[${index}].type`,
        recordName("image", type),
        "no such record in an image that a converter made (xen_major 0)",
      );
    },
    { types: NEVER_CONVERTED },
  ),
  rule("domain-header-truncated", "broken", ({ at, layer }, { edition }, report) => {
    if (layer !== "domain-header") return;
    report(at, "domain", "end of input", `${framingOf(edition).domainHeader} octets of domain header`);
  }),
];
