import { readFileSync } from "node:fs";
import { convertImage } from "../containers/conversion/convert.ts";
import type { TargetContainer } from "../containers/conversion/layers.ts";
import type { Edition } from "../containers/index.ts";
import { codecEdition } from "../containers/session.ts";
import { feed } from "./feed.ts";
import { openInput } from "./input.ts";
import { writeOutput } from "./output.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";

/** The options of `dsi convert`. */
export interface ConvertOptions extends ReadingOptions {
  readonly to: Edition;
  readonly container?: TargetContainer;
  readonly config?: string;
}

/** `dsi convert IN OUT`: the same machine in another edition or container. */
export async function convert(image: string, out: string, options: ConvertOptions): Promise<number> {
  const { to, container, config } = options;
  const conversion = convertImage(openOptions(options), {
    edition: codecEdition(to),
    ...(container === undefined ? {} : { container }),
    ...(config === undefined ? {} : { config: new Uint8Array(readFileSync(config)) }),
  });
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
