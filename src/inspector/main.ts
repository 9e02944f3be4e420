/** The inspector: opens images in the browser and shows what is in them. Nothing that is opened leaves this computer. */

import type { Finding } from "../format/fault.ts";
import { type Comparison, compare, type Difference } from "./compare.ts";
import { type Goal, goalOf } from "./jump.ts";
import { type ImageNode, imageNodes } from "./nodes.ts";
import type { PageFacts } from "./page-table.ts";
import { readContents, type Scanned, scan, type Watched } from "./scan.ts";
import { addressSource, fileSource, type Source } from "./source.ts";
import { unpackedPage } from "./unpack.ts";
import { detailsView, differencesView, findingsView } from "./views/details.ts";
import { byId, element, hex, sizeText } from "./views/dom.ts";
import { HexView, type Span } from "./views/hex-view.ts";
import { type MapMode, MemoryMap } from "./views/memory-map.ts";
import { OctetsPane } from "./views/octets-pane.ts";
import { roundsView } from "./views/rounds-view.ts";
import { TreeView } from "./views/tree-view.ts";

/** Images up to this size are read whole at once, for what only the contents of pages tell. In octets. */
const READ_AT_ONCE = 64 * 2 ** 20;
/** Octets of a difference that are held against each other one by one. */
const MARKED = 2 ** 16;

interface Opened {
  readonly scanned: Scanned;
  findings: readonly Finding[];
  /** Why the contents of pages could not be read to the end. */
  unread?: string;
  /** Whether the contents of pages were read. */
  complete: boolean;
}

let first: Opened | undefined;
let second: Opened | undefined;
let comparison: Comparison | undefined;
let running = new AbortController();
let unpacking = new AbortController();

const site = document.body.dataset.site ?? "";
const tree = new TreeView("Containers, headers, records and fields", (node) => show(node as ImageNode));
const octets = new OctetsPane((at) => void pick(at));
const otherOctets = new HexView("Octets of the second image", () => {});
const map = new MemoryMap((page) => void showPage(page));

byId("tree").append(tree.root);
byId("other-octets").append(otherOctets.root);
byId("map").append(map.root);

/** Says in the line above everything what is going on. */
function say(text: string): void {
  byId("state").textContent = text;
}

function watched(doing: string, signal = running.signal): Watched {
  let last = 0;
  return {
    signal,
    progress(done, total) {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      say(`${doing}: ${Math.floor((100 * done) / Math.max(1, total))} %`);
    },
  };
}

/** Opens one image, or two. What was going on ends. */
async function open(sources: readonly Source[]): Promise<void> {
  running.abort(new DOMException("another image was opened", "AbortError"));
  running = new AbortController();
  try {
    const [one, two] = sources;
    if (one === undefined) return;
    const began = performance.now();
    first = await opened(one);
    second = undefined;
    comparison = undefined;
    document.body.classList.add("open");
    showImage(first, performance.now() - began);
    if (two !== undefined) await openSecond(two);
    if (one.size <= READ_AT_ONCE) await readAll();
  } catch (error) {
    if ((error as Error).name !== "AbortError") say(`Cannot be read: ${(error as Error).message}`);
  }
}

async function opened(source: Source): Promise<Opened> {
  const scanned = await scan(source, watched(`Reading ${source.name}`));
  return { scanned, findings: scanned.findings, complete: false };
}

async function openSecond(source: Source): Promise<void> {
  second = await opened(source);
  byId("second-name").textContent = source.name;
  document.body.classList.add("two");
  otherOctets.show(source);
  comparison = await compare(first!.scanned, second.scanned, watched("Comparing"));
  byId("differences").replaceChildren(differencesView(comparison, showDifference));
  byId<HTMLButtonElement>("tab-differences").hidden = false;
  byId<HTMLOptionElement>("mode-differs").hidden = false;
  byId("tab-differences").click();
  map.draw();
  say(summary(first!));
}

/** Reads everything of the first image: all that a Verifier finds, and what contents look like. */
async function readAll(): Promise<void> {
  const image = first!;
  const { findings, problem } = await readContents(image.scanned, watched("Reading the contents of pages"));
  image.findings = findings;
  image.complete = problem === undefined;
  if (problem !== undefined) image.unread = problem;
  showFindings(image);
  map.draw();
  say(summary(image));
}

