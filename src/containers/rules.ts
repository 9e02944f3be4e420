/** Every rule on images and the containers around them. */

import type { Code } from "../../generated/catalogue.ts";
import type { AnyRule } from "../format/rule.ts";
import { imageRules } from "../format/rules.ts";
import type { Context } from "../format/vocabulary.ts";
import { libvirtRules } from "./libvirt-rules.ts";
import { libxlRules } from "./libxl-rules.ts";
import { xenopsdRules } from "./xenopsd-rules.ts";
import { xlRules } from "./xl-rules.ts";

export const allRules: readonly AnyRule[] = [
  ...xlRules,
  ...libvirtRules,
  ...xenopsdRules,
  ...libxlRules,
  ...imageRules,
];

/** What is judged on the back channel, which has no image and no libxl header (spec 10.3). */
const BACK_CHANNEL: readonly Code[] = [
  "record-limit",
  "record-padding",
  "record-truncated",
  "libxl-padding",
  "libxl-checkpoint-state",
  "libxl-checkpoint-state-rest",
  "libxl-checkpoint-direction",
  "dirty-list-length",
  "back-channel-type",
];

/** The rules of `rules` that hold on a channel. */
export function rulesOn(channel: Context["channel"], rules: readonly AnyRule[]): readonly AnyRule[] {
  return channel === "forward" ? rules : rules.filter(({ code }) => BACK_CHANNEL.includes(code));
}
