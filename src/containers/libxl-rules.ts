/** Rules on the libxl stream (spec 11). */

import type { RecordHead } from "../format/events.ts";
import type { Facts } from "../format/facts.ts";
import { fields, hex, hexOctets, isZero } from "../format/octets.ts";
import { isDefined, recordName } from "../format/profile.ts";
import { type AnyRule, libxlBodyRule, type Report, rule } from "../format/rule.ts";
import { CONVERTED, isOptional, LIBXL } from "../format/vocabulary.ts";

const IDENT = "4c 69 62 78 6c 46 6d 74";
const MARKERS: readonly number[] = [LIBXL.END, LIBXL.LIBXC_CONTEXT, LIBXL.CHECKPOINT_END];
const EMULATOR: readonly number[] = [LIBXL.EMULATOR_XENSTORE_DATA, LIBXL.EMULATOR_CONTEXT];
const KEY = /^[A-Za-z0-9\-/_@]*$/;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** A rule on the heads of libxl records of `types`, or of all of them. */
function recordRule(
  code: AnyRule["code"],
  types: readonly number[] | undefined,
  check: (head: RecordHead, facts: Facts, report: Report) => void,
  options: { readonly fatal?: true } = {},
): AnyRule {
  return rule(
    code,
    "libxl-record",
    (head, facts, report) => {
      if (types === undefined || types.includes(head.type)) check(head, facts, report);
    },
    options,
  );
}

/** A record that must not stand where it stands. */
function misplaced({ at, index, type }: RecordHead, wanted: string, report: Report): void {
  report(at, `lxl[${index}].type`, recordName("libxl", type), wanted);
}

/** A rule on each pair of EMULATOR_XENSTORE_DATA; `at` is the offset of the key. Octets are told one by one, as Latin-1. */
function pairRule(
  code: AnyRule["code"],
  check: (pair: { at: number; key: string; value: string }, path: string, report: Report) => void,
): AnyRule {
  return libxlBodyRule(LIBXL.EMULATOR_XENSTORE_DATA, code, ({ head, at, octets }, _, report) => {
    const strings = new TextDecoder("latin1").decode(octets).split("\0").slice(0, -1);
    let offset = at;
    for (let pair = 0; 2 * pair + 1 < strings.length; pair++) {
      const key = strings[2 * pair] as string;
      const value = strings[2 * pair + 1] as string;
      check({ at: offset, key, value }, `lxl[${head.index}].pairs[${pair}]`, report);
      offset += key.length + value.length + 2;
    }
  });
}

