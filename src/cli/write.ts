import { readFileSync } from "node:fs";
import { writeImage } from "../containers/index.ts";
import { blobsBeside, folderSource } from "./blobs.ts";
import { CommandError, NO } from "./ending.ts";
import { writeOutput } from "./output.ts";

/** The options of `dsi write`. */
export interface WriteOptions {
  readonly blobs?: string;
}

/** `dsi write STREAM.json OUT`: the image that a stream describes, octet for octet. */
export async function write(stream: string, out: string, options: WriteOptions): Promise<number> {
  const document = parseStream(readFileSync(stream === "-" ? 0 : stream, "utf8"));
  const segments = writeImage(document, folderSource(options.blobs ?? blobsBeside(stream)));
  await writeOutput(out, async (put) => {
    for (const segment of segments) await put(segment);
  });
  return 0;
}

/** Parses the text of a stream document; throws a CommandError with status 1 for what is no JSON. */
export function parseStream(text: string): Parameters<typeof writeImage>[0] {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandError(`no JSON: ${(error as Error).message}`, NO);
  }
}
