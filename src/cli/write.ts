import { readFileSync } from "node:fs";
import { writeImage } from "../containers/write.ts";
import { blobsBeside, folderSource } from "./blobs.ts";
import { writeOutput } from "./output.ts";
import { readStreamDocument } from "./stream-document.ts";

/** The options of `dsi write`. */
export interface WriteOptions {
  readonly blobs?: string;
}

/** `dsi write STREAM.json OUT`: the image that a stream describes, octet for octet. */
export async function write(stream: string, out: string, options: WriteOptions): Promise<number> {
  const document = readStreamDocument(readFileSync(stream === "-" ? 0 : stream));
  const segments = writeImage(document, folderSource(options.blobs ?? blobsBeside(stream)));
  await writeOutput(out, async (put) => {
    for (const segment of segments) await put(segment);
  });
  return 0;
}
