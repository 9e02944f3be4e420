import { spawn } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Session } from "../../containers/session.ts";
import { packageRoot } from "../../harness/package-root.ts";
import { CHROMIUM, writeInspector } from "./screenshots.ts";

if (CHROMIUM === undefined && process.env.DSI_REQUIRE_TOOLS === "1") {
  throw new Error("DSI_REQUIRE_TOOLS=1, but there is no Chromium (Debian: chromium)");
}

const root = packageRoot();
const folder = mkdtempSync(join(tmpdir(), "dsi-inspector-"));
const image = (name: string) => join(root, "conformance/images", name);
const LONG = { timeout: 90_000 };
afterAll(() => rmSync(folder, { recursive: true }));

/** An image of version 2 of 1024 batches of 1024 pages, all of it holes but for headers and lists: 4 GiB, and some megabytes on disk. */
function sparseImage(path: string): number {
  const file = openSync(path, "w");
  const header = Buffer.alloc(40, 0);
  header.fill(0xff, 0, 8);
  header.write("XENF", 8);
  header.writeUInt32BE(2, 12);
  header.writeUInt32LE(2, 24);
  header.writeUInt16LE(12, 28);
  header.writeUInt32LE(4, 32);
  header.writeUInt32LE(17, 36);
  writeSync(file, header, 0, header.length, 0);
  let at = header.length;
  for (let batch = 0; batch < 1024; batch++) {
    const list = Buffer.alloc(16 + 8 * 1024);
    list.writeUInt32LE(1, 0);
    list.writeUInt32LE(8 + 1024 * (8 + 4096), 4);
    list.writeUInt32LE(1024, 8);
    for (let page = 0; page < 1024; page++) list.writeUInt32LE(1024 * batch + page, 16 + 8 * page);
    writeSync(file, list, 0, list.length, at);
    at += list.length + 1024 * 4096;
  }
  ftruncateSync(file, at + 8);
  closeSync(file);
  return at + 8;
}

/** The last contents of each page of an image, as Node's libraries unpack them. */
function lastContents(octets: Uint8Array): Map<number, Uint8Array> {
  const pages = new Map<number, Uint8Array>();
  const session = new Session({ deep: true }, "verifier", (event) => {
    if (event.kind !== "pages") return;
    const { list, first, octets } = event.subject;
    for (let at = 0; at < octets.length / list.pageSize; at++)
      pages.set(list.pfns[list.withData[first + at]!]!, octets.slice(at * list.pageSize, (at + 1) * list.pageSize));
  });
  session.push(octets);
  session.finish();
  return pages;
}

