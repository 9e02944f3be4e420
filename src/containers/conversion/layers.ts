/** What stands around the image in the output: the input's own wrappers taken over, or others in their place. */

import type { CodecEdition } from "../../format/edition.ts";
import { encodeRecord } from "../../format/encoder.ts";
import type { Event, RecordHead } from "../../format/events.ts";
import { recordName } from "../../format/profile.ts";
import type { BlobSource } from "../../format/stream-document.ts";
import { DEVICE_PARTS, LIBXL, partName } from "../../format/vocabulary.ts";
import { type DescriptionOf, descriptionOf } from "./description.ts";
import { hasLibxl, newWrapping, type TargetContainer } from "./new-wrapping.ts";
import { octetsOf } from "./octets-of.ts";
import { refusal } from "./refusal.ts";

/** Octets for the output, in order. */
export type Put = (octets: Uint8Array) => void;

/** Takes what is not the image's own, and is told of the image's place in it. */
export type Layers = {
  /** An event of a layer around the image. Throws FormatError where the target has no place for what it tells. */
  around(event: Event): void;
  /** The image begins. Throws FormatError where the target lacks what it has to say before. */
  image(): void;
  /** CHECKPOINT of the image is complete. */
  checkpoint(): void;
  /** Everything has ended. */
  end(): void;
};

/** The input's own wrappers, octet for octet as far as they have fields; padding is written as zeros. */
export function ownLayers(put: Put): Layers {
  return {
    around: (event) => octetsOf(event).forEach(put),
    image() {},
    checkpoint() {},
    end() {},
  };
}

/** The outermost wrapper of an input, by the first thing that it tells; undefined for what is told later. */
export function containerOf(event: Event): TargetContainer | undefined {
  return OUTERMOST[event.kind];
}

const OUTERMOST: Readonly<Partial<Record<Event["kind"], TargetContainer>>> = {
  "xl-header": "xl",
  "libvirt-header": "libvirt",
  "xenopsd-signature": "xenopsd",
  "libxl-header": "libxl",
  "image-header": "none",
};

/** Records that a libxl layer has of its own accord: nothing is lost with them. */
const FRAME: readonly number[] = [LIBXL.END, LIBXL.LIBXC_CONTEXT, LIBXL.CHECKPOINT_END];

/** For records without contents. */
const noBlobs: BlobSource = {
  get(sha256) {
    throw new Error(`no blob ${sha256}`);
  },
};

/** Other wrappers than the input's. */
export function newLayers(container: TargetContainer, given: DescriptionOf, edition: CodecEdition, put: Put): Layers {
  const wrapsLibxl = hasLibxl(container);
  const description = descriptionOf(container, given, edition);
  let hadLibxl = false;
  let kept = false;
  let after: () => Iterable<Uint8Array> = () => [];
  let begun = false;
  const bare = (type: number) => {
    for (const segment of encodeRecord("libxl", { type }, "libxl", false, noBlobs)) put(segment);
  };
  const libxlRecord = (head: RecordHead) => {
    kept = !FRAME.includes(head.type);
    if (kept && !(wrapsLibxl && begun && !head.isBe)) {
      const found = recordName("libxl", head.type);
      const wanted = !wrapsLibxl ? "no record that only libxl has" : "little-endian records behind the image";
      throw refusal("convert-libxl-record", edition, { at: head.at, path: `libxl[${head.index}].type`, found, wanted });
    }
    if (head.type === LIBXL.CHECKPOINT_END && wrapsLibxl) bare(LIBXL.CHECKPOINT_END);
  };
  return {
    around(event) {
      description.take(event);
      if (event.kind === "libxl-header") hadLibxl = true;
      if (event.kind === "xenopsd-part" && DEVICE_PARTS.includes(event.subject.type)) {
        const { at, index, type } = event.subject;
        const wanted = "no part that holds a device";
        throw refusal("convert-part", edition, { at, path: `part[${index}].type`, found: partName(type), wanted });
      }
      if (!("head" in event.subject) && event.kind !== "record" && event.kind !== "record-end") return;
      if (event.kind === "record") libxlRecord(event.subject);
      if (kept) octetsOf(event).forEach(put);
    },
    image() {
      begun = true;
      const around = newWrapping(container, description.octets(), 0);
      for (const segment of around.before()) put(segment);
      after = () => around.after();
    },
    // A bare image says nothing behind its checkpoints, and one in a libxl stream has to.
    checkpoint() {
      if (wrapsLibxl && !hadLibxl) bare(LIBXL.CHECKPOINT_END);
    },
    end() {
      for (const segment of after()) put(segment);
    },
  };
}
