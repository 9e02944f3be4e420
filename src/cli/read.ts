import { readImage } from "../containers/read.ts";
import { blobsBeside, folderSink } from "./blobs.ts";
import { CommandError, NO, nameOf } from "./ending.ts";
import { feed } from "./feed.ts";
import { openInput } from "./input.ts";
import { writeOutput } from "./output.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";
import { stateText } from "./state-text.ts";
import { complain, print } from "./terminal.ts";

/** The options of `dsi read`. */
export interface ReadOptions extends ReadingOptions {
  readonly stream?: string;
  readonly blobs?: string;
}

/** `dsi read IMAGE`: the state that a Reader restores from it, or with `--stream` the stream that a Writer writes it from. */
export async function read(image: string, options: ReadOptions): Promise<number> {
  if (options.blobs !== undefined && options.stream === undefined) {
    throw new CommandError("--blobs goes with --stream");
  }
  const input = openInput(image);
  try {
    if (options.stream === undefined) {
      const onePassOnly = () => complain(`${nameOf(image)}: the start_info page was not looked at; --deep does`);
      const state = await feed(input, readImage(openOptions(options)), { ...options, onePassOnly });
      if (state === undefined) throw new CommandError("a back channel has no state", NO);
      await print(options.json ? `${JSON.stringify(state)}\n` : stateText(state));
      return 0;
    }
    const blobs = folderSink(options.blobs ?? blobsBeside(options.stream));
    try {
      const { streamOfImage } = await import("../containers/stream-of-image.ts");
      const stream = await feed(input, streamOfImage(openOptions(options), blobs), options);
      await writeOutput(options.stream, (write) => write(Buffer.from(`${JSON.stringify(stream)}\n`)));
      blobs.keep();
    } catch (error) {
      blobs.drop();
      throw error;
    }
    return 0;
  } finally {
    input.close();
  }
}