describe.runIf(CHROMIUM !== undefined)("the inspector, from the file system", () => {
  let browser: Browser;
  const complaints: string[] = [];
  let page_ = "";
  beforeAll(async () => {
    page_ = await writeInspector(root, folder);
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ["--no-sandbox"] });
  }, 120_000);
  afterAll(() => browser?.close());

  const opened = async (files: readonly string[], options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 1000 }, ...options });
    page.setDefaultTimeout(LONG.timeout);
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!/^(file|blob|data):/.test(request.url())) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(pathToFileURL(page_).href);
    await page.setInputFiles("#file", [...files]);
    return page;
  };
  const says = (page: Page, text: RegExp) => expect.poll(() => page.textContent("#state"), LONG).toMatch(text);
  const jump = async (page: Page, goal: string) => {
    await page.fill("#goal", goal);
    await page.press("#goal", "Enter");
  };
  const selected = (page: Page) => page.locator(".tree-row[aria-selected=true] .name").first();
  const meaning = (page: Page) => page.textContent("#details").then((text) => text ?? "");
  const serious = async (page: Page) => {
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core") });
    return await page.evaluate<string[]>(
      "axe.run({ preload: false, resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => id + ': ' + nodes[0].html))",
    );
  };

  test("shows a real live save: its fields beside their octets, linked both ways and to their requirements", async () => {
    const page = await opened([image("pvh-tiny-live.img.gz")]);
    await says(page, /1034 records; accepted/);
    expect(await page.textContent("#about")).toMatch(/v3, in libxl in xl/);
    await jump(page, "rec[3]");
    await expect.poll(() => selected(page).textContent(), LONG).toBe("rec[3] PAGE_DATA");
    await expect.poll(() => page.locator(".hex-octets .in").count(), LONG).toBeGreaterThan(0);
    // From an octet to its field: the version of the image.
    await jump(page, "0x36f");
    const octet = page.locator(`.hex-octets [data-at="${0x36f + 1}"]`);
    await expect.poll(() => octet.count(), LONG).toBe(1);
    await octet.click({ timeout: 20_000 });
    await expect.poll(() => selected(page).count(), LONG).toBe(1);
    // From a field to its requirement.
    await page.locator(".tree-view").focus();
    await page.keyboard.press("Home");
    await jump(page, "rec[2]");
    await expect.poll(() => meaning(page), LONG).toContain("STATIC_DATA_END");
    for (let times = 0; times < 4; times++) await page.keyboard.press("ArrowRight");
    await expect.poll(() => meaning(page), LONG).toContain("What the body holds");
    await expect.poll(() => meaning(page), LONG).toContain("REC-011");
    await page.getByRole("tab", { name: "Rounds" }).click();
    expect(await page.locator("#rounds tbody tr").count()).toBeGreaterThan(1);
    expect(await serious(page)).toEqual([]);
    await page.close();
  }, 180_000);

  test("walks an image of 4 GiB by what is shown of it, and comes to its last page", async () => {
    const path = join(folder, "sparse.img");
    const size = sparseImage(path);
    expect(size).toBeGreaterThan(2 ** 32);
    const page = await opened([path], { colorScheme: "dark" });
    await says(page, /4\.0 GiB, 1025 records/);
    await jump(page, "pfn 0xfffff");
    await says(page, /last contents stand at/);
    await expect
      .poll(() => page.locator(".hex-octets .in").first().getAttribute("data-at"), LONG)
      .toBe(String(size - 8 - 4096));
    expect(await meaning(page)).toContain("pfn 0xfffff: notab, sent once");
    expect(await serious(page)).toEqual([]);
    await page.close();
    rmSync(path);
  }, 180_000);

  test("shows what a Verifier finds at its octets, and says what is wrong with what is no image", async () => {
    const broken = join(folder, "broken.img");
    const octets = Buffer.alloc(40);
    octets.fill(0xff, 0, 8);
    octets.write("XENF", 8);
    octets.writeUInt32BE(3, 12);
    octets.writeUInt16BE(4, 16);
    writeFileSync(broken, octets);
    const page = await opened([broken]);
    await says(page, /rejected/);
    await page.getByRole("tab", { name: /Findings/ }).click();
    expect(await page.textContent("#findings")).toContain("image-options-reserved");
    await jump(page, "image-options-reserved");
    await expect.poll(() => selected(page).textContent(), LONG).toBe("options");
    expect(await meaning(page)).toContain("IMG-012");
    await page.close();
  }, 120_000);

  test.each([
    "gzip",
    "zstd",
    "lz4",
    "delta",
    "none",
  ])("unpacks pages, codec %s, each in a frame or all in one", async (codec) => {
    for (const form of [codec, `${codec}-batch`]) {
      const path = image(`zip-${form}.v4-draft.img`);
      const page = await opened([path]);
      await says(page, /accepted/);
      const contents = lastContents(readFileSync(path));
      for (const [pfn, octets] of contents) {
        await jump(page, `pfn ${pfn}`);
        await says(page, new RegExp(`pfn 0x${pfn.toString(16)}: unpacked`));
        const row = page.locator("#page-octets .hex-rows .hex-row").first().locator(".hex-octets span");
        const shown = () => row.allTextContents().then((texts) => texts.join(""));
        await expect.poll(shown, LONG).toBe(Buffer.from(octets.subarray(0, 16)).toString("hex"));
      }
      expect(contents.size).toBeGreaterThan(1);
      await page.close();
    }
  }, 120_000);

  test("shows the fields of a legacy stream: its head, its chunks and its tail", async () => {
    const page = await opened([image("legacy-pv64.img")]);
    await says(page, /legacy-pv64\.img.*accepted/);
    await jump(page, "0");
    await expect.poll(() => meaning(page), LONG).toContain("LEG-007");
    await jump(page, "chunk[0]");
    await expect.poll(() => selected(page).textContent(), LONG).toContain("chunk[0]");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => meaning(page), LONG).toContain("LEG-027");
    await page.locator(".tree-view").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => meaning(page), LONG).toContain("unmapped_count");
    await page.close();
  }, 120_000);

  test("sets two images side by side, with the octets in which they differ", async () => {
    const page = await opened([image("small.v2.img"), image("small.v3.img")]);
    await says(page, /records; accepted/);
    await expect.poll(() => page.textContent("#differences"), LONG).toContain("image header, version");
    await page.locator("#differences button", { hasText: "image header, version" }).click();
    await expect.poll(() => page.locator("#other-octets .differs").count(), LONG).toBeGreaterThan(0);
    expect(await serious(page)).toEqual([]);
    await page.close();
  }, 120_000);

  test("opens what is dropped on it, and with Shift beside what is open", async () => {
    const page = await opened([image("small.v2.img")]);
    await says(page, /small\.v2\.img/);
    const drop = async (name: string, shiftKey: boolean) => {
      const octets = [...readFileSync(image(name))];
      const dataTransfer = await page.evaluateHandle<unknown>(
        `(() => { const data = new DataTransfer(); data.items.add(new File([Uint8Array.of(${octets})], "${name}")); return data; })()`,
      );
      await page.dispatchEvent("body", "dragover", { dataTransfer, shiftKey });
      expect(await page.locator("body.dropping").count()).toBe(1);
      await page.dispatchEvent("body", "drop", { dataTransfer, shiftKey });
      expect(await page.locator("body.dropping").count()).toBe(0);
    };
    await drop("small.v3.img", false);
    await says(page, /small\.v3\.img.*accepted/);
    await drop("small.v2.img", true);
    await expect.poll(() => page.textContent("#differences"), LONG).toContain("image header, version");
    await page.close();
  }, 120_000);

  test("takes a stream with checkpoints for one, and leads from finding to finding, back, and to what is asked for", async () => {
    const page = await opened([image("ckpt-hvm.libxl.v4-draft.img")]);
    await says(page, /accepted/);
    expect(await page.textContent("#about")).toContain("a checkpointed stream (Remus)");
    await page.selectOption("#kind", "plain");
    await says(page, /rejected: 4 found/);
    await page.locator(".tree-view").focus();
    await page.keyboard.press("n");
    await expect.poll(() => meaning(page), LONG).toContain("checkpoint-plain");
    const at = () => page.locator(".hex-octets .cursor").getAttribute("data-at");
    const first = await at();
    await page.keyboard.press("n");
    await expect.poll(at, LONG).not.toBe(first);
    await page.keyboard.press("[");
    await expect.poll(at, LONG).toBe(first);
    await page.keyboard.press("f");
    await page.keyboard.type("-page");
    await expect.poll(() => page.locator(".tree-rows").textContent(), LONG).not.toContain("PAGE_DATA");
    // What is meant comes into sight again.
    await jump(page, "pfn 2");
    await expect.poll(() => page.locator(".tree-rows").textContent(), LONG).toContain("PAGE_DATA");
    expect(await page.inputValue("#filter")).toBe("");
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await page.locator("dialog[open]").count()).toBe(0);
    await page.close();
  }, 120_000);

  test("its tree goes by the keys that trees go by", async () => {
    const page = await opened([image("small.v3.img")]);
    await says(page, /accepted/);
    const is = (row: number, name: string, value: string) =>
      expect.poll(() => page.locator(`#row-${row}`).getAttribute(`aria-${name}`), LONG).toBe(value);
    await page.locator(".tree-view").focus();
    const press = (key: string) => page.keyboard.press(key);
    await press("Home");
    await is(0, "selected", "true");
    await press("ArrowLeft");
    await is(0, "expanded", "false");
    await press("ArrowRight");
    await is(0, "expanded", "true");
    await press("ArrowRight");
    await is(1, "selected", "true");
    await is(1, "level", "2");
    await press("ArrowLeft");
    await is(0, "selected", "true");
    await press("ArrowDown");
    await press("ArrowDown");
    await is(2, "selected", "true");
    await press("ArrowUp");
    await is(1, "selected", "true");
    await press("Home");
    await press("Enter");
    await is(0, "expanded", "false");
    await press("End");
    const last = await page.locator(".tree-row").last().getAttribute("aria-selected");
    expect(last).toBe("true");
    await page.close();
  }, 120_000);

  test("nothing complains, and nothing is asked of a network", () => {
    expect(complaints).toEqual([]);
  });

  test("dsi inspect --web serves an image to this computer, and the page opens it", async () => {
    const dsi = spawn(process.execPath, [
      join(root, "dist/src/cli/main.js"),
      "inspect",
      "--web",
      "--",
      image("small.v3.img"),
    ]);
    try {
      const address = await new Promise<string>((resolve, reject) => {
        dsi.stdout.on("data", (text) => resolve(/http:\S+/.exec(String(text))![0]));
        dsi.once("exit", (code) => reject(new Error(`it ended with ${code}`)));
      });
      const page = await browser.newPage();
      page.setDefaultTimeout(LONG.timeout);
      await page.goto(address);
      await says(page, /small\.v3\.img.*accepted/);
      await page.close();
    } finally {
      dsi.kill();
    }
  }, 120_000);
});