export const libxlRules: readonly AnyRule[] = [
  rule(
    "libxl-ident",
    "libxl-header",
    ({ at, ident }, _, report) => {
      if (hexOctets(ident) !== IDENT) report(at, "libxl.ident", hexOctets(ident), `${IDENT} ("LibxlFmt")`);
    },
    { fatal: true },
  ),
  rule(
    "libxl-version",
    "libxl-header",
    ({ at, version }, _, report) => {
      if (version !== 2) report(at + 8, "libxl.version", version, "2");
    },
    { fatal: true },
  ),
  rule("libxl-options-reserved", "libxl-header", ({ at, options }, _, report) => {
    if (options > 3) report(at + 12, "libxl.options", hex(options), "bits 2 to 31 clear");
  }),
  rule("libxl-byte-order", "libxl-header", ({ at, options }, _, report) => {
    if ((options & 1) !== 0) report(at + 12, "libxl.options", "bit 0 set (big-endian)", "little-endian");
  }),
  rule("libxl-truncated", "broken", ({ at, layer, inside }, { imageState, checkpointed }, report) => {
    if (layer !== "libxl" || inside === "nothing" || (checkpointed && imageState !== "before")) return;
    if (inside === "header" && imageState === "after") return;
    report(at, "libxl", "end of input", inside === "header" ? "the rest of a header" : "the rest of a record");
  }),
  recordRule("libxl-unknown-mandatory", undefined, ({ at, index, type }, _, report) => {
    if (!isDefined("libxl", type) && !isOptional(type))
      report(at, `lxl[${index}].type`, hex(type), "a type that is defined, or bit 31 set");
  }),
  recordRule("libxl-marker-length", MARKERS, ({ at, index, length }, _, report) => {
    if (length !== 0) report(at + 4, `lxl[${index}].body_length`, length, "0");
  }),
  rule("libxl-padding", "padding", ({ head, at, octets }, _, report) => {
    if (head.layer === "libxl" && !isZero(octets)) report(at, `lxl[${head.index}].padding`, hexOctets(octets), "zero");
  }),
  recordRule("libxl-image-missing", [LIBXL.END], (head, { imageState }, report) => {
    if (imageState === "before") misplaced(head, "LIBXC_CONTEXT before it", report);
  }),
  rule("libxl-image-missing", "broken", ({ at, layer, inside }, { imageState }, report) => {
    if (layer === "libxl" && inside === "nothing" && imageState === "before")
      report(at, "libxl", "end of input", "LIBXC_CONTEXT");
  }),
  recordRule(
    "libxl-image-repeated",
    [LIBXL.LIBXC_CONTEXT],
    (head, { imageState }, report) => {
      if (imageState !== "before") misplaced(head, "no second LIBXC_CONTEXT", report);
    },
    { fatal: true },
  ),
  recordRule("libxl-image-late", [LIBXL.LIBXC_CONTEXT], (head, { imageState, libxlRecords }, report) => {
    if (imageState === "before" && libxlRecords > 0) misplaced(head, "LIBXC_CONTEXT first", report);
  }),
  rule("libxl-end-missing", "broken", ({ at, layer, inside }, { imageState, commits }, report) => {
    if (layer === "libxl" && inside !== "body" && imageState === "after" && commits === 0)
      report(at, "libxl", "end of input", "END");
  }),

  recordRule("libxl-emulator-length", EMULATOR, ({ at, index, length }, _, report) => {
    if (length < 8) report(at + 4, `lxl[${index}].body_length`, length, "at least 8");
  }),
  recordRule("libxl-emulator-kind", EMULATOR, (head, { kind }, report) => {
    if (kind === "pv") misplaced(head, "no emulator beside a PV domain", report);
  }),
  rule("libxl-emulator-kind", "domain-header", ({ type }, { earlyEmulators }, report) => {
    if (type === 1) for (const head of earlyEmulators) misplaced(head, "no emulator beside a PV domain", report);
  }),
  rule("libxl-emulator-id", "emulator", ({ head, at, id }, { libxl }, report) => {
    const converted = libxl !== undefined && (libxl.options & CONVERTED) !== 0;
    if (id > 2 || (id === 0 && !converted))
      report(at, `lxl[${head.index}].emulator_id`, id, converted ? "0, 1 or 2" : "1 or 2");
  }),
  rule("libxl-emulator-repeated", "emulator", ({ head, at, id, index }, { roundEmulators }, report) => {
    if (roundEmulators.has(`${head.type}/${id}/${index}`))
      report(at, `lxl[${head.index}]`, `emulator ${id}, index ${index} again`, "one record of this type");
  }),
  rule("libxl-emulator-order", "emulator", ({ head, at, id, index }, { roundEmulators }, report) => {
    if (head.type !== LIBXL.EMULATOR_XENSTORE_DATA || !roundEmulators.has(`${LIBXL.EMULATOR_CONTEXT}/${id}/${index}`))
      return;
    report(at, `lxl[${head.index}]`, "EMULATOR_XENSTORE_DATA after EMULATOR_CONTEXT", "EMULATOR_XENSTORE_DATA first");
  }),
  libxlBodyRule(LIBXL.EMULATOR_XENSTORE_DATA, "libxl-xenstore-strings", ({ head, at, octets }, _, report) => {
    if (octets.length === 0) return;
    const last = at + octets.length - 1;
    if (octets.at(-1) !== 0)
      return report(last, `lxl[${head.index}].pairs`, hexOctets(octets.subarray(-1)), "NUL at the end");
    const strings = octets.reduce((count, octet) => count + (octet === 0 ? 1 : 0), 0);
    if (strings % 2 !== 0) report(last, `lxl[${head.index}].pairs`, `${strings} strings`, "an even number");
  }),
  pairRule("libxl-xenstore-key", ({ at, key }, path, report) => {
    if (key === "" || key.startsWith("/")) report(at, `${path}.key`, JSON.stringify(key), "a relative path");
  }),
  pairRule("libxl-xenstore-charset", ({ at, key }, path, report) => {
    if (!KEY.test(key)) report(at, `${path}.key`, JSON.stringify(key), "letters, digits, - / _ @");
  }),
  pairRule("libxl-xenstore-value", ({ at, key, value }, path, report) => {
    if (!PRINTABLE.test(value)) report(at + key.length + 1, `${path}.value`, JSON.stringify(value), "printable ASCII");
  }),

  recordRule("libxl-checkpoint-end", [LIBXL.CHECKPOINT_END], (head, { imageState }, report) => {
    if (imageState !== "checkpoint") misplaced(head, "CHECKPOINT of the image before it", report);
  }),
  recordRule("libxl-checkpoint-state-place", [LIBXL.CHECKPOINT_STATE], (head, { context }, report) => {
    if (context.stream !== "colo") misplaced(head, "none outside COLO", report);
  }),
  libxlBodyRule(LIBXL.CHECKPOINT_STATE, "libxl-checkpoint-state", ({ head, at, octets }, _, report) => {
    if (octets.length < 4) return report(head.at + 4, `lxl[${head.index}].body_length`, octets.length, "at least 4");
    const id = fields(octets, head.isBe).u32(0);
    if (id > 3) report(at, `lxl[${head.index}].control_id`, id, "at most 3");
  }),
  libxlBodyRule(LIBXL.CHECKPOINT_STATE, "libxl-checkpoint-state-rest", ({ head, octets }, _, report) => {
    if (octets.length < 4 || octets.length === 4 || (octets.length === 8 && isZero(octets, 4))) return;
    report(head.at + 4, `lxl[${head.index}].body_length`, octets.length, "4, or 8 with the last 4 octets 0");
  }),
  libxlBodyRule(LIBXL.CHECKPOINT_STATE, "libxl-checkpoint-direction", ({ head, at, octets }, { context }, report) => {
    if (octets.length < 4) return;
    const id = fields(octets, head.isBe).u32(0);
    const wrong = context.channel === "forward" ? id > 0 : id === 0;
    if (id <= 3 && wrong)
      report(
        at,
        `lxl[${head.index}].control_id`,
        id,
        context.channel === "forward" ? "0 on the forward channel" : "1, 2 or 3 on the back channel",
      );
  }),
];
