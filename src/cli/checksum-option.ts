/** The option `--checksum` of `dsi convert` and `dsi save`: which sums an image carries, by the numbers of spec 18.1. */

import type { Checks } from "../containers/conversion/image-output.ts";
import type { Edition } from "../containers/index.ts";
import { CommandError } from "./ending.ts";

const ALGORITHMS: Readonly<Record<string, number>> = { none: 0, crc32: 3, crc32c: 5, sha256: 6 };
/** What each sum is computed by where nothing is said. */
const USUAL = { record: "crc32", image: "sha256" } as const;

/** The sums that `text` asks for in an image of `edition`. Throws CommandError for what is none, and for sums that the edition has no place for. */
export function checksOf(text: string, edition: Edition): Checks {
  const wanted = { record: 0, image: 0 };
  for (const part of text === "none" ? [] : text.split(",")) {
    const [of, by] = part.split("=");
    if (of !== "record" && of !== "image") throw wrong(text);
    const number = ALGORITHMS[(by ?? USUAL[of]).toLowerCase().replaceAll("-", "")];
    if (number === undefined) throw wrong(text);
    wanted[of] = number;
  }
  const problem = unfit(wanted, edition);
  if (problem !== undefined) throw new CommandError(`--checksum ${text}: ${problem}`);
  return { recordCheck: wanted.record, imageDigest: wanted.image };
}

function wrong(text: string): CommandError {
  return new CommandError(
    `--checksum ${text}: wanted none, record, image or both with a comma, each with =crc32, =crc32c or =sha256 where it matters`,
  );
}

/** Editions have a sum behind each record, one over the image, both, or none (spec 16.4, 18). */
function unfit(
  { record, image }: { readonly record: number; readonly image: number },
  edition: Edition,
): string | undefined {
  if (edition === "v4-draft") return undefined;
  if (edition === "draft-b" && (image !== 0 || ![0, 3].includes(record)))
    return "draft-b has CRC-32 behind its records and nothing else";
  if (edition === "v3" && record !== 0) return "v3 has no sums behind its records, only one over the image";
  if (edition === "v2" && record + image !== 0) return "v2 has no sums";
  return undefined;
}
