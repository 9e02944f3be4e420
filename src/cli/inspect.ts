import { type Inspection, inspectImage } from "../containers/inspect.ts";
import { endingOf, NO, nameOf, YES } from "./ending.ts";
import { feed } from "./feed.ts";
import { findingText } from "./finding-text.ts";
import { openInput } from "./input.ts";
import { inspectionTable } from "./inspection-table.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";
import { complain, print } from "./terminal.ts";

/** `dsi inspect IMAGE...`: layers and records of each image in the order they lie, up to where it breaks. */
export async function inspect(images: readonly string[], options: ReadingOptions): Promise<number> {
  let status = YES;
  for (const image of images) status = Math.max(status, await inspectOne(image, images.length > 1, options));
  return status;
}

async function inspectOne(image: string, several: boolean, options: ReadingOptions): Promise<number> {
  let inspection: Inspection;
  try {
    const input = openInput(image);
    try {
      inspection = await feed(input, inspectImage(openOptions(options)), options);
    } finally {
      input.close();
    }
  } catch (error) {
    const ending = endingOf(error, image);
    complain(ending.line);
    return ending.status;
  }
  const { edition, container, layers, records, fault } = inspection;
  if (options.json) {
    const broken = fault === undefined ? {} : { "x-fault": fault };
    await print(`${JSON.stringify({ edition, container, layers, records, ...broken })}\n`);
  } else {
    if (several) await print(`${nameOf(image)}\n`);
    await print(inspectionTable(inspection));
  }
  if (fault === undefined) return YES;
  complain(`${nameOf(image)}: ${findingText(fault, "rejected")}`);
  return NO;
}
