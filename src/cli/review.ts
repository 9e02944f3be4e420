import { reviewPage } from "../review/html.ts";
import { reviewMarkdown } from "../review/markdown.ts";
import { isBreaking, reviewOf } from "../review/review.ts";
import { SideError } from "../review/side-error.ts";
import { reviewText } from "../review/text.ts";
import { CommandError, NO, YES } from "./ending.ts";
import { writeOutput } from "./output.ts";
import { packageRoot } from "./package-root.ts";
import { print } from "./terminal.ts";

/** The options of `dsi review` as the command line gives them. */
export interface ReviewOptions {
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** File for the page with both texts side by side. */
  readonly html?: string;
}

/** `dsi review OLD NEW`: what a change does. The status is 1 when it breaks what an edition promises. */
export async function review(old: string, now: string, { json, markdown, html }: ReviewOptions): Promise<number> {
  try {
    const reviewed = await reviewOf(old, now, packageRoot());
    if (html !== undefined) await writeOutput(html, (write) => write(Buffer.from(reviewPage(reviewed))));
    const text = json
      ? `${JSON.stringify(reviewed.review)}\n`
      : markdown
        ? reviewMarkdown(reviewed.review)
        : reviewText(reviewed.review);
    await print(text);
    return isBreaking(reviewed.review) ? NO : YES;
  } catch (error) {
    if (error instanceof SideError) throw new CommandError(error.message);
    throw error;
  }
}
