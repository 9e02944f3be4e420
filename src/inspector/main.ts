/** The inspector: opens images in the browser and shows what is in them. Nothing that is opened leaves this computer. */

import type { Finding } from "../format/fault.ts";
import { compare, type Difference } from "./compare.ts";
import { History } from "./history.ts";
import { type Goal, goalOf } from "./jump.ts";
import { type ImageNode, imageNodes, leavesOf } from "./nodes.ts";
import type { PageFacts } from "./page-table.ts";
import { readContents, type Scanned, type StreamKind, scan, type Watched } from "./scan.ts";
import { counterpart, holdAgainst, type Pair } from "./side-by-side.ts";
import { addressSource, fileSource, type Source } from "./source.ts";
import { unpackedPage } from "./unpack.ts";
import { detailsView, differencesView, findingsView } from "./views/details.ts";
import { byId, element, hex, sizeText } from "./views/dom.ts";
import { HexView } from "./views/hex-view.ts";
import { MemoryMap } from "./views/memory-map.ts";
import { OctetsPane } from "./views/octets-pane.ts";
import { roundsView } from "./views/rounds-view.ts";
import { TreeView } from "./views/tree-view.ts";
import { wire } from "./wiring.ts";

/** Images up to this size are read whole at once, for what only the contents of pages tell. In octets. */
const READ_AT_ONCE = 64 * 2 ** 20;

interface Opened {
  readonly scanned: Scanned;
  findings: readonly Finding[];
  /** Why the contents of pages could not be read to the end. */
  unread?: string;
  /** Whether the contents of pages were read. */
  complete: boolean;
}

let first: Opened | undefined;
/** The second image, as soon as it has been held against the first. */
let beside: Pair | undefined;
let running = new AbortController();
let unpacking = new AbortController();
/** Counts what was shown, so that what comes late is dropped. */
let shown = 0;

const site = document.body.dataset.site ?? "";
const tree = new TreeView("Containers, headers, records and fields", (node) => void show(node as ImageNode));
/** Where the user was, and how far back in it they have gone. */
const places = new History((at) => void pick(at));
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
    beside = undefined;
    document.body.classList.add("open");
    showImage(first, performance.now() - began);
    if (two !== undefined) await openSecond(two);
    if (one.size <= READ_AT_ONCE) await readAll();
  } catch (error) {
    if ((error as Error).name !== "AbortError") say(`Cannot be read: ${(error as Error).message}`);
  }
}

/** Walks an image; as a checkpointed stream where nobody says otherwise and it holds what only such a one may. */
async function opened(source: Source): Promise<Opened> {
  const doing = watched(`Reading ${source.name}`);
  const asked = byId<HTMLSelectElement>("kind").value as StreamKind | "";
  let scanned = await scan(source, doing, asked || "plain");
  if (asked === "" && scanned.findings.some(({ code }) => code === "checkpoint-plain"))
    scanned = await scan(source, doing, isColo(scanned) ? "colo" : "remus");
  return { scanned, findings: scanned.findings, complete: false };
}

const isColo = ({ records }: Scanned) =>
  records.some(({ layer, name }) => layer === "libxl" && name === "CHECKPOINT_STATE");

async function openSecond(source: Source): Promise<void> {
  const { scanned } = await opened(source);
  byId("second-name").textContent = source.name;
  document.body.classList.add("two");
  otherOctets.show(source);
  const a = first!.scanned;
  beside = { a, b: scanned, comparison: await compare(a, scanned, watched("Comparing")) };
  byId("differences").replaceChildren(differencesView(beside.comparison, showDifference));
  byId<HTMLButtonElement>("tab-differences").hidden = false;
  byId<HTMLOptionElement>("mode-differs").hidden = false;
  byId("tab-differences").click();
  map.draw();
  say(summary(first!));
}

