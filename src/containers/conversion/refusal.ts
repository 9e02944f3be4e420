/** What cannot be said in the edition or the container that a conversion is to make. */

import { type Code, imageRule } from "../../../generated/catalogue.ts";
import type { CodecEdition } from "../../format/edition.ts";
import { FormatError } from "../../format/fault.ts";

/** The refusal of something at offset `at` of the input, by the requirement of the target's edition that has this code. */
export function refusal(
  code: Code,
  edition: CodecEdition,
  {
    at,
    path,
    found,
    wanted,
  }: { readonly at: number; readonly path: string; readonly found: string; readonly wanted: string },
): FormatError {
  const rule = imageRule(code, edition);
  if (rule === undefined) throw new Error(`${code} is no breach in ${edition}`);
  return new FormatError({ code, req: rule.req, level: rule.level, at, path, found, wanted });
}
