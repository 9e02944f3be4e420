import { html, raw } from "../report/markup.ts";
import { INSPECTOR_STYLE } from "./style.ts";

/** An image that the page opens by itself, served at `address`. */
export interface ServedImage {
  readonly name: string;
  readonly address: string;
}

/** Where the page finds what belongs to it, relative to itself. */
export interface InspectorPlace {
  /** Prefix of the site's pages: empty beside its first page. */
  readonly site: string;
  readonly images?: readonly ServedImage[];
}

/** What colours of the map are to be told apart by. */
const MODES = [
  ["type", "type"],
  ["sent", "how often sent"],
  ["contents", "contents"],
  ["differs", "differences"],
] as const;

/** What the keys do. */
const KEYS = [
  [["/"], "go to an offset, a pfn, a record or a finding"],
  [["f"], "show only some records"],
  [["n", "N"], "next finding, the one before"],
  [["[", "]"], "back to where you were, and forth"],
  [["↑", "↓", "←", "→"], "in the tree, the octets and the map: move, open and close"],
  [["Page Up", "Page Down", "Home", "End"], "in the tree and the octets: far"],
  [["Ctrl C"], "in the octets: copy what is selected"],
  [["?"], "this list"],
] as const;

/** The inspector: a page that opens images in the browser, readable from a file system. The script is assets/inspector.js. */
export function inspectorPage({ site, images = [] }: InspectorPlace): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Inspector · Domain save image</title>
<link rel="stylesheet" href="${site}assets/site.css">
<style>${raw(INSPECTOR_STYLE)}</style>
<script defer src="${site}assets/inspector.js"></script>
</head>
<body class="inspector" data-site="${site}" data-images="${JSON.stringify(images)}">
<a class="skip" href="#content">Skip to the image</a>
<header class="top">
<a class="home" href="${site}index.html">Domain save image</a>
<div class="open-files">
<label class="button" for="file">Open an image</label><input id="file" type="file" multiple class="unseen">
<label class="button second" for="second-file">Compare with another</label><input id="second-file" type="file" class="unseen">
<label class="unseen" for="kind">How the stream travelled</label>
<select id="kind" title="How the stream travelled, which it does not say itself"><option value="">stream: auto</option><option value="plain">stream: plain</option><option value="remus">stream: Remus</option><option value="colo">stream: COLO</option></select>
</div>
<form id="jump"><label for="goal">Go to</label>
<input id="goal" type="text" autocomplete="off" spellcheck="false" placeholder="0x1f40, pfn 0x12, rec[3], a code" aria-describedby="state"><button type="submit">Go</button></form>
<button type="button" id="show-keys" aria-label="Keys" title="Keys (?)">?</button>
</header>
<main id="content" tabindex="-1">
<h1 class="unseen">Inspector</h1>
<p class="status"><span id="state" role="status">No image is open.</span> <span id="about" class="quiet"></span> <button type="button" id="read-all" hidden></button></p>
<section class="welcome" aria-label="How to begin">
<p class="lead">Look into a domain save image: its containers, headers, records and fields beside their octets.</p>
<p>Open a file, or drop it anywhere on this page; two files are compared. Files packed by gzip are unpacked. Nothing is uploaded: the page has no
server, and of a large file only what is shown is read.</p>
<p class="quiet"><kbd>?</kbd> tells the keys. Dropped with <kbd>Shift</kbd>, a file is set beside the one that is open.</p>
</section>
<div class="workspace">
<section class="pane" aria-label="Structure"><h2>Structure <label class="unseen" for="filter">Show only</label><input id="filter" type="search" autocomplete="off" spellcheck="false" placeholder="only: tsc, or -page_data"></h2><div id="tree" class="fill"></div></section>
<section class="pane dump" aria-label="Octets"><h2>Octets <span class="which" role="group" aria-label="Which octets"><button type="button" id="show-image" aria-pressed="true">as they stand</button><button type="button" id="show-page" aria-pressed="false" hidden></button></span></h2>
<div id="octets" class="fill"></div><div id="page-octets" class="fill" hidden></div></section>
<section class="pane dump other" aria-label="Octets of the second image"><h2 id="second-name">Second image</h2><div id="other-octets" class="fill"></div></section>
<section class="pane meaning" aria-label="Meaning"><h2>Meaning</h2><div id="details" class="fill scrolls" tabindex="0" role="group" aria-label="What is selected"></div></section>
</div>
<div class="below">
<div role="tablist" aria-label="Views of the whole image">
<button type="button" role="tab" id="tab-map" aria-controls="panel-map" aria-selected="true">Memory</button>
<button type="button" role="tab" id="tab-rounds" aria-controls="panel-rounds" aria-selected="false" tabindex="-1">Rounds</button>
<button type="button" role="tab" id="tab-findings" aria-controls="panel-findings" aria-selected="false" tabindex="-1">Findings</button>
<button type="button" role="tab" id="tab-differences" aria-controls="differences" aria-selected="false" tabindex="-1" hidden>Differences</button>
</div>
<div role="tabpanel" id="panel-map" aria-labelledby="tab-map">
<p class="controls"><label for="mode">Colour by</label> <select id="mode">${MODES.map(([value, text]) => html`<option id="mode-${value}" value="${value}"${value === "differs" && raw(" hidden")}>${text}</option>`)}</select></p>
<div id="map"></div></div>
<div role="tabpanel" id="panel-rounds" aria-labelledby="tab-rounds" hidden><div id="rounds"></div></div>
<div role="tabpanel" id="panel-findings" aria-labelledby="tab-findings" hidden><div id="findings"></div></div>
<div role="tabpanel" id="differences" aria-labelledby="tab-differences" hidden></div>
</div>
<dialog id="keys" aria-label="Keys">
<form method="dialog"><h2>Keys</h2>
<dl>${KEYS.map(([keys, what]) => html`<dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}</dl>
<button>Close</button></form>
</dialog>
<noscript><p>The inspector reads files in your browser, which takes script.</p></noscript>
</main>
</body>
</html>
`
    .toString()
    .replaceAll("&#x2F;", "/");
}
