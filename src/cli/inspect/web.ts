import { statSync } from "node:fs";
import { basename } from "node:path";
import { INSPECTOR_SCRIPT, inspectorScript } from "../../site/inspector/files.ts";
import { inspectorPage } from "../../site/inspector/page.ts";
import type { Site } from "../../site/spec/site.ts";
import { SITE_STYLE } from "../../site/spec/style.ts";
import { CommandError, machineText, YES } from "../ending.ts";
import { packageRoot } from "../package-root.ts";
import { type Served, serveUntilInterrupted } from "../served-files.ts";

/**
 * `dsi inspect --web IMAGE [IMAGE]`: serves the inspector with one image in it, or two to be compared, to this computer alone. The
 * specification stands behind its links; it is made when the first of them is followed.
 */
export async function inspectInBrowser(images: readonly string[], port: number): Promise<number> {
  if (images.length > 2) throw new CommandError("--web shows one image, or two side by side");
  for (const image of images) checkFile(image);
  const root = packageRoot();
  const served = images.map((image, i) => ({ name: basename(image), address: `image/${i}`, file: image }));
  const page = inspectorPage({ site: "", images: served.map(({ name, address }) => ({ name, address })) });
  let site: Promise<Site> | undefined;
  const at = async (path: string): Promise<Served> => {
    const image = served.find(({ address }) => address === path);
    if (image) return { file: image.file };
    if (path === "inspector.html") return page;
    if (path === INSPECTOR_SCRIPT) return inspectorScript(root);
    if (path === "assets/site.css") return SITE_STYLE;
    site ??= import("../../site/spec/site.ts").then(({ buildSite }) => buildSite(root, ""));
    return (await site).files.get(path);
  };
  await serveUntilInterrupted(at, port, "inspector.html");
  return YES;
}

function checkFile(image: string): void {
  try {
    if (!statSync(image).isFile()) throw new CommandError(`${image}: --web takes a file`);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${image}: ${machineText(error as NodeJS.ErrnoException)}`);
  }
}