/** Reads everything of the first image: all that a Verifier finds, and what contents look like. */
async function readAll(): Promise<void> {
  const image = first!;
  byId<HTMLButtonElement>("read-all").hidden = true;
  const { findings, problem } = await readContents(image.scanned, watched("Reading the contents of pages"));
  image.findings = findings;
  image.complete = problem === undefined;
  if (problem !== undefined) image.unread = problem;
  await tree.update(imageNodes(image.scanned, findings));
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
  const kind =
    scanned.kind === "plain" ? "" : `, a checkpointed stream (${scanned.kind === "colo" ? "COLO" : "Remus"})`;
  byId("about").textContent = `${edition ?? "no image"}, ${around}${kind}, read in ${(took / 1000).toFixed(1)} s`;
  octets.show(source);
  map.show(pages);
  byId("rounds").replaceChildren(roundsView(rounds, (span) => void pick(span.at)));
  byId<HTMLButtonElement>("read-all").hidden = source.size <= READ_AT_ONCE;
  byId("read-all").textContent = `Read all ${sizeText(source.size)}: contents and their findings`;
  byId<HTMLInputElement>("filter").value = "";
  tree.filter("");
  tree.show(imageNodes(scanned, image.findings));
  showFindings(image);
  say(summary(image));
  tree.selectKey(`layer ${scanned.layers[0]?.at ?? 0}`);
}

function showFindings(image: Opened): void {
  const { findings, complete } = image;
  byId("findings").replaceChildren(findingsView(findings, { site, complete, onPick: (at) => void pick(at) }));
  byId("tab-findings").textContent = `Findings (${findings.length})`;
}

/** Shows a node of the tree: its octets with a cursor among them, its neighbours by turns, and what the specification says of it. */
async function show(node: ImageNode, cursor = node.at): Promise<void> {
  const { source, pages, pageSize } = first!.scanned;
  const page = pages.pageAt(cursor, pageSize);
  // Of many pages in one field, the one that is meant.
  const inPage = page !== undefined && !page.packed && node.inside === undefined && node.length > pageSize;
  octets.select(inPage ? { at: page.at, length: pageSize } : { at: node.at, length: node.length }, cursor);
  places.visit(cursor);
  const trail = tree.trail();
  const ticket = ++shown;
  const [start, shades] = await Promise.all([
    source.read(cursor, 8),
    leavesOf(tree.outermost() as ImageNode | undefined),
  ]);
  if (ticket !== shown) return;
  octets.image.shade(shades);
  byId("details").replaceChildren(detailsView(node, { page, site, trail, octets: start }));
  const other = beside && counterpart(beside, node);
  if (beside && other) await holdAgainst(beside, node, other, [octets.image, otherOctets]);
}

async function showDifference({ a, b }: Difference): Promise<void> {
  if (a) await pick(a.at);
  if (a) octets.select(a);
  if (b) otherOctets.select(b);
  if (a && b) await holdAgainst(beside!, a, b, [octets.image, otherOctets]);
}

/** Shows the octet at an offset, and the smallest field that it belongs to. */
async function pick(at: number): Promise<void> {
  const node = (await tree.reveal(at)) as ImageNode | undefined;
  if (node) await show(node, at);
  else octets.select({ at, length: 1 });
}

async function showPage(page: PageFacts): Promise<void> {
  const { pfn, at, packed } = page;
  if (at < 0) return;
  const node = (await tree.reveal(at)) as ImageNode | undefined;
  if (node) await show(node, at);
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
  else if (goal.kind !== "record") octets.image.root.focus();
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
      tree.selectKey(`${record.layer} ${record.index}`);
      tree.root.focus();
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

/** Goes to the next finding behind the cursor, or before it. */
function nextFinding(step: 1 | -1): void {
  const places_ = [...new Set(first?.findings.map(({ at }) => at))].sort((a, b) => step * (a - b));
  const from = places.now ?? -1;
  const next = places_.find((at) => step * (at - from) > 0) ?? places_[0];
  if (next === undefined) say("A Verifier finds nothing.");
  else void pick(Math.min(next, first!.scanned.source.size - 1));
}

tree.root.addEventListener("unfiltered", () => {
  byId<HTMLInputElement>("filter").value = "";
});
wire({
  open: (files, asSecond) => void openFiles(files, asSecond),
  again: () => first && void open([first.scanned.source, ...(beside ? [beside.b.source] : [])]),
  readAll: () => void readAll().catch(() => {}),
  jump,
  filter: (text) => tree.filter(text),
  paint: (mode) => map.paint(mode),
  tabChosen: () => map.draw(),
  nextFinding,
  back: () => places.go(-1),
  forward: () => places.go(1),
});

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
