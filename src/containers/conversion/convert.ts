/** An image of one edition and container as one of another, while it arrives (spec 24). */

import type { CodecName } from "../../codecs/page-codecs.ts";
import type { CodecEdition } from "../../format/edition.ts";
import type { Event } from "../../format/events.ts";
import { plainContext } from "../../format/vocabulary.ts";
import { type Consumer, type OpenOptions, Session } from "../session.ts";
import { ImageConverter } from "./image.ts";
import type { Checks } from "./image-output.ts";
import { containerOf, newLayers, ownLayers } from "./layers.ts";
import { LegacyConverter } from "./legacy.ts";
import type { TargetContainer } from "./new-wrapping.ts";
import { Output } from "./output.ts";

/** What is to be made. What is left out stays as it is in the input, as far as the edition has it. */
export type ConversionTarget = {
  readonly edition: CodecEdition;
  readonly container?: TargetContainer;
  /** What a new container says of the domain: JSON for xl, XML for libvirt, the text of Xenops for xenopsd; without its NUL. */
  readonly config?: Uint8Array;
  /** The same, for a container that cannot be without, where neither `config` nor the input has anything to say. */
  readonly fallback?: Uint8Array;
  /** What page data is written under; `none` is PAGE_DATA. */
  readonly codec?: CodecName;
  readonly checks?: Checks;
};

/**
 * Takes an image in pieces. `take` gives the octets made since it was last asked, views on what was pushed among them: they have to be
 * written before the next push. FormatError and UnsupportedError come out of `push` and `end`.
 */
export type Conversion = Consumer<void> & { take(): readonly Uint8Array[] };

/** Converts an image that a Reader accepts. What the target cannot say is refused, with its offset in the input. */
export function convertImage(options: OpenOptions, target: ConversionTarget): Conversion {
  const output = new Output(target.edition, options.context ?? plainContext);
  const put = (octets: Uint8Array) => output.put(octets);
  let broken = false;
  let converter: ImageConverter | LegacyConverter | undefined;
  const session: Session = new Session(options, "reader", (event) => {
    broken ||= event.kind === "broken";
    converter ??= begin(event);
    converter.take(event, session.examiner.facts);
  });
  const begin = (event: Event) => {
    if (event.kind === "legacy") return new LegacyConverter(target, put);
    const { config, edition } = target;
    // Nothing is known to hold an image of the proposal of 2014 (spec 16).
    const container = edition === "draft-b" ? "none" : target.container;
    const keeps = container === undefined || (container === containerOf(event) && config === undefined);
    return new ImageConverter(target, keeps ? ownLayers(put) : newLayers(container, target, edition, put), put);
  };
  return {
    push: (octets) => session.push(octets),
    done: () => session.done,
    end() {
      session.finish();
      // A stream that broke after a commit breaks in the output as well: nothing may look like its end.
      if (!broken) converter?.end();
      output.finish();
    },
    take: () => output.take(),
  };
}
