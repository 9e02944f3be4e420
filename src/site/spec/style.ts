/** The style of the site: light and dark, printable, with nothing fetched from anywhere. */
export const SITE_STYLE = `
:root { color-scheme: light dark;
  --ink: #20242a; --soft-ink: #59616c; --paper: #fdfcfa; --panel: #f5f3ee; --line: #e0dcd3; --accent: #1d5a8a; --accent-soft: #e6eff6;
  --good: #1c6a3a; --bad: #a4201c; --warn: #7a5200; --mark: #fbe6a2;
  --fixed: #dbe9f4; --plain: #fbfaf7; --reserved: #ece8df; --open: #eef3e6;
  --prose: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
  --plainface: system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", "DejaVu Sans Mono", monospace; }
@media (prefers-color-scheme: dark) { :root {
  --ink: #d9dce0; --soft-ink: #9da5af; --paper: #15181c; --panel: #1c2025; --line: #333941; --accent: #85bbe6; --accent-soft: #1d2f3e;
  --good: #7bcf94; --bad: #ff938a; --warn: #e5b45f; --mark: #5d4a0c;
  --fixed: #1d3345; --plain: #1b1f24; --reserved: #262a30; --open: #202c22; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.62 var(--prose); }
a { color: var(--accent); text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); text-underline-offset: .18em; }
a:hover { text-decoration-color: currentColor; }
a.nowhere { color: inherit; text-decoration: none; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
code, pre, kbd { font-family: var(--mono); font-size: .84em; }
:is(h1, h2, h3) code { font-size: .92em; }
h1, h2, h3, nav, table, footer, .top, .about, summary, .pager, .severity, .crumb { font-family: var(--plainface); }
h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -.015em; margin: 0 0 1.25rem; font-weight: 650; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 3rem 0 1rem; font-weight: 620; letter-spacing: -.005em; }
h3 { font-size: 1.06rem; margin: 2rem 0 .6rem; font-weight: 620; }
p, ul, ol, dl, blockquote { margin: 0 0 1.1rem; }
.quiet { color: var(--soft-ink); } p.quiet { font-size: .94em; }
.lead { font-size: 1.2rem; line-height: 1.55; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--paper); padding: .5rem 1rem; }
.top { position: sticky; top: 0; z-index: 5; display: flex; gap: 1.5rem; align-items: center; justify-content: space-between; padding: .65rem 1.5rem;
  background: color-mix(in srgb, var(--paper) 94%, transparent); backdrop-filter: blur(8px); border-bottom: 1px solid var(--line); }
.home { font-weight: 650; color: var(--ink); text-decoration: none; letter-spacing: -.01em; }
.search { position: relative; width: min(26rem, 62vw); }
.search label { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.search input { width: 100%; font: .94rem/1.4 var(--plainface); padding: .42rem 2.2rem .42rem .75rem; color: inherit; background: var(--panel);
  border: 1px solid var(--line); border-radius: .45rem; } .search input::placeholder { color: var(--soft-ink); opacity: 1; }
.search kbd { position: absolute; right: .7rem; top: .5rem; color: var(--soft-ink); border: 1px solid var(--line); border-radius: .25rem; padding: 0 .35rem; }
.search input:focus + kbd { display: none; }
#search-results { position: absolute; right: 0; top: 2.9rem; width: min(38rem, 92vw); max-height: 72vh; overflow: auto; margin: 0; padding: .35rem; list-style: none;
  background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; box-shadow: 0 12px 32px rgb(0 0 0 / .18); }
#search-results a { display: block; padding: .45rem .65rem; border-radius: .35rem; color: var(--ink); text-decoration: none; font: .92rem/1.4 var(--plainface); }
#search-results a:is(:hover, :focus) { background: var(--accent-soft); }
#search-results .name { font-weight: 620; color: var(--accent); } #search-results .kind { color: var(--soft-ink); font-size: .86em; }
#search-results .text { display: block; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.columns { display: grid; grid-template-columns: 16.5rem minmax(0, 46rem); gap: 3.5rem; max-width: 84rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
.columns.wide { grid-template-columns: 16.5rem minmax(0, 1fr); }
.side { font-size: .89rem; line-height: 1.45; }
.menu { position: sticky; top: 4.6rem; max-height: calc(100vh - 6rem); overflow: auto; padding-bottom: 1rem; scrollbar-width: thin; }
.menu > summary { display: none; }
.menu h2 { font-size: .78rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft-ink); margin: 1.4rem 0 .35rem; font-weight: 600; }
.menu h2:first-of-type { margin-top: 0; }
.menu ul { list-style: none; margin: 0; padding: 0; } .menu ul ul { margin: .15rem 0 .4rem; padding-left: .8rem; border-left: 1px solid var(--line); font-size: .94em; }
.menu a { display: block; padding: .17rem .5rem; color: var(--soft-ink); text-decoration: none; border-radius: .3rem; } .menu a:hover { color: var(--ink); }
.menu a[aria-current] { color: var(--accent); font-weight: 620; background: var(--accent-soft); }
main { min-width: 0; } main:focus { outline: none; }
.anchor { color: var(--soft-ink); text-decoration: none; font-weight: 400; opacity: 0; padding: 0 .2em; } :is(h2, h3):hover .anchor, .anchor:focus { opacity: 1; }
table { border-collapse: collapse; width: 100%; font-size: .87rem; line-height: 1.5; margin: 0 0 1.2rem; }
th, td { text-align: left; vertical-align: top; padding: .38rem .9rem .38rem 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } thead th { color: var(--soft-ink); font-size: .92em; white-space: nowrap; } .figure { text-align: right; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; margin: 0 0 1.2rem; } .scroll table { margin: 0; }
pre { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; overflow-x: auto; line-height: 1.5; margin: 0 0 1.2rem; }
blockquote { margin-left: 0; padding: .1rem 0 .1rem 1.1rem; border-left: 3px solid var(--line); } blockquote p { margin: .35rem 0; }
.octets { margin: 1.6rem 0 1rem; overflow-x: auto; } .octets svg { max-width: 100%; height: auto; display: block; }
.octets text { font-family: var(--mono); fill: var(--ink); text-anchor: middle; } .octets .size { font-size: 10.5px; fill: var(--soft-ink); font-family: var(--plainface); }
.octets .ruler, .octets .offset { font-size: 11px; fill: var(--soft-ink); } .octets .offset { text-anchor: end; }
.octets path { fill: none; stroke: var(--soft-ink); stroke-width: 1.1; }
.octets .fixed rect { fill: var(--fixed); } .octets .plain rect { fill: var(--plain); } .octets .reserved rect { fill: var(--reserved); } .octets .open rect { fill: var(--open); }
.octets .open path { stroke-dasharray: 5 3; } .octets .reserved .name { fill: var(--soft-ink); }
.requirement { margin: 1.5rem 0; padding: .1rem 0 .1rem 1.15rem; border-left: 3px solid var(--line); }
.requirement:target { border-left-color: var(--accent); background: linear-gradient(90deg, var(--accent-soft), transparent); }
.sentence { margin: 0 0 .35rem; } .number { font: 620 .84rem/1 var(--plainface); letter-spacing: .01em; margin-right: .35rem; text-decoration: none; white-space: nowrap; }
.keyword { font-weight: 700; letter-spacing: .02em; font-size: .93em; }
.about { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .1rem 1.5rem; font-size: .81rem; line-height: 1.6; color: var(--soft-ink); }
.about ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0 .45rem; } .facts li:not(:last-child)::after { content: " ·"; color: var(--soft-ink); }
.about .standings { gap: 0 .9rem; }
.about a { color: inherit; } .about a:hover { color: var(--accent); }
.pass { color: var(--good); } .fails { color: var(--bad); } .unasked, .outside { color: var(--soft-ink); }
:is(.pass, .fails, .unasked, .outside) { font-weight: 700; }
.requirement details { margin: .15rem 0 .4rem; } summary { cursor: pointer; font-size: .81rem; color: var(--soft-ink); width: fit-content; } summary:hover { color: var(--accent); }
.requirement details[open] > summary { margin-bottom: .6rem; }
.fields td:nth-child(5) { min-width: 15rem; } .coverage td:first-child { min-width: 11rem; } .coverage td { white-space: nowrap; } .coverage td:first-child { white-space: normal; }
.fields td:last-child a, .editions td:first-child { white-space: nowrap; }
.cases { font-size: .82rem; } .cases td:first-child { min-width: 16rem; } .cases code { font-size: .95em; overflow-wrap: anywhere; }
.cases tr:target { background: var(--accent-soft); }
.mutants { font-size: .88rem; padding-left: 1.1rem; }
.hex { width: auto; font: .82rem/1.5 var(--mono); } .hex caption { text-align: left; font-family: var(--plainface); padding-bottom: .3rem; }
.hex td { border: 0; padding: 0 .42rem 0 0; } .hex .at { color: var(--soft-ink); padding-right: 1.1rem; } mark { background: var(--mark); color: inherit; border-radius: 2px; }
.disagreement { margin: 0 0 2.6rem; } .disagreement h2 { margin-bottom: .4rem; }
.severity { font-size: .72rem; font-weight: 600; text-transform: uppercase; letter-spacing: .05em; padding: .1rem .5rem; border-radius: 1rem; border: 1px solid currentColor; vertical-align: .15em; }
.severity.high { color: var(--bad); } .severity.medium { color: var(--warn); } .severity.low { color: var(--soft-ink); }
.chapters { padding-left: 1.6rem; } .chapters li { padding: .12rem 0; }
.list { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.2rem; } .list dd { margin: 0; }
.pager { display: flex; justify-content: space-between; gap: 2rem; margin-top: 4rem; padding-top: 1.2rem; border-top: 1px solid var(--line); font-size: .95rem; }
.pager span { display: block; color: var(--soft-ink); font-size: .84em; } .pager a { text-decoration: none; } .pager a:last-child { text-align: right; }
.crumb { font-size: .87rem; margin: 0 0 .4rem; }
footer { border-top: 1px solid var(--line); padding: 1.2rem 1.5rem 2rem; font-size: .81rem; color: var(--soft-ink); text-align: center; }
@media (max-width: 62rem) {
  .columns, .columns.wide { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; padding-top: 1.25rem; }
  .menu { position: static; max-height: none; border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .9rem; } .menu > summary { display: block; font-size: .95rem; }
  .home { white-space: nowrap; } .top { gap: 1rem; padding-inline: 1rem; } .search kbd { display: none; }
  h1 { font-size: 1.6rem; } .list { grid-template-columns: 1fr; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { .top, .side, .pager, .anchor, .skip { display: none; } .columns, .columns.wide { display: block; max-width: none; padding: 0; }
  body { font-size: 10.5pt; background: #fff; color: #000; } a { color: inherit; } .requirement, figure, tr { break-inside: avoid; } h1, h2, h3 { break-after: avoid; }
  .requirement details { display: none; } .scroll { overflow: visible; } }
`;
