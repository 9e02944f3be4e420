/** The style of the inspector, over that of the site. */
export const INSPECTOR_STYLE = `
:root { --map-hole: #eeeae2; --map-data: #9cc3e0; --map-table: #d39a3c; --map-other: #cfc8ba; --map-zero: #e2d7a8; --map-again: #a4371c; --map-differs: #b3261e; --map-unread: #c9d4dd; --pick: #fbe6a2; --zero-ink: #6f757d; }
@media (prefers-color-scheme: dark) { :root { --map-hole: #22262b; --map-data: #3f7aa5; --map-table: #c98f35; --map-other: #565c64; --map-zero: #8a8672; --map-again: #f07a5c; --map-differs: #ff7a70; --map-unread: #3b444d; --pick: #5d4a0c; --zero-ink: #8b929b; } }
.inspector main { padding: .75rem 1.25rem 2rem; max-width: none; font-family: var(--plainface); font-size: .95rem; }
.inspector .top { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
.open-files { display: flex; gap: .5rem; margin-left: auto; }
.button, .inspector button, .inspector select, #goal { font: inherit; font-family: var(--plainface); font-size: .88rem; color: var(--ink); background: var(--panel); border: 1px solid var(--line); border-radius: .35rem; padding: .28rem .7rem; }
.button, .inspector button { cursor: pointer; } .button:hover, .inspector button:hover { border-color: var(--accent); color: var(--accent); }
input:focus-visible + .button, .open-files:has(#file:focus-visible) .button:not(.second), .open-files:has(#second-file:focus-visible) .button.second { outline: 2px solid var(--accent); outline-offset: 2px; }
.inspector:not(.open) :is(.second, #second-file, .workspace, .below, #jump) { display: none; } .inspector.open .welcome { display: none; }
#jump { display: flex; gap: .4rem; align-items: center; font-size: .88rem; font-family: var(--plainface); } #goal { width: 17rem; background: var(--paper); font-family: var(--mono); }
.status { margin: 0 0 .75rem; min-height: 1.5em; font-size: .9rem; overflow-wrap: anywhere; }
.welcome { max-width: 44rem; margin: 12vh auto; padding: 2.5rem; border: 2px dashed var(--line); border-radius: .8rem; font-family: var(--prose); }
.dropping .welcome, .dropping .workspace { outline: 3px solid var(--accent); outline-offset: 6px; border-radius: .4rem; }
.workspace { display: grid; gap: .75rem; grid-template-columns: minmax(17rem, 1.1fr) auto minmax(15rem, 1fr); height: min(58vh, 40rem); }
.two .workspace { grid-template-columns: minmax(14rem, 1fr) auto auto minmax(12rem, .8fr); }
.pane { display: flex; flex-direction: column; min-width: 0; min-height: 0; border: 1px solid var(--line); border-radius: .45rem; background: var(--paper); overflow: hidden; }
.pane h2 { margin: 0; padding: .35rem .8rem; font-size: .78rem; letter-spacing: .04em; color: var(--soft-ink); background: var(--panel); border-bottom: 1px solid var(--line); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.fill[hidden] { display: none; } .pane h2:has(.which) { display: flex; gap: .8rem; align-items: baseline; } .which { display: flex; gap: .3rem; } .which:not(:has(#show-page:not([hidden]))) { display: none; }
.inspector .which button { font-size: .74rem; padding: 0 .5rem; letter-spacing: 0; background: none; border-color: transparent; color: var(--soft-ink); } .inspector .which button[aria-pressed=true] { background: var(--paper); border-color: var(--line); color: var(--ink); }
.inspector:not(.two) .other { display: none; }
.fill { flex: 1; min-height: 0; position: relative; } .scrolls { overflow: auto; padding: .6rem .9rem; }
.tree-view, .hex-view { position: absolute; inset: 0; overflow: auto; }
.tree-rows { position: absolute; inset: 0 auto auto 0; min-width: 100%; }
.tree-row { display: flex; gap: .45rem; align-items: baseline; height: 24px; line-height: 24px; white-space: nowrap; cursor: default; padding-right: .8rem; font-size: .86rem; }
.tree-row:hover { background: var(--panel); } .tree-row[aria-selected=true] { background: var(--accent-soft); box-shadow: inset 3px 0 var(--accent); }
.twist { width: 1.1rem; flex: none; text-align: center; color: var(--soft-ink); cursor: pointer; }
.name { font-weight: 550; } .tree-row .value { font-family: var(--mono); font-size: .78rem; color: var(--soft-ink); overflow: hidden; text-overflow: ellipsis; }
.note { margin-left: auto; font-size: .72rem; font-weight: 650; } .tree-row.bad .note, .findings .bad code { color: var(--bad); } .tree-row.warn .note, .findings .warn code { color: var(--warn); }
.hex-view { font: .8rem/20px var(--mono); } .dump .fill { width: 39.5rem; max-width: 100%; } .two .dump .fill { width: 39.5rem; } @media (max-width: 105rem) { .two .workspace { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); height: auto; grid-auto-rows: 22rem; } }
.hex-rows { position: sticky; top: 0; height: 0; padding-left: .8rem; } .hex-spacer { position: absolute; width: 1px; }
.hex-row { display: flex; gap: 1rem; height: 20px; white-space: pre; } .hex-at { color: var(--soft-ink); }
.hex-octets span { display: inline-block; width: 1.42rem; text-align: center; } .hex-octets span:nth-child(8n+1):not(:first-child) { margin-left: .4rem; }
.hex-row [data-at] { cursor: pointer; } .hex-row .zero { color: var(--zero-ink); } .hex-row .in { background: var(--pick); color: var(--ink); } .hex-row .differs { color: var(--bad); font-weight: 700; box-shadow: inset 0 -2px var(--bad); }
.meaning h3 { margin: 0 0 .5rem; font-family: var(--mono); font-size: .95rem; } .meaning dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: 0 0 .8rem; font-size: .84rem; } .meaning dt { color: var(--soft-ink); } .meaning dd { margin: 0; font-family: var(--mono); font-size: .8rem; overflow-wrap: anywhere; }
.meaning p { margin: 0 0 .7rem; font-size: .88rem; line-height: 1.5; } .rule { border-left: 3px solid var(--accent); padding-left: .7rem; } .found { border-left: 3px solid var(--bad); padding-left: .7rem; }
.below { margin-top: 1rem; } [role=tablist] { display: flex; gap: .25rem; border-bottom: 1px solid var(--line); margin-bottom: .8rem; }
.inspector [role=tab] { border: 0; border-bottom: 2px solid transparent; border-radius: 0; background: none; padding: .45rem .9rem; color: var(--soft-ink); } .inspector [role=tab][aria-selected=true] { color: var(--ink); border-color: var(--accent); font-weight: 600; }
.controls { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin: 0 0 .5rem; font-size: .88rem; }
.map-state { margin: 0 0 .4rem; font: .82rem/1.5 var(--mono); min-height: 1.5em; } .legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 .6rem; padding: 0; font-size: .82rem; } .legend i { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; vertical-align: -.08em; border: 1px solid var(--line); border-radius: 2px; }
.memory-map canvas { display: block; cursor: crosshair; max-width: 100%; }
.rounds table { width: auto; min-width: min(60rem, 100%); font-size: .86rem; } .rounds :is(td, th) { padding: .18rem .7rem; font-variant-numeric: tabular-nums; } .rounds .bar { width: 22rem; } .bar span { display: flex; height: .85rem; background: var(--panel); } .bar i { height: 100%; } .fresh { background: var(--map-data); } .again { background: var(--map-again); }
.findings, .differences { padding-left: 0; list-style: none; margin: 0; font-size: .88rem; } :is(.findings, .differences) li { display: flex; gap: .8rem; align-items: baseline; padding: .15rem 0; } :is(.findings, .differences) p { margin: 0; }
:is(.findings, .differences) button { font-family: var(--mono); font-size: .78rem; padding: .1rem .5rem; flex: none; }
@media (max-width: 75rem) { .workspace, .two .workspace { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); height: auto; grid-auto-rows: 22rem; } }
@media (max-width: 48rem) { .workspace, .two .workspace { grid-template-columns: minmax(0, 1fr); grid-auto-rows: 20rem; } .inspector main { padding-inline: .6rem; } .open-files { margin-left: 0; } #goal { width: 12rem; } .rounds { overflow-x: auto; } }
@media print { .inspector :is(.open-files, #jump, .workspace) { display: none; } }
`;
