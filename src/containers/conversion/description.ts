/** What a container says of the domain: given, or taken over from a container of the same kind in the input (spec 12.2, 13.2, 14.3). */

import type { Code } from "../../../generated/catalogue.ts";
import type { CodecEdition } from "../../format/edition.ts";
import type { Event } from "../../format/events.ts";
import { UnsupportedError } from "../../format/fault.ts";
import { joined } from "../../format/octets.ts";
import { PART } from "../../format/vocabulary.ts";
import type { TargetContainer } from "./new-wrapping.ts";
import { refusal } from "./refusal.ts";

/** What is said of the domain, without its NUL: `config` whatever the input says, `fallback` where neither says anything. */
export type DescriptionOf = { readonly config?: Uint8Array; readonly fallback?: Uint8Array };

/** Looks at the input's wrappers; `octets` are the description in the container's own form, asked for when the image begins. */
export type Description = { take(event: Event): void; octets(): Uint8Array };

/** Octets of a text of Xenops that are held at most. */
const LONGEST = 2 ** 24;
const NOTHING = new Uint8Array(0);

/** The description for a container of this kind. `octets` throws FormatError where the container has to say something and nothing is known. */
export function descriptionOf(
  container: TargetContainer,
  { config, fallback }: DescriptionOf,
  edition: CodecEdition,
): Description {
  let own: Uint8Array | undefined;
  return {
    take(event) {
      if (config === undefined) own = inherited(container, event, own) ?? own;
    },
    octets() {
      const given = config ?? (own === undefined ? fallback : undefined);
      const octets = given === undefined ? (own ?? NOTHING) : inOwnForm(container, given);
      const missing = NEEDED[container];
      if (missing !== undefined && octets.length === 0)
        throw refusal(missing[0], edition, {
          at: 0,
          path: container,
          found: "no description of the domain",
          wanted: missing[1],
        });
      return octets;
    },
  };
}

/** What cannot be left out. */
const NEEDED: Readonly<Partial<Record<TargetContainer, readonly [Code, string]>>> = {
  libvirt: ["libvirt-xml-length", "the domain's XML"],
  xenopsd: ["xenopsd-first-part", "the text of a part Xenops"],
};

function inherited(container: TargetContainer, event: Event, before: Uint8Array | undefined): Uint8Array | undefined {
  if (event.kind === "xl-optional" && container === "xl") return event.subject.octets.slice();
  if (event.kind === "libvirt-xml" && container === "libvirt") return event.subject.octets.slice();
  if (event.kind !== "xenopsd-contents" || container !== "xenopsd" || event.subject.part.type !== PART.Xenops)
    return undefined;
  const { octets } = event.subject;
  if ((before?.length ?? 0) + octets.length > LONGEST)
    throw new UnsupportedError(`a part Xenops of more than ${LONGEST} octets`);
  return before === undefined ? octets.slice() : joined(before, octets);
}

/** xl: length, counting a NUL, text, NUL. libvirt: text and NUL. xenopsd: the text. */
function inOwnForm(container: TargetContainer, text: Uint8Array): Uint8Array {
  if (container === "libvirt") return joined(text, new Uint8Array(1));
  if (container !== "xl") return text;
  const data = new Uint8Array(4 + text.length + 1);
  new DataView(data.buffer).setUint32(0, text.length + 1, true);
  data.set(text, 4);
  return data;
}
