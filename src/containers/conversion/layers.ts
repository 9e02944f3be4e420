/** What stands around the image in the output: the input's own wrappers taken over, or others in their place. */

import type { CodecEdition } from "../../format/edition.ts";
import { encodeRecord } from "../../format/encoder.ts";
import type { Event, RecordHead } from "../../format/events.ts";
import { recordName } from "../../format/profile.ts";
import type { BlobSource } from "../../format/stream-document.ts";
import { DEVICE_PARTS, LIBXL, partName } from "../../format/vocabulary.ts";
import { type Wrappers, type Wrapping, wrapping } from "../wrapping.ts";
import { XL_FLAG } from "../xl-save-file.ts";
import { octetsOf } from "./octets-of.ts";
import { refusal } from "./refusal.ts";

/** The wrappers that can be asked for, by the outermost one; `none` is a bare image. */
export type TargetContainer = "none" | "libxl" | "xl";

/** Octets for the output, in order. */
export type Put = (octets: Uint8Array) => void;

/** Takes what is not the image's own, and is told of the image's place in it. */
export type Layers = {
  /** An event of a layer around the image. Throws FormatError where the target has no place for what it tells. */
  around(event: Event): void;
  /** The image begins. */
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

/** Records that a libxl layer has of its own accord: nothing is lost with them. */
const FRAME: readonly number[] = [LIBXL.END, LIBXL.LIBXC_CONTEXT, LIBXL.CHECKPOINT_END];

/** For records without contents. */
export const noBlobs: BlobSource = {
  get(sha256) {
    throw new Error(`no blob ${sha256}`);
  },
};

/** Other wrappers than the input's; `data` are the octets that xl has behind its header. */
export function newLayers(container: TargetContainer, data: Uint8Array, edition: CodecEdition, put: Put): Layers {
  const hasLibxl = container !== "none";
  let hadLibxl = false;
  let kept = false;
  let begun = false;
  const around = newWrapping(container, data, 0);
  const bare = (type: number) => {
    for (const segment of encodeRecord("libxl", { type }, "libxl", false, noBlobs)) put(segment);
  };
  const libxlRecord = (head: RecordHead) => {
    kept = !FRAME.includes(head.type);
    if (kept && !(hasLibxl && begun && !head.isBe)) {
      const found = recordName("libxl", head.type);
      const wanted = !hasLibxl ? "no record that only libxl has" : "little-endian records behind the image";
      throw refusal("convert-libxl-record", edition, { at: head.at, path: `libxl[${head.index}].type`, found, wanted });
    }
    if (head.type === LIBXL.CHECKPOINT_END && hasLibxl) bare(LIBXL.CHECKPOINT_END);
  };
  return {
    around(event) {
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
      for (const segment of around.before()) put(segment);
    },
    // A bare image says nothing behind its checkpoints, and one in a libxl stream has to.
    checkpoint() {
      if (hasLibxl && !hadLibxl) bare(LIBXL.CHECKPOINT_END);
    },
    end() {
      for (const segment of around.after()) put(segment);
    },
  };
}

/** New wrappers of their own; `data` are the octets behind an xl header, `options` those of the libxl stream. */
export function newWrapping(container: TargetContainer, data: Uint8Array, options: number): Wrapping {
  return wrapping(wrappersOf(container, data, options), { get: () => data });
}

function wrappersOf(container: TargetContainer, data: Uint8Array, options: number): Wrappers {
  if (container === "none") return {};
  const libxl = { options, before: [], after: [{ type: LIBXL.END }] };
  if (container === "libxl") return { libxl };
  const mandatory = XL_FLAG.libxlStream | (data.length > 0 ? XL_FLAG.jsonConfig : 0);
  return { libxl, xl: { mandatory, optional: 0, data: { sha256: "", len: data.length } } };
}

/** The octets behind an xl header for a configuration in JSON: its length, counting a NUL, the text, the NUL. */
export function xlData(config: Uint8Array | undefined): Uint8Array {
  if (config === undefined) return new Uint8Array(0);
  const data = new Uint8Array(4 + config.length + 1);
  new DataView(data.buffer).setUint32(0, config.length + 1, true);
  data.set(config, 4);
  return data;
}
