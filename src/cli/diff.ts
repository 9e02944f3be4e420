import { diffSurveys } from "../containers/diff.ts";
import { type Survey, surveyImage } from "../containers/survey.ts";
import { diffText } from "./diff-text.ts";
import { CommandError, endingOf, NO, YES } from "./ending.ts";
import { feed } from "./feed.ts";
import { openInput } from "./input.ts";
import { openOptions, type ReadingOptions } from "./reading.ts";
import { complain, print } from "./terminal.ts";

/** The options of `dsi diff`. */
export interface DiffOptions extends ReadingOptions {
  readonly machine?: boolean;
}

/** `dsi diff A B`: what sets two images apart. Exit status 0 where nothing does, 1 where something does or one is rejected. */
export async function diff(a: string, b: string, options: DiffOptions): Promise<number> {
  if (a === "-" && b === "-") throw new CommandError("one of the two has to be a file");
  if (options.channel === "back") throw new CommandError("a back channel holds no image");
  const surveys: Survey[] = [];
  for (const image of [a, b]) {
    try {
      surveys.push(await survey(image, options));
    } catch (error) {
      const { line, status } = endingOf(error, image);
      complain(line);
      return status;
    }
  }
  const found = diffSurveys(surveys[0]!, surveys[1]!, { machine: options.machine ?? false });
  await print(options.json ? `${JSON.stringify(found)}\n` : diffText(found));
  return found.equal ? YES : NO;
}

async function survey(image: string, options: ReadingOptions): Promise<Survey> {
  const input = openInput(image);
  try {
    return await feed(input, surveyImage(openOptions(options)));
  } finally {
    input.close();
  }
}