function summary({ scanned, findings, complete, unread }: Opened): string {
  const breaches = findings.filter(({ level }) => level === "MUST").length;
  const verdict =
    scanned.problem ??
    unread ??
    (breaches > 0 ? `rejected: ${breaches} found` : complete ? "accepted" : "nothing found so far");
  return `${scanned.source.name}: ${sizeText(scanned.source.size)}, ${scanned.records.length} records; ${verdict}`;
}

function showImage(image: Opened, took: number): void {
  const { scanned } = image;
  const { source, edition, container, pages, rounds } = scanned;
  document.title = `${source.name} · Inspector`;
  document.body.classList.remove("two");
  byId("tab-differences").hidden = true;
  byId<HTMLOptionElement>("mode-differs").hidden = true;
  const around = container.length > 0 ? `in ${container.toReversed().join(" in ")}` : "bare";
  byId("about").textContent = `${edition ?? "no image"}, ${around}, read in ${(took / 1000).toFixed(1)} s`;
  octets.show(source);
  map.show(pages);
  byId("rounds").replaceChildren(roundsView(rounds, (span) => void pick(span.at)));
  byId<HTMLButtonElement>("read-all").hidden = source.size <= READ_AT_ONCE;
  showFindings(image);
  say(summary(image));
  tree.selectKey(`layer ${scanned.layers[0]?.at ?? 0}`);
}

function showFindings(image: Opened): void {
  const { scanned, findings, complete } = image;
  tree.show(imageNodes(scanned, findings));
  byId("findings").replaceChildren(findingsView(findings, { site, complete, onPick: (at) => void pick(at) }));
  byId("tab-findings").textContent = `Findings (${findings.length})`;
}

/** Shows a node of the tree: its octets, and what the specification says of it. */
function show(node: ImageNode): void {
  octets.select({ at: node.at, length: node.length });
  byId("details").replaceChildren(detailsView(node, first?.scanned.pages.pageAt(node.at), site));
  if (comparison !== undefined && second !== undefined) void showCounterpart(node);
}

/** Where the second image has what is selected in the first: as far behind the start of the record that goes with its record. */
async function showCounterpart(span: Span): Promise<void> {
  const { scanned } = first!;
  const record = scanned.records.find(({ at, end }) => span.at >= at && span.at < end);
  const pair = record && comparison!.pairs.get(record);
  const layer = scanned.layers.find(({ at, length }) => span.at >= at && span.at < at + length);
  const other = layer && second!.scanned.layers.find((one) => one.layer === layer.layer);
  const start = record && pair ? [record.at, pair.at] : layer && other ? [layer.at, other.at] : undefined;
  if (start) await holdAgainst(span, { at: span.at - start[0]! + start[1]!, length: span.length });
}

/** Marks in both views the octets in which two spans differ. */
async function holdAgainst(a: Span, b: Span): Promise<void> {
  const [one, two] = await Promise.all([
    first!.scanned.source.read(a.at, Math.min(a.length, MARKED)),
    second!.scanned.source.read(b.at, Math.min(b.length, MARKED)),
  ]);
  const differing = [...one.keys()].filter((i) => one[i] !== two[i]);
  octets.image.mark(new Set(differing.map((i) => a.at + i)));
  otherOctets.mark(new Set(differing.map((i) => b.at + i)));
  otherOctets.select(b);
}

async function showDifference({ a, b }: Difference): Promise<void> {
  if (a) await pick(a.at);
  if (a) octets.select(a);
  if (b) otherOctets.select(b);
  if (a && b) await holdAgainst(a, b);
}

/** Shows the octet at an offset, and the smallest field that it belongs to. */
async function pick(at: number): Promise<void> {
  const node = (await tree.reveal(at)) as ImageNode | undefined;
  if (node) show(node);
  octets.select({ at, length: 1 });
}

async function showPage(page: PageFacts): Promise<void> {
  const { pfn, at, packed } = page;
  if (at < 0) return;
  const node = (await tree.reveal(at)) as ImageNode | undefined;
  if (node) show(node);
  if (!packed) octets.select({ at, length: first!.scanned.pageSize });
  say(`pfn ${hex(pfn)}: its last contents stand ${packed ? "packed " : ""}at ${hex(at)}`);
  if (packed) await unpack(page);
}

