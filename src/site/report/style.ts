/** The style of a report page: light and dark, printable, nothing fetched from anywhere. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f4f5f7; --line: #d5d9df; --quiet: #5b6470;
  --good: #1a6b33; --bad: #a4161a; --warn: #8a5a00; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #14171a; --soft: #1d2126; --line: #363c44;
  --quiet: #9aa4b0; --good: #6fcf8a; --bad: #ff8a80; --warn: #f0b95a; --mark: #6b5200; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1rem; margin: 0; }
code, pre, .hex { font: .86em/1.45 ui-monospace, monospace; }
a { color: inherit; } .quiet { color: var(--quiet); } .digest { word-break: break-all; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
.card, .failure { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; background: var(--soft); }
.card .result { font-size: 1.35rem; font-weight: 650; } .card p { margin: .5rem 0; } .card ul { margin: .5rem 0; padding-left: 1.2rem; }
.failure { margin: 0 0 1rem; overflow-x: auto; } .failure p { margin: .4rem 0; } .failure pre { margin: .5rem 0; white-space: pre-wrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0; } dt { color: var(--quiet); }
dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .25rem .6rem .25rem 0;
  border-bottom: 1px solid var(--line); vertical-align: top; } td.number, th.number { text-align: right; }
.card td, .card th { padding: .1rem .6rem .1rem 0; }
.hex { border: 0; width: auto; } .hex td { border: 0; padding: 0 .35rem 0 0; } .hex td.at { color: var(--quiet); padding-right: 1rem; }
mark { background: var(--mark); color: inherit; }
.filters { display: flex; flex-wrap: wrap; gap: .75rem; margin: 0 0 .75rem; align-items: end; }
.filters label { display: grid; font-size: .86rem; color: var(--quiet); } .filters input, .filters select { font: inherit; }
.scroll { overflow-x: auto; }
summary { cursor: pointer; } tr[hidden] { display: none; }
@media print { .filters { display: none; } .failure { break-inside: avoid; } }
`;
