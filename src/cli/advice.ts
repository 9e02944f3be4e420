import type { Finding } from "../containers/index.ts";
import { offsetText } from "./finding-text.ts";

/** What to try next, by the code of a finding: the first that fits. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^image-version$/,
    "another edition has this version, or the file is damaged there: dsi inspect shows its header, --edition picks an edition",
  ],
  [
    /^(image-(marker|id)|libxl-ident|xl-magic|libvirt-magic|xenopsd-signature|legacy-marker)$/,
    "it begins like no image: is it compressed (file IMAGE tells), or a disk image? Of a stream cut out of another file, cut from its marker on",
  ],
  [
    /(truncated|end-missing)$/,
    "octets are missing at the end: compare its size with the sender's, and look at the sender's log for why it stopped",
  ],
  [/^checkpoint-(plain|incomplete)$/, "a checkpointed stream: say so with --stream-kind remus (or colo)"],
  [/^(record-channel|back-channel-type)$/, "the back channel of COLO is read with --channel back"],
  [
    /^(check-sum|record-checksum|digest-sum)$/,
    "octets were changed on the way or at rest: copy it anew, and compare digests",
  ],
  [/unknown-mandatory$/, "a newer or private writer made it: what does not know this record must not restore it"],
  [
    /^(page-table|pv-info|p2m|vcpu|start-info)/,
    "the guest's own tables are at stake: a restored guest would crash at once",
  ],
];

/**
 * What to do about a finding of an image: a command that shows the place, and advice where its code has some. `image` as it was named
 * on the command line.
 */
export function adviceText({ code, at }: Pick<Finding, "code" | "at">, image: string): string {
  const from = Math.max(0, at - 16);
  const look = image === "-" ? "" : `dsi inspect ${shellWord(image)} --hex ${offsetText(from)}+64 shows the place`;
  const advice = ADVICE.find(([codes]) => codes.test(code))?.[1];
  return [advice, look].filter(Boolean).join("; ");
}

const CONTROL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const CONTROLS = new RegExp(CONTROL, "gu");
const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** A word as a shell takes it. */
export function shellWord(word: string): string {
  if (CONTROL.test(word)) return `$'${word.replace(/[\\']/g, "\\$&").replace(CONTROLS, escaped)}'`;
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
