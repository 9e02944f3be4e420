import { readFileSync } from "node:fs";
import { type CodecName, isInstalled } from "../codecs/page-codecs.ts";
import { type ConversionTarget, convertImage } from "../containers/conversion/convert.ts";
import type { TargetContainer } from "../containers/conversion/new-wrapping.ts";
import { type Edition, UnsupportedError } from "../containers/index.ts";
import { codecEdition } from "../containers/session.ts";
import { checksOf } from "./checksum-option.ts";
import { CommandError } from "./ending.ts";
import { feed } from "./feed.ts";
import { openInput } from "./input.ts";
import { writeOutput } from "./output.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";

/** The options of `dsi convert`. */
export interface ConvertOptions extends ReadingOptions {
  readonly to: Edition;
  readonly container?: TargetContainer;
  readonly config?: string;
  readonly codec?: CodecName;
  readonly checksum?: string;
}

/** `dsi convert IN OUT`: the same machine in another edition or container, with other sums, or under another codec. */
export async function convert(image: string, out: string, options: ConvertOptions): Promise<number> {
  const conversion = convertImage(openOptions(options), targetOf(options));
  const input = openInput(image);
  try {
    await writeOutput(out, async (write) => {
      const flush = async () => {
        for (const segment of conversion.take()) await write(segment);
      };
      await feed(input, conversion, { onPushed: flush });
      await flush();
    });
    return 0;
  } finally {
    input.close();
  }
}

/** What the options ask for, before the input is opened. Throws CommandError, and UnsupportedError for a codec that is not installed. */
function targetOf({ to, container, config, codec, checksum }: ConvertOptions): ConversionTarget {
  const edition = codecEdition(to);
  if (codec !== undefined && codec !== "none" && edition !== "v4-draft")
    throw new CommandError(`--codec ${codec}: ${to} has no compressed page data, which v4-draft has`);
  if (codec !== undefined && !isInstalled(codec))
    throw new UnsupportedError(`codec ${codec}: its library is not installed`);
  if (edition === "draft-b" && container !== undefined && container !== "none")
    throw new CommandError(`--container ${container}: nothing is known to hold an image of draft-b`);
  return {
    edition,
    ...(container === undefined ? {} : { container }),
    ...(config === undefined ? {} : { config: new Uint8Array(readFileSync(config)) }),
    ...(container === "xenopsd" ? { fallback: xenopsNow() } : {}),
    ...(codec === undefined ? {} : { codec }),
    ...(checksum === undefined ? {} : { checks: checksOf(checksum, to) }),
  };
}

/** The least that a part Xenops may say (XPD-027): when the image was written, and the width of who wrote it. */
function xenopsNow(): Uint8Array {
  const time = `${new Date().toISOString().slice(0, 19).replaceAll("-", "")}Z`;
  return new TextEncoder().encode(`((time ${time})(word_size 64))`);
}
