import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../../authoring/lint/suite.ts";
import { inspectorFiles } from "../inspector/files.ts";
import { readFacts } from "../matrix/facts.ts";
import { matrixOf } from "../matrix/matrix.ts";
import { matrixPage } from "../matrix/page.ts";
import { documentPage } from "./chapters.ts";
import { codePages } from "./codes.ts";
import { homePage } from "./home.ts";
import { type Frame, type NavigationPart, type Page, pageFile } from "./layout.ts";
import { type BrokenLink, brokenLinks } from "./links.ts";
import { pagePath } from "./markdown.ts";
import { coveragePage, disagreementsPage, editionsPage, requirementsPage } from "./overviews.ts";
import { type Project, readProject } from "./project.ts";
import { SITE_SCRIPT } from "./script.ts";
import { searchIndex } from "./search.ts";
import { SITE_STYLE } from "./style.ts";
import { wirePages } from "./wire.ts";

/** Files of the project that are small enough to stand in the site when a page links to them, in octets. */
const COPIED = 2 ** 20;

/** Documents that the site begins with; what they link to comes with them. */
const DOCUMENTS = [
  "spec/README.md",
  "spec/errata.md",
  "spec/changes.md",
  "spec/glossary.md",
  "spec/proposals/README.md",
  "conformance/README.md",
  "spec/guide/README.md",
];

/** A site as files: path from its root to content. Equal sources make equal files. */
export interface Site {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** Links that lead nowhere; a sound site has none. */
  readonly broken: readonly BrokenLink[];
}

/** A page that comes from elsewhere and is complete: a review of two editions. */
export interface ExtraPage {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** Builds the site of the project under `root`, with the verdicts of the claims in the folder `claims`. */
export async function buildSite(root: string, claims: string, reviews: readonly ExtraPage[] = []): Promise<Site> {
  const project = await readProject(root, claims);
  const copies = new Map<string, Uint8Array>();
  const documents = documentPages(project, copies);
  const titles = new Map([...documents].map(([file, { title }]) => [file, title]));
  const matrix =
    project.verdicts.reports.length > 0 && matrixOf(project.verdicts.reports, readFacts(project.suite.dir));
  const pages: Page[] = [
    homePage(project, titles),
    ...documents.values(),
    requirementsPage(project),
    ...(await codePages(project)),
    ...wirePages(project),
    coveragePage(project, titles),
    editionsPage(project, reviews),
    disagreementsPage(project, matrix ? matrix.disagreements : [], matrix ? matrix.rows : []),
  ];
  const frame: Frame = { navigation: navigation(project, titles), made: madeFrom(project) };
  const files = new Map<string, string | Uint8Array>([
    ...pages.map((page): [string, string] => [page.path, pageFile(page, frame)]),
    ...reviews.map(({ path, text }): [string, string] => [path, text]),
    ...copies,
    ...inspectorFiles(root),
    ["assets/site.css", SITE_STYLE],
    ["assets/site.js", SITE_SCRIPT],
    ["assets/search-index.js", searchIndex(project, pages)],
    ...(matrix ? ([["matrix.html", matrixPage(matrix)]] as const) : []),
    ...[...project.schemas.keys()].map((id): [string, Uint8Array] => [
      `schemas/${id}.ksy`,
      readFileSync(join(root, `schemas/${id}.ksy`)),
    ]),
  ]);
  return { files, broken: brokenLinks(files) };
}

/** The Markdown of the project: what the site begins with, and whatever those documents link to. */
function documentPages(project: Project, copies: Map<string, Uint8Array>): Map<string, Page> {
  const { root, chapters } = project;
  const start = [...chapters, ...DOCUMENTS, ...filesUnder(root, "spec/rationale", ".md")];
  const waiting = start.filter((file) => existsSync(join(root, file)));
  const pages = new Map<string, Page>();
  const cased = new Set<string>();
  const pageOf = (path: string): string | undefined => {
    const file = path.replace(/\/$/, "");
    const full = join(root, file);
    if (file.startsWith("..") || !existsSync(full)) return undefined;
    if (statSync(full).isDirectory())
      return existsSync(join(full, "README.md")) ? pageOf(`${file}/README.md`) : folderPage(file);
    if (!file.endsWith(".md")) {
      if (statSync(full).size > COPIED) return undefined;
      if (!file.startsWith("schemas/")) copies.set(file, readFileSync(full));
      return file.endsWith(".ksy") ? `spec/wire/${file.slice("schemas/".length, -".ksy".length)}.html` : copied(file);
    }
    if (!pages.has(file) && !waiting.includes(file)) waiting.push(file);
    return pagePath(file);
  };
  const copied = (file: string) => {
    copies.set(file, readFileSync(join(root, file)));
    return file;
  };
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    if (!pages.has(file)) pages.set(file, documentPage(project, file, pageOf, cased));
  }
  return pages;
}

/** Folders that have a page of another kind. */
function folderPage(folder: string): string | undefined {
  return folder === "schemas" ? "spec/wire/index.html" : undefined;
}

function navigation({ chapters }: Project, titles: ReadonlyMap<string, string>): NavigationPart[] {
  const document = (path: string, title: string) => (titles.has(path) ? [{ path: pagePath(path), title }] : []);
  return [
    {
      title: "Specification",
      entries: [
        ...document("spec/README.md", "Introduction"),
        ...chapters.map((file) => ({ path: pagePath(file), title: titles.get(file) ?? file })),
      ],
    },
    {
      title: "Look up",
      entries: [
        { path: "spec/requirements.html", title: "Requirements" },
        { path: "spec/codes/index.html", title: "Codes" },
        { path: "spec/wire/index.html", title: "The wire" },
        ...document("spec/glossary.md", "Glossary"),
      ],
    },
    {
      title: "Over time",
      entries: [
        { path: "spec/editions.html", title: "Editions side by side" },
        ...document("spec/changes.md", "Changes"),
        ...document("spec/errata.md", "Errata"),
        ...document("spec/rationale/README.md", "Rationale"),
        ...document("spec/proposals/README.md", "Proposals"),
      ],
    },
    {
      title: "In practice",
      entries: [
        ...document("spec/guide/README.md", "Guide"),
        ...document("conformance/README.md", "The conformance suite"),
        { path: "spec/coverage.html", title: "Coverage" },
        { path: "spec/disagreements.html", title: "Disagreements" },
        { path: "inspector.html", title: "Inspector" },
      ],
    },
  ];
}

function madeFrom({ suite, requirements, verdicts }: Project): string {
  const claims = verdicts.reports.map(({ about: { name, version } }) => `${name} ${version}`).join(", ");
  return `${suite.name} ${suite.version}: ${requirements.length} requirements, ${suite.cases.size} cases, suite ${suite.digest.slice(0, 12)}.${claims ? ` Implementations: ${claims}.` : ""}`;
}
