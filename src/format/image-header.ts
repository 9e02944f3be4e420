/** The image header: 24 octets, always big-endian (spec 2). */

import type { ImageHeader } from "./events.ts";
import type { Input, Steps } from "./input.ts";
import { fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, rule } from "./rule.ts";

/** "XENF", the id of an image (IMG-003). */
export const XENF = 0x58454e46;

/** Reads the image header; undefined where the input ends within. */
export function* readImageHeader(input: Input): Steps<ImageHeader | undefined> {
  const at = input.at;
  const octets = yield* input.take(24);
  if (octets === undefined) return undefined;
  const { u16, u32 } = fields(octets, true);
  const options = u16(16);
  return {
    at,
    marker: octets.slice(0, 8),
    id: u32(8),
    version: u32(12),
    options,
    reserved: octets.slice(18, 24),
    isBe: (options & 1) !== 0,
  };
}

export const imageHeaderRules: readonly AnyRule[] = [
  rule(
    "image-marker",
    "image-header",
    ({ at, marker }, _, report) => {
      if (marker.some((octet) => octet !== 0xff))
        report(at, "image.marker", hexOctets(marker), "ff ff ff ff ff ff ff ff");
    },
    { fatal: true },
  ),
  rule(
    "image-id",
    "image-header",
    ({ at, id }, _, report) => {
      if (id !== XENF) report(at + 8, "image.id", hex(id), `${hex(XENF)} ("XENF")`);
    },
    { fatal: true },
  ),
  rule(
    "image-version",
    "image-header",
    ({ at, version }, { asked }, report) => {
      if (asked === "v2" ? version !== 2 : version < 2 || version > 3)
        report(at + 12, "image.version", version, asked === "v2" ? "2" : "2 or 3");
    },
    { fatal: true },
  ),
  rule("image-version-previous", "image-header", ({ at, version }, { asked }, report) => {
    if (asked === "v3" && version === 2) report(at + 12, "image.version", version, "3");
  }),
  rule("image-options-reserved", "image-header", ({ at, options }, _, report) => {
    if (options > 1) report(at + 16, "image.options", hex(options), "bits 1 to 15 clear");
  }),
  rule("image-byte-order", "image-header", ({ at, isBe }, _, report) => {
    if (isBe) report(at + 16, "image.options", "bit 0 set (big-endian)", "little-endian");
  }),
  rule("image-reserved", "image-header", ({ at, reserved }, _, report) => {
    if (!isZero(reserved)) report(at + 18, "image.reserved", hexOctets(reserved), "zero");
  }),
  rule("image-header-truncated", "broken", ({ at, layer }, _, report) => {
    if (layer === "image-header") report(at, "image", "end of input", "24 octets of image header");
  }),
];
