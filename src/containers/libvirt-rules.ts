/** Rules on the libvirt save file (spec 13). */

import { hexOctets, isZero } from "../format/octets.ts";
import { type AnyRule, rule } from "../format/rule.ts";
import { LIBVIRT_MAGIC, libvirtConfig } from "./libvirt-save-file.ts";
import { isUtf8 } from "./text.ts";

export const libvirtRules: readonly AnyRule[] = [
  rule(
    "libvirt-magic",
    "libvirt-header",
    ({ at, magic }, _, report) => {
      const first = magic.findIndex((octet, index) => octet !== LIBVIRT_MAGIC[index]);
      if (first !== -1)
        report(at, "libvirt.magic", hexOctets(magic.subarray(first), 8), hexOctets(LIBVIRT_MAGIC.subarray(first), 8));
    },
    { fatal: true },
  ),
  rule(
    "libvirt-version",
    "libvirt-header",
    ({ at, version }, _, report) => {
      if (version !== 2)
        report(at + 16, "libvirt.version", version === 1 ? "1, for a legacy stream" : version, "2, for a libxl stream");
    },
    { fatal: true },
  ),
  rule("libvirt-xml-length", "libvirt-header", ({ at, xmlLength }, _, report) => {
    if (xmlLength === 0) report(at + 20, "libvirt.xml_len", 0, "at least 1");
  }),
  rule("libvirt-unused", "libvirt-header", ({ at, unused }, _, report) => {
    if (!isZero(unused)) report(at + 24, "libvirt.unused", hexOctets(unused, 8), "zero");
  }),
  rule("libvirt-truncated", "broken", ({ at, layer }, _, report) => {
    if (layer === "libvirt") report(at, "libvirt", "end of input", "the rest of the header or of the XML");
  }),
  rule("libvirt-xml-nul", "libvirt-xml", ({ at, octets }, _, report) => {
    const config = libvirtConfig(octets);
    if (config.length === octets.length)
      report(at + octets.length - 1, "libvirt.xml", hexOctets(octets.subarray(-1)), "NUL at the end");
    else if (config.length < octets.length - 1)
      report(at + config.length, "libvirt.xml", "NUL before the end", "NUL at the end alone");
  }),
  rule("libvirt-xml-text", "libvirt-xml", ({ at, octets }, _, report) => {
    if (!isUtf8(libvirtConfig(octets))) report(at, "libvirt.xml", "octets that are not UTF-8", "UTF-8");
  }),
];
