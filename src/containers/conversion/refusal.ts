/** What cannot be said in the edition or the container that a conversion is to make. */

import { type Code, imageRule } from "../../../generated/catalogue.ts";
import type { CodecEdition } from "../../format/edition.ts";
import type { DomainHeader } from "../../format/events.ts";
import { FormatError } from "../../format/fault.ts";
import { kindsOf } from "../../format/profile.ts";
import type { DomainKind } from "../../format/vocabulary.ts";

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

/**
 * Throws where no image of one edition can be said in another, whatever its records are (spec 24.4): the target knows no such domain, or the
 * one of them has no place for what each PV image of the other has to hold.
 */
export function unsayable(
  from: CodecEdition,
  to: CodecEdition,
  domain: DomainHeader,
  kind: DomainKind | undefined,
): void {
  const kinds = new Set(kindsOf(to).values());
  if (kind === undefined || !kinds.has(kind))
    throw refusal("domain-type", to, {
      at: domain.at,
      path: "domain.type",
      found: `${kind ?? domain.type}, a kind of domain of ${from}`,
      wanted: `${[...kinds].join(" or ")}, as ${to} has them`,
    });
  const at = domain.at + domain.raw.length;
  if (from === "draft-b")
    throw refusal("p2m-missing", to, {
      at,
      path: "image",
      found: "an image of draft-b, which does not say where the guest keeps its own P2M",
      wanted: "X86_PV_P2M_FRAMES",
    });
  if (to === "draft-b")
    throw refusal("record-type", to, {
      at,
      path: "image",
      found: "X86_PV_P2M_FRAMES, SHARED_INFO and X86_TSC_INFO, which a PV image holds since version 2",
      wanted: "records that draft-b has",
    });
}
