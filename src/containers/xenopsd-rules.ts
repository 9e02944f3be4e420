/** Rules on the suspend image of xenopsd (spec 14). */

import type { XenopsdPart, XenopsText } from "../format/events.ts";
import type { Facts } from "../format/facts.ts";
import { sameOctets } from "../format/octets.ts";
import { type AnyRule, type Report, rule } from "../format/rule.ts";
import { DEVICE_PARTS, PART, partName } from "../format/vocabulary.ts";
import { XENOPSD_SIGNATURE } from "./xenopsd-suspend-image.ts";

const TYPES: readonly bigint[] = Object.values(PART);
const MARKERS: readonly bigint[] = [PART.Libxc, PART.End_of_image];
/** The most octets of Qemu_trad that xenopsd takes (XPD-009). */
const QEMU_LIMIT = 2n ** 20n;
const REQUIRED = ["time", "word_size"];
const OPTIONAL = ["vm_str", "xs_subtree"];

function partRule(
  code: AnyRule["code"],
  check: (part: XenopsdPart, facts: Facts, report: Report) => void,
  options: { readonly fatal?: true } = {},
): AnyRule {
  return rule(code, "xenopsd-part", check, options);
}

function path({ index }: XenopsdPart, field: string): string {
  return `part[${index}].${field}`;
}

/** A part that must not stand where it stands. */
function misplaced(part: XenopsdPart, wanted: string, report: Report): void {
  report(part.at, path(part, "type"), partName(part.type), wanted);
}

export const xenopsdRules: readonly AnyRule[] = [
  rule(
    "xenopsd-signature",
    "xenopsd-signature",
    ({ at, octets }, _, report) => {
      if (!sameOctets(octets, XENOPSD_SIGNATURE))
        report(at, "xenopsd.signature", quoted(octets), '"XenSavedDomv2-\\n"');
    },
    { fatal: true },
  ),
  rule("xenopsd-truncated", "broken", ({ at, layer, inside }, _, report) => {
    if (layer === "xenopsd")
      report(at, "xenopsd", "end of input", inside === "body" ? "the rest of a part" : "parts up to End_of_image");
  }),
  partRule(
    "xenopsd-part-type",
    (part, _, report) => {
      if (!TYPES.includes(part.type)) misplaced(part, "a type that is defined", report);
    },
    { fatal: true },
  ),
  partRule(
    "xenopsd-part-length",
    (part, _, report) => {
      if (part.length < 0n && !MARKERS.includes(part.type))
        report(part.at + 8, path(part, "length"), part.length, "at least 0");
    },
    { fatal: true },
  ),
  partRule("xenopsd-qemu-length", (part, _, report) => {
    if (part.type === PART.Qemu_trad && part.length > QEMU_LIMIT)
      report(part.at + 8, path(part, "length"), part.length, `at most ${QEMU_LIMIT}`);
  }),
  partRule("xenopsd-marker-length", (part, _, report) => {
    if (MARKERS.includes(part.type) && part.length !== 0n) report(part.at + 8, path(part, "length"), part.length, "0");
  }),
  partRule("xenopsd-image-missing", (part, { parts }, report) => {
    if (part.type === PART.End_of_image && !parts.has(PART.Libxc)) misplaced(part, "Libxc before it", report);
  }),
  partRule(
    "xenopsd-image-repeated",
    (part, { parts }, report) => {
      if (part.type === PART.Libxc && parts.has(PART.Libxc)) misplaced(part, "no second Libxc", report);
    },
    { fatal: true },
  ),
  partRule("xenopsd-first-part", (part, _, report) => {
    if (part.index === 0 && part.type !== PART.Xenops) misplaced(part, "Xenops first", report);
  }),
  partRule("xenopsd-part-early", (part, { parts }, report) => {
    if (DEVICE_PARTS.includes(part.type) && !parts.has(PART.Libxc)) misplaced(part, "Libxc before it", report);
  }),
  partRule("xenopsd-part-repeated", (part, { parts }, report) => {
    if (!MARKERS.includes(part.type) && parts.has(part.type)) misplaced(part, "one part of this type", report);
  }),
  partRule("xenopsd-part-kind", (part, { kind }, report) => {
    if (kind === "pv" && DEVICE_PARTS.includes(part.type)) misplaced(part, "no device beside a PV domain", report);
  }),
  rule("xenopsd-part-kind", "domain-header", ({ type }, { parts }, report) => {
    if (type !== 1) return;
    for (const [device, at] of parts)
      if (DEVICE_PARTS.includes(device)) report(at, "part.type", partName(device), "no device beside a PV domain");
  }),
  rule("xenopsd-xenops-text", "xenopsd-part-end", ({ part, text }, _, report) => {
    const found = text && departure(text);
    if (found !== undefined)
      report(part.at + 16, path(part, "contents"), found, "a list of fields, time and word_size among them");
  }),
];

/** How a text departs from what a Xenops part says (XPD-027). */
function departure(text: XenopsText): string | undefined {
  if ("problem" in text) return text.problem;
  const { fields } = text;
  const missing = REQUIRED.find((name) => !fields.includes(name));
  if (missing !== undefined) return `no field ${missing}`;
  const other = fields.find((name) => !REQUIRED.includes(name) && !OPTIONAL.includes(name));
  if (other !== undefined) return `a field ${JSON.stringify(other)}`;
  const twice = fields.find((name, index) => fields.indexOf(name) !== index);
  return twice === undefined ? undefined : `${twice} twice`;
}

function quoted(octets: Uint8Array): string {
  return JSON.stringify(new TextDecoder("latin1").decode(octets));
}
