/** The image header: 24 octets, or 40 in version 4, always big-endian (spec 2). */

import { checkOf } from "../codecs/checks.ts";
import { type CodecEdition, editionInForce, TAKEN, VERSION } from "./edition.ts";
import type { ImageFeatures, ImageHeader } from "./events.ts";
import { appendedHeader, IMAGE_HEADER } from "./framing.ts";
import type { Input, Steps } from "./input.ts";
import { either, fields, hex, hexOctets, isZero } from "./octets.ts";
import { type AnyRule, rule } from "./rule.ts";

/** "XENF", the id of an image (IMG-003). */
export const XENF = 0x58454e46;

/** Reads the octets of an image header that all versions have, for a role of `asked`; undefined where the input ends within. */
export function* readImageHeader(
  input: Input,
  asked: (version: number) => CodecEdition,
): Steps<ImageHeader | undefined> {
  const at = input.at;
  const octets = yield* input.take(IMAGE_HEADER);
  if (octets === undefined) return undefined;
  const { u16, u32 } = fields(octets, true);
  const version = u32(12);
  const options = u16(16);
  return {
    at,
    marker: octets.slice(0, 8),
    id: u32(8),
    version,
    options,
    reserved: octets.slice(18, 24),
    isBe: (options & 1) !== 0,
    raw: octets.slice(),
    edition: editionInForce(version, asked(version)),
  };
}

/** Reads what version 4 appends to the image header; undefined where the input ends within. */
export function* readImageFeatures(input: Input): Steps<ImageFeatures | undefined> {
  const at = input.at;
  const octets = yield* input.take(appendedHeader("v4-draft"));
  if (octets === undefined) return undefined;
  const { u16, u32 } = fields(octets, true);
  return {
    at,
    incompat: u32(0),
    compat: u32(4),
    recordCheck: u16(8),
    imageDigest: u16(10),
    reserved: u32(12),
    raw: octets.slice(),
  };
}

function versions(edition: CodecEdition): string {
  return either(TAKEN[edition].map(String));
}

const CHECK_NUMBERS = "0 (none), 3 (CRC-32), 5 (CRC-32C) or 6 (SHA-256)";

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
      if (!TAKEN[asked].includes(version)) report(at + 12, "image.version", version, versions(asked));
    },
    { fatal: true },
  ),
  rule("image-version-previous", "image-header", ({ at, version }, { asked }, report) => {
    if (TAKEN[asked].includes(version) && version !== VERSION[asked])
      report(at + 12, "image.version", version, String(VERSION[asked]));
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
  rule("image-incompat", "image-features", ({ at, incompat }, _, report) => {
    if (incompat !== 0) report(at, "image.incompat", hex(incompat), "0");
  }),
  rule("image-compat", "image-features", ({ at, compat }, _, report) => {
    if (compat !== 0) report(at + 4, "image.compat", hex(compat), "0");
  }),
  rule("image-record-check", "image-features", ({ at, recordCheck }, _, report) => {
    if (recordCheck !== 0 && checkOf(recordCheck) === undefined)
      report(at + 8, "image.record_check", recordCheck, CHECK_NUMBERS);
  }),
  rule("image-digest-kind", "image-features", ({ at, imageDigest }, _, report) => {
    if (imageDigest !== 0 && checkOf(imageDigest) === undefined)
      report(at + 10, "image.image_digest", imageDigest, CHECK_NUMBERS);
  }),
  rule("image-reserved-v4", "image-features", ({ at, reserved }, _, report) => {
    if (reserved !== 0) report(at + 12, "image.reserved", hex(reserved), "0");
  }),
  rule("image-header-truncated", "broken", ({ at, layer }, { edition }, report) => {
    if (layer !== "image-header") return;
    const length = IMAGE_HEADER + appendedHeader(edition);
    report(at, "image", "end of input", `${length} octets of image header`);
  }),
];
