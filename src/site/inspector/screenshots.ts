/** `npm run screenshots`: the inspector in Chromium with an image that Xen saved, light and dark, as the guide and the README show it. */

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { bundleInspector } from "../../authoring/inspector.ts";
import { SITE_STYLE } from "../spec/style.ts";
import { inspectorPage } from "./page.ts";

/** Where Debian and others install it. */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** Writes the page of the inspector and all that it needs into a folder; gives the path of the page. */
export async function writeInspector(root: string, folder: string): Promise<string> {
  const page = join(folder, "inspector.html");
  mkdirSync(join(folder, "assets"));
  writeFileSync(page, inspectorPage({ site: "" }));
  writeFileSync(join(folder, "assets/site.css"), SITE_STYLE);
  writeFileSync(join(folder, "assets/inspector.js"), await bundleInspector(root));
  return page;
}

async function shoot(browser: Browser, page: string, root: string, colorScheme: "light" | "dark"): Promise<void> {
  const shown = await browser.newPage({ viewport: { width: 1280, height: 860 }, colorScheme });
  shown.setDefaultTimeout(120_000);
  await shown.goto(pathToFileURL(page).href);
  await shown.setInputFiles("#file", join(root, "conformance/images/pvh-tiny-live.img.gz"));
  await shown.locator("#state", { hasText: "accepted" }).waitFor();
  await shown.fill("#goal", "0x913");
  await shown.press("#goal", "Enter");
  await shown.locator(".hex-octets .in").first().waitFor();
  await shown.screenshot({ path: join(root, `spec/guide/inspector-${colorScheme}.png`) });
  await shown.close();
}

if (import.meta.filename === process.argv[1]) {
  if (CHROMIUM === undefined) throw new Error("there is no Chromium (Debian: chromium)");
  const root = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "dsi-inspector-"));
  const page = await writeInspector(root, folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    for (const colorScheme of ["light", "dark"] as const) await shoot(browser, page, root, colorScheme);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}