/** Shows what comes out of the frame of a page. */
async function unpack(page: PageFacts): Promise<void> {
  unpacking.abort(new DOMException("another page was picked", "AbortError"));
  unpacking = new AbortController();
  try {
    const contents = await unpackedPage(first!.scanned, page, watched("Unpacking", unpacking.signal));
    octets.openPage(`page ${hex(page.pfn)}, unpacked`, contents);
    say(`pfn ${hex(page.pfn)}: unpacked, from ${hex(page.at)}`);
  } catch (error) {
    if ((error as Error).name !== "AbortError")
      say(`pfn ${hex(page.pfn)} at ${hex(page.at)} cannot be unpacked: ${(error as Error).message}`);
  }
}

function jump(text: string): void {
  const goal = goalOf(text);
  if (goal === undefined || first === undefined) return;
  const problem = goTo(goal, first);
  if (problem !== undefined) say(problem);
}

/** Goes to a place; returns why there is none. */
function goTo(goal: Goal, { scanned, findings }: Opened): string | undefined {
  const { source, pages, records } = scanned;
  switch (goal.kind) {
    case "offset":
      if (goal.at >= source.size) return `The image ends at ${hex(source.size)}.`;
      void pick(goal.at);
      break;
    case "pfn": {
      const page = pages.page(goal.pfn);
      if (page === undefined) return `The image has no pfn ${hex(goal.pfn)}.`;
      if (page.at < 0) return `pfn ${hex(goal.pfn)} has no contents.`;
      void showPage(page);
      break;
    }
    case "record": {
      const record = records.find(({ layer, index }) => layer === goal.layer && index === goal.index);
      if (record === undefined) return "There is no such record.";
      void pick(record.at);
      break;
    }
    case "finding": {
      const found = findings.find(({ code, req }) => code.includes(goal.text) || req.toLowerCase() === goal.text);
      if (found === undefined) return `Nothing found goes by "${goal.text}".`;
      void pick(Math.min(found.at, source.size - 1));
    }
  }
  return undefined;
}

async function openFiles(files: readonly File[], asSecond: boolean): Promise<void> {
  say("Opening");
  try {
    const sources = await Promise.all(files.slice(0, 2).map(fileSource));
    if (asSecond && first !== undefined) await open([first.scanned.source, ...sources]);
    else await open(sources);
  } catch (error) {
    say(`Cannot be opened: ${(error as Error).message}`);
  }
}

for (const [id, asSecond] of [
  ["file", false],
  ["second-file", true],
] as const) {
  byId<HTMLInputElement>(id).addEventListener("change", (event) => {
    void openFiles([...((event.target as HTMLInputElement).files ?? [])], asSecond);
  });
}
addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
for (const over of ["dragleave", "drop"]) addEventListener(over, () => document.body.classList.remove("dropping"));
addEventListener("drop", (event) => {
  event.preventDefault();
  void openFiles([...(event.dataTransfer?.files ?? [])], event.shiftKey);
});
byId("jump").addEventListener("submit", (event) => {
  event.preventDefault();
  jump(byId<HTMLInputElement>("goal").value);
});
byId("read-all").addEventListener("click", () => void readAll().catch(() => {}));
byId<HTMLSelectElement>("mode").addEventListener("change", (event) => {
  map.paint((event.target as HTMLSelectElement).value as MapMode);
});
addEventListener("keydown", (event) => {
  const typing = (event.target as HTMLElement).closest("input, select, textarea") !== null;
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  byId("goal").focus();
});

const tabs = [...document.querySelectorAll<HTMLButtonElement>("[role=tab]")];
function selectTab(tab: HTMLButtonElement): void {
  for (const one of tabs) {
    one.setAttribute("aria-selected", String(one === tab));
    one.tabIndex = one === tab ? 0 : -1;
    byId(one.getAttribute("aria-controls")!).hidden = one !== tab;
  }
  map.draw();
}
for (const tab of tabs) {
  tab.addEventListener("click", () => selectTab(tab));
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const shown = tabs.filter(({ hidden }) => !hidden);
    const next = shown[(shown.indexOf(tab) + step + shown.length) % shown.length]!;
    next.focus();
    selectTab(next);
  });
}

// `dsi inspect --web` names the images that it serves.
const served = JSON.parse(document.body.dataset.images ?? "[]") as { name: string; address: string }[];
if (served.length > 0)
  void Promise.all(served.map(({ name, address }) => addressSource(name, address))).then(open, (error: Error) =>
    say(`Cannot be opened: ${error.message}`),
  );
else
  byId("details").replaceChildren(
    element("p", { class: "quiet" }, "Select something in the tree or among the octets."),
  );
