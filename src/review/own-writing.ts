import { createHash } from "node:crypto";
import { type BlobSource, type Edition, type StreamDocument, writeImage } from "../containers/index.ts";
import { type CodecEdition, VERSION } from "../format/edition.ts";
import { departure } from "../harness/schemas.ts";
import { type Said, saidBy } from "./answers.ts";

/**
 * What this process's own Writer of `edition` makes of a document, whatever edition that is of: it is told to write the version of its own.
 * What it wrote is compared without the image header, which has to differ.
 */
export function ownWriting(document: StreamDocument, source: BlobSource, edition: Edition): Said {
  const image = { ...document.image, version: VERSION[edition as CodecEdition] };
  const told = { ...document, edition, image };
  if (departure("stream", told)) return { outcome: "reject", codes: "stream-invalid" };
  return saidBy(() => {
    // Most are refused, and then nobody asks what was written until then.
    const segments = [...writeImage(told, source)];
    const hash = createHash("sha256");
    for (const segment of segments) if (!isImageHeader(segment)) hash.update(segment);
    return { outcome: "accept", value: hash.digest("hex") };
  });
}

/** The Writer gives out the header of an image, and nothing beside it, as a segment of its own. */
const isImageHeader = (segment: Uint8Array) => MARKER.every((octet, i) => segment[i] === octet);

/** The marker and the id that open an image (IMG-001, IMG-003). */
const MARKER = Buffer.from("ffffffffffffffff58454e46", "hex");
