import { html, type Markup } from "../report/markup.ts";
import type { Heading } from "./markdown.ts";
import { relativeLink } from "./markdown.ts";

/** One page of the site. */
export interface Page {
  /** From the root of the site: `spec/04-records.html`. */
  readonly path: string;
  readonly title: string;
  readonly body: Markup;
  /** Headings for the contents beside the text. */
  readonly headings?: readonly Heading[];
  /** What the body needs of width: a table across the page, or prose. */
  readonly wide?: boolean;
}

/** An entry of the list of pages that stands beside every page. */
export interface NavigationPart {
  readonly title: string;
  readonly entries: readonly { readonly path: string; readonly title: string }[];
}

/** What all pages share. */
export interface Frame {
  readonly navigation: readonly NavigationPart[];
  /** A line about what the site was made from. */
  readonly made: string;
}

// The template escapes slashes too, which says nothing inside an attribute and reads badly.
/** A page as a file: complete, readable without script, with every link relative. */
export function pageFile(page: Page, { navigation, made }: Frame): string {
  const to = (path: string) => relativeLink(page.path, path) || "#";
  const flat = navigation.flatMap(({ entries }) => entries);
  const here = flat.findIndex(({ path }) => path === page.path);
  const [before, after] = here < 0 ? [] : [flat[here - 1], flat[here + 1]];
  const sections = (page.headings ?? []).filter(({ level }) => level === 2);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} · Domain save image</title>
<link rel="stylesheet" href="${to("assets/site.css")}">
<script defer src="${to("assets/search-index.js")}"></script>
<script defer src="${to("assets/site.js")}"></script>
</head>
<body data-root="${"../".repeat(page.path.split("/").length - 1)}">
<a class="skip" href="#content">Skip to the text</a>
<header class="top">
<a class="home" href="${to("index.html")}">Domain save image</a>
<form class="search" role="search" hidden>
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="requirement, code, field, word" aria-describedby="search-state">
<kbd aria-hidden="true">/</kbd>
<div id="search-state" class="unseen" role="status"></div>
<ol id="search-results" aria-label="Search results" hidden></ol>
</form>
</header>
<div class="columns${page.wide ? " wide" : ""}">
<nav class="side" aria-label="Pages">
<details open class="menu"><summary>Contents</summary>
${navigation.map(
  ({ title, entries }) => html`<h2>${title}</h2>
<ul>${entries.map(
    (entry) =>
      html`<li>${link(entry.path === page.path, to(entry.path), entry.title)}${
        entry.path === page.path &&
        sections.length > 1 &&
        html`<ul>${sections.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul>`
      }</li>`,
  )}</ul>`,
)}
</details>
</nav>
<main id="content" tabindex="-1">
${page.body}
${
  (before || after) &&
  html`<nav class="pager" aria-label="Neighbours">${
    before ? html`<a rel="prev" href="${to(before.path)}"><span>Before</span> ${before.title}</a>` : html`<span></span>`
  }${after && html`<a rel="next" href="${to(after.path)}"><span>Next</span> ${after.title}</a>`}</nav>`
}
</main>
</div>
<footer>${made}</footer>
</body>
</html>
`
    .toString()
    .replaceAll("&#x2F;", "/");
}

function link(current: boolean, href: string, title: string): Markup {
  return current ? html`<a href="${href}" aria-current="page">${title}</a>` : html`<a href="${href}">${title}</a>`;
}
