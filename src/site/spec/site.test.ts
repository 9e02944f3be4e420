import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../harness/package-root.ts";
import { buildSite, type Site } from "./site.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
if (CHROMIUM === undefined && process.env.DSI_REQUIRE_TOOLS === "1") {
  throw new Error("DSI_REQUIRE_TOOLS=1, but there is no Chromium (Debian: chromium)");
}

const root = packageRoot();
const ledger = JSON.parse(readFileSync(join(root, "conformance/requirements.json"), "utf8")) as {
  id: string;
  code?: string;
  "x-chapter": string;
}[];
const out = mkdtempSync(join(tmpdir(), "dsi-site-"));
let site: Site;

beforeAll(async () => {
  site = await buildSite(root, join(root, "conformance/claims"));
  for (const [path, content] of site.files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
}, 180_000);
afterAll(() => rmSync(out, { recursive: true }));

const text = (path: string) => String(site.files.get(path));

test("no link leads nowhere", () => {
  expect(site.broken).toEqual([]);
});

test("every requirement stands in its chapter under its number, and every code has a page", () => {
  for (const { id, code, "x-chapter": chapter } of ledger) {
    expect(text(`spec/${chapter}.html`), id).toContain(`<section class="requirement" id="${id}"`);
    if (code !== undefined) expect(site.files.has(`spec/codes/${code}.html`), code).toBe(true);
  }
});

test("beside a requirement stand its cases, its mutants and who keeps it", () => {
  const page = text("spec/02-image-header.html");
  const block = page.slice(page.indexOf('id="IMG-003"'), page.indexOf('id="IMG-004"'));
  expect(block).toContain("img-003-omit");
  expect(block).toMatch(/id="case-[^"]+"/);
  expect(block).toContain("verify-stream-v2");
  expect(block).toContain("trials");
});

test("a code's page has the rule, the octets with the fault marked, what a Verifier says, and the fix", () => {
  const page = text("spec/codes/tsc-mode.html");
  expect(page).toContain("X86-004");
  expect(page).toContain("<mark>");
  expect(page).toMatch(/found \d+, wanted at most 2/);
  expect(page).toContain("The fix");
});

test("a page has a drawing for each diagram of its chapter, and nothing comes from the network", () => {
  expect(text("spec/02-image-header.html").match(/<svg /g)).toHaveLength(1);
  for (const [path, content] of site.files) {
    if (path.endsWith(".html"))
      expect(String(content), path).not.toMatch(/<(script|link|img|iframe)\b[^>]*(src|href)="https?:/);
  }
});

describe.runIf(CHROMIUM !== undefined)("in a browser, from the file system", () => {
  let browser: Browser;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  const open = async (path: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.on("console", (message) => complaints.push(`${path}: ${message.text()}`));
    page.on("pageerror", (error) => complaints.push(`${path}: ${error.message}`));
    const [file = "", anchor] = path.split("#");
    await page.goto(`${pathToFileURL(join(out, file))}${anchor === undefined ? "" : `#${anchor}`}`);
    return page;
  };

  test("a search finds a requirement by its number, by its words, and by its code", async () => {
    const page = await open("index.html");
    await page.keyboard.press("/");
    for (const words of ["IMG-014", "option bit 0 before the domain header", "image-byte-order"]) {
      await page.fill("#search", words);
      const first = page.locator("#search-results a").first();
      expect(await first.textContent(), words).toMatch(/IMG-014|image-byte-order/);
    }
    await page.fill("#search", "IMG-014");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/02-image-header\.html#IMG-014$/);
    await page.close();
  });

  test("an anchor lands on its requirement, and on a case in a list that was closed", async () => {
    for (const [path, anchor] of [
      ["spec/04-records.html", "REC-027"],
      ["spec/02-image-header.html", /id="(case-[^"]+)"/.exec(text("spec/02-image-header.html"))![1]!],
    ] as const) {
      const page = await open(`${path}#${anchor}`);
      const target = page.locator(`[id="${anchor}"]`);
      await target.waitFor({ state: "visible" });
      await expect.poll(() => target.evaluate((at) => at.getBoundingClientRect().top)).toBeLessThan(900);
      expect(await target.evaluate((at) => at.getBoundingClientRect().top)).toBeGreaterThan(0);
      await page.close();
    }
  });

  test("it reads without script, in the dark, on a phone and on paper", async () => {
    const plain = await open("spec/04-records.html", { javaScriptEnabled: false });
    expect(await plain.locator("form.search").isVisible()).toBe(false);
    expect(await plain.locator("#REC-007 .sentence").isVisible()).toBe(true);
    await plain.locator("#REC-007 summary").click();
    expect(await plain.locator("#REC-007 table").isVisible()).toBe(true);
    await plain.emulateMedia({ media: "print" });
    expect(await plain.locator("nav.side").isVisible()).toBe(false);
    expect(await plain.locator("#REC-007 .sentence").isVisible()).toBe(true);
    await plain.close();
    const phone = await open("spec/04-records.html", { viewport: { width: 390, height: 800 } });
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await phone.close();
  });

  test("a look as a screen reader has it finds nothing serious, light and dark", async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
    const pages = [
      "index",
      "spec/04-records",
      "spec/codes/tsc-mode",
      "spec/disagreements",
      "spec/editions",
      "spec/wire/page_data",
      "spec/coverage",
      "spec/glossary",
    ];
    for (const path of pages) {
      for (const colorScheme of ["light", "dark"] as const) {
        const page = await open(`${path}.html`, { colorScheme });
        await page.evaluate(axe);
        const found = (await page.evaluate(
          "axe.run({ preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))",
        )) as string[];
        expect(found, `${path}, ${colorScheme}`).toEqual([]);
        await page.close();
      }
    }
  }, 180_000);

  test("no page complained", () => {
    expect(complaints).toEqual([]);
  });
});
