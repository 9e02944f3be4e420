/** Rules on the xl save file (spec 12). */

import type { XlOptional } from "../format/events.ts";
import { fields, hex, hexOctets } from "../format/octets.ts";
import { type AnyRule, rule } from "../format/rule.ts";
import { isUtf8 } from "./text.ts";
import { XL_FLAG, XL_MAGIC } from "./xl-save-file.ts";

const { jsonConfig: JSON_CONFIG, libxlStream: STREAM_V2 } = XL_FLAG;
const NATIVE = "04 03 02 01";

/** The configuration, as far as the optional data holds it. */
function config({ octets }: XlOptional): Uint8Array {
  return octets.length < 4 ? octets.subarray(0, 0) : octets.subarray(4, 4 + fields(octets).u32(0));
}

export const xlRules: readonly AnyRule[] = [
  rule(
    "xl-magic",
    "xl-header",
    ({ at, magic }, _, report) => {
      const first = magic.findIndex((octet, index) => octet !== XL_MAGIC[index]);
      if (first !== -1)
        report(at, "xl.magic", hexOctets(magic.subarray(first), 8), hexOctets(XL_MAGIC.subarray(first), 8));
    },
    { fatal: true },
  ),
  rule(
    "xl-byte-order",
    "xl-header",
    ({ at, byteorder }, _, report) => {
      if (hexOctets(byteorder) !== NATIVE) report(at + 32, "xl.byteorder", hexOctets(byteorder), NATIVE);
    },
    { fatal: true },
  ),
  rule("xl-mandatory-flags", "xl-header", ({ at, mandatoryFlags }, _, report) => {
    if (mandatoryFlags > 3) report(at + 36, "xl.mandatory_flags", hex(mandatoryFlags), "bits 2 to 31 clear");
  }),
  rule("xl-stream-flag", "xl-header", ({ at, mandatoryFlags }, _, report) => {
    if ((mandatoryFlags & STREAM_V2) === 0)
      report(at + 36, "xl.mandatory_flags", hex(mandatoryFlags), "bit 1 set, for a libxl stream");
  }),
  rule("xl-optional-flags", "xl-header", ({ at, optionalFlags }, _, report) => {
    if (optionalFlags !== 0) report(at + 40, "xl.optional_flags", hex(optionalFlags), "0");
  }),
  rule("xl-truncated", "broken", ({ at, layer }, _, report) => {
    if (layer === "xl") report(at, "xl", "end of input", "the rest of the header or of the optional data");
  }),
  rule("xl-optional-length", "xl-optional", ({ header, octets }, _, report) => {
    const wanted = octets.length < 4 ? 4 : 4 + fields(octets).u32(0);
    if (octets.length < wanted)
      report(header.at + 44, "xl.optional_data_len", octets.length, `0, or at least ${wanted}`);
  }),
  rule("xl-config-nul", "xl-optional", (optional, _, report) => {
    const octets = config(optional);
    if ((optional.header.mandatoryFlags & JSON_CONFIG) !== 0 && octets.length > 0 && octets.at(-1) !== 0) {
      report(optional.at + 4 + octets.length - 1, "xl.config", hexOctets(octets.subarray(-1)), "NUL at the end");
    }
  }),
  rule("xl-config-format", "xl-header", ({ at, mandatoryFlags, optionalLength }, _, report) => {
    if ((mandatoryFlags & 3) === 3 && optionalLength === 0)
      report(at + 36, "xl.mandatory_flags", hex(mandatoryFlags), "bit 0 clear, as there is no configuration");
  }),
  rule("xl-config-format", "xl-optional", ({ header, octets }, _, report) => {
    if ((header.mandatoryFlags & STREAM_V2) === 0 || octets.length < 4) return;
    const length = fields(octets).u32(0);
    const isJson = (header.mandatoryFlags & JSON_CONFIG) !== 0;
    if (isJson !== length > 0)
      report(
        header.at + 36,
        "xl.mandatory_flags",
        hex(header.mandatoryFlags),
        `bit 0 ${length > 0 ? "set" : "clear"}, as config_len is ${length}`,
      );
  }),
  rule("xl-config-text", "xl-optional", (optional, _, report) => {
    if (!isUtf8(config(optional))) report(optional.at + 4, "xl.config", "octets that are not UTF-8", "UTF-8");
  }),
];
