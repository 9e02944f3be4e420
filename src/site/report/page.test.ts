import { expect, test } from "vitest";
import type { Report } from "../../harness/index.ts";
import { departure } from "../../harness/schemas.ts";
import { html } from "./markup.ts";
import { reportPage } from "./page.ts";

const EVIL = `<script>alert("1")</script>`;

const TRIAL: Report["trials"][number] = {
  case: "marker",
  role: "reader",
  edition: "v3",
  kind: "read",
  level: "MUST",
  gates: true,
  judged: true,
  requirements: [{ id: "IMG-002", text: `A Reader MUST & ${EVIL}`, level: "MUST", breaks: true }],
  why: EVIL,
  input: "small.v3",
  expected: "reject",
  outcome: "accept",
  verdict: "fail",
  verdictWithoutKnown: "fail",
  detail: "accepted what must be rejected",
  window: { of: "image", size: 40, rows: [{ at: 16, octets: "00 aa", marked: [1] }], cuts: [{ at: 18, removed: 3 }] },
  stderr: `oops ${EVIL}`,
  rerun: "dsi certify --only marker",
};

const ABOUT: Report["about"] = {
  protocol: 1,
  name: `evil ${EVIL}`,
  version: "1",
  url: "javascript:alert(1)",
  editions: ["v3"],
  roles: ["reader"],
  features: ["x86-hvm"],
  choices: { "byte-order": "both" },
  values: ["domain"],
};

const CERTIFICATE: Report["certificates"][number] = {
  certificate: 1,
  protocol: 1,
  edition: "v3",
  role: "reader",
  profile: "reader-core",
  result: "fails",
  why: ["1 trial is fail"],
  adapter: { name: "evil", version: "1", features: [], choices: {}, values: [] },
  suite: { name: "suite", version: "1", digest: "ab".repeat(32) },
  values: "compared",
  counts: { MUST: { fail: 1, pass: 41 }, SHOULD: {}, MAY: {} },
  notJudged: { provisional: 0, disputed: 0, free: 0 },
  notApplicable: { colo: 2 },
  missing: { features: [], values: ["memory"] },
  requirements: { must: 30, withCase: 29, untestable: [{ id: "IMG-011", why: "binds later editions" }] },
  reasons: { codes: { asked: 10, right: 9 }, at: { asked: 0, right: 0 } },
  earns: [],
};

const REPORT: Report = {
  report: 1,
  protocol: 1,
  suite: CERTIFICATE.suite,
  about: ABOUT,
  certificates: [CERTIFICATE],
  known: { used: false, stale: [], unexpected: [] },
  trials: [
    TRIAL,
    { ...TRIAL, case: "fine", verdict: "pass", verdictWithoutKnown: "pass", outcome: "reject" },
    { ...TRIAL, case: "advice", level: "SHOULD", gates: false },
    { ...TRIAL, case: "unsure", status: "provisional", judged: false, gates: false },
  ],
};

test("text from elsewhere is escaped, what was built here is not", () => {
  const inner = html`<b>${"<&>\"'"}</b>`;
  expect(String(html`${inner}${[inner, 1, null, false, undefined]}`)).toBe(
    `${"<b>&lt;&amp;&gt;&quot;&#39;</b>".repeat(2)}1`,
  );
});

test("a page holds nothing that runs or loads but its own style and script", () => {
  const page = reportPage(REPORT);
  expect(page).not.toContain(EVIL);
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toMatch(/\b(src|href)="(?!#)[^"]*"/);
  expect(page).not.toContain('javascript:alert(1)"');
  expect(page).toContain("default-src 'none'");
});

test("a gating failure has a block with octets, requirement and how to run it again; a pass only a row", () => {
  const page = reportPage(REPORT);
  expect(page).toMatch(/<h2>Failures <span class="quiet">1<\/span>/);
  expect(page).toMatch(/<h2>Listed, not gating <span class="quiet">1<\/span>/);
  expect(page).toContain(`<td class="at">0x10</td><td>00</td><td><mark>aa</mark></td>`);
  expect(page).toContain("3 octets were taken away at 0x12");
  expect(page).toContain("<pre>dsi certify --only marker</pre>");
  expect(page).toContain('id="marker.v3.reader"');
  expect(page).not.toContain('id="fine.v3.reader"');
  expect(page.match(/<tr data-role=/g)).toHaveLength(REPORT.trials.length);
  expect(page).toContain("41 pass");
});

test("equal reports give equal pages, and every element is closed", () => {
  const page = reportPage(REPORT);
  expect(reportPage(structuredClone(REPORT))).toBe(page);
  const body = page.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");
  const open: string[] = [];
  for (const [, slash, name] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (["meta", "input", "br"].includes(name!)) continue;
    if (slash) expect(open.pop(), `</${name}>`).toBe(name);
    else open.push(name!);
  }
  expect(open).toEqual([]);
});

test("the report above is one that a harness makes", () => {
  expect(departure("report", REPORT)).toBeUndefined();
});
