/** Every rule on images and the containers around them. */

import type { AnyRule } from "../format/rule.ts";
import { imageRules } from "../format/rules.ts";
import { libxlRules } from "./libxl-rules.ts";
import { xlRules } from "./xl-rules.ts";

export const allRules: readonly AnyRule[] = [...xlRules, ...libxlRules, ...imageRules];
