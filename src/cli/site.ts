import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { reviewPage } from "../review/html.ts";
import { reviewOf } from "../review/review.ts";
import { buildSite, type ExtraPage } from "../site/spec/site.ts";
import { CommandError, NO, YES } from "./ending.ts";
import { writeOutput } from "./output.ts";
import { packageRoot } from "./package-root.ts";
import { serveUntilInterrupted } from "./served-files.ts";
import { complain, print } from "./terminal.ts";

/** The options of `dsi site` as the command line gives them. */
export interface SiteOptions {
  /** Folder that the site is written into. */
  readonly out?: string;
  /** Serve it instead, on this computer alone; the port, 0 or nothing for any that is free. */
  readonly serve?: boolean | number;
  /** Folder of claims whose verdicts are shown; those that come with dsi without it. */
  readonly claims?: string;
  /** Add a review of each edition against the one before it. */
  readonly reviews?: boolean;
}

/**
 * `dsi site`: writes the specification as a site that opens from a file system, or serves it. The status is 1 when a link in it
 * leads nowhere.
 */
export async function site({ out, serve, claims, reviews = false }: SiteOptions): Promise<number> {
  if (out === undefined && serve === undefined) throw new CommandError("say where to: --out DIR, or --serve");
  const root = packageRoot();
  const made = await buildSite(
    root,
    claims ?? join(root, "conformance/claims"),
    reviews ? await reviewPages(root) : [],
  );
  for (const { page, href, why } of made.broken) complain(`${page}: ${href}: ${why}`);
  if (out !== undefined) {
    for (const [path, content] of made.files) {
      await mkdir(dirname(join(out, path)), { recursive: true });
      await writeOutput(join(out, path), (write) => write(Buffer.from(content)));
    }
    await print(`${made.files.size} files; begin with ${join(out, "index.html")}\n`);
  }
  if (serve !== undefined)
    await serveUntilInterrupted((path) => made.files.get(path), typeof serve === "number" ? serve : 0);
  return made.broken.length > 0 ? NO : YES;
}

/** A page for each pair of neighbouring editions. */
async function reviewPages(root: string): Promise<ExtraPage[]> {
  const pages: ExtraPage[] = [];
  for (const [old, now] of [
    ["draft-b", "v2"],
    ["v2", "v3"],
    ["v3", "v4-draft"],
  ] as const) {
    const text = reviewPage(await reviewOf(old, now, root));
    pages.push({ path: `spec/review-${old}-${now}.html`, title: `Review: ${old} and ${now}`, text });
  }
  return pages;
}
