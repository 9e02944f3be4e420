import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import { html } from "../report/markup.ts";

/** What a document hands to the rules below. */
export interface Rendering {
  /** Path of the Markdown file from the root of the repository. */
  readonly file: string;
  /** The page of a file that a link names, as a path from the root of the site; undefined leaves the link as text. */
  readonly pageOf: (path: string) => string | undefined;
  /** The page and anchor of a requirement; undefined for a number that is none. */
  readonly requirement: (id: string) => string | undefined;
  /** What stands for the paragraph of a requirement; `sentence` is its text as HTML. */
  readonly block?: (id: string, sentence: string) => string;
}

/** A heading of a document, for its table of contents. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** A rendered document. */
export interface Document {
  readonly html: string;
  readonly headings: readonly Heading[];
}

interface Env {
  readonly rendering: Rendering;
  readonly headings: Heading[];
  links: number;
}

const REQUIREMENT = /^<a id="([^"]*)"><\/a>\*\*([^*]*)\*\*\s+([\s\S]*?)\s*(?:\{[^{}]*\})?\s*$/;
const NUMBER = /\b[A-Z0-9]{2,8}-\d{3}\b/g;
const KEYWORD = /\b(MUST NOT|MUST|SHOULD NOT|SHOULD|MAY)\b/g;
const markdown = documentMarkdown();

/** Renders a Markdown file of the project. */
export function renderDocument(text: string, rendering: Rendering): Document {
  const env: Env = { rendering, headings: [], links: 0 };
  return { html: markdown.render(text, env), headings: env.headings };
}

/** The anchor of a heading as GitHub makes it, so that a link holds in both places. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/** `to` as a link from the page `from`, both paths from the root of the site. */
export function relativeLink(from: string, to: string): string {
  const [path = "", anchor] = to.split("#");
  const relative = path === "" || path === from ? "" : posix.relative(posix.dirname(from), path);
  return anchor === undefined ? relative : `${relative}#${anchor}`;
}

/** The page that a Markdown file becomes. */
export const pagePath = (file: string) => file.replace(/\.md$/, ".html");

function documentMarkdown(): MarkdownIt {
  const md = new MarkdownIt({ html: true });
  md.core.ruler.push("headings", (state) => {
    const { headings } = state.env as Env;
    for (const [i, token] of state.tokens.entries()) {
      if (token.type !== "heading_open") continue;
      const text = plain(state.tokens[i + 1]!.children ?? []);
      const taken = headings.filter(({ id }) => id === slug(text) || id.startsWith(`${slug(text)}-`)).length;
      const id = taken === 0 ? slug(text) : `${slug(text)}-${taken}`;
      token.attrSet("id", id);
      headings.push({ level: Number(token.tag.slice(1)), text, id });
    }
  });
  md.core.ruler.before("inline", "requirements", (state) => {
    const { rendering } = state.env as Env;
    if (!rendering.block) return;
    for (const [i, token] of state.tokens.entries()) {
      const [, anchor, id, sentence] = (token.type === "inline" && REQUIREMENT.exec(token.content)) || [];
      if (id === undefined || anchor !== id) continue;
      const text = md.renderInline(sentence!, state.env);
      state.tokens[i - 1]!.hidden = true;
      state.tokens[i + 1]!.hidden = true;
      token.type = "html_block";
      token.content = rendering.block(id, text);
      token.children = null;
    }
  });
  const rules = md.renderer.rules;
  rules.text = (tokens, i, _options, env: Env) => {
    const escaped = md.utils.escapeHtml(tokens[i]!.content);
    if (env.links > 0) return escaped;
    const { requirement, file } = env.rendering;
    return escaped.replace(KEYWORD, '<b class="keyword">$1</b>').replace(NUMBER, (id) => {
      const place = requirement(id);
      return place === undefined ? id : `<a href="${relativeLink(pagePath(file), place)}">${id}</a>`;
    });
  };
  rules.link_open = (tokens, i, options, env: Env, self) => {
    env.links++;
    const token = tokens[i]!;
    const href = linkOf(String(token.attrGet("href")), env.rendering);
    if (href === undefined) token.attrs = [["class", "nowhere"]];
    else token.attrSet("href", href);
    return self.renderToken(tokens, i, options);
  };
  rules.link_close = (tokens, i, options, env: Env, self) => {
    env.links--;
    return self.renderToken(tokens, i, options);
  };
  const image = rules.image!;
  rules.image = (tokens, i, options, env: Env, self) => {
    const token = tokens[i]!;
    // The picture comes into the site as a file that a link names does.
    const src = linkOf(String(token.attrGet("src")), env.rendering);
    if (src === undefined) return md.utils.escapeHtml(token.content);
    token.attrSet("src", src);
    return image(tokens, i, options, env, self);
  };
  rules.table_open = () => '<div class="scroll" tabindex="0" role="group" aria-label="table"><table>\n';
  rules.table_close = () => "</table></div>\n";
  rules.th_open = (tokens, i, options, _env, self) => {
    tokens[i]!.attrSet("scope", "col");
    return self.renderToken(tokens, i, options);
  };
  rules.heading_close = (tokens, i) => {
    const open = tokens.slice(0, i).findLast(({ type }) => type === "heading_open")!;
    const link = html` <a class="anchor" href="#${String(open.attrGet("id"))}" aria-label="Link to this section">#</a>`;
    return `${open.tag === "h1" ? "" : link}</${open.tag}>\n`;
  };
  rules.fence = (tokens, i) => {
    const { content, info } = tokens[i]!;
    const caption = /^image case=(\S+) expect=(\w+)/.exec(info);
    const note =
      caption === null
        ? ""
        : html`<p class="quiet">This image is the case <code>${caption[1]}</code>: ${caption[2]}.</p>`;
    return `<pre tabindex="0"><code>${md.utils.escapeHtml(content.replace(/^#!.*\n/gm, ""))}</code></pre>${note}\n`;
  };
  return md;
}

function linkOf(href: string, { file, pageOf }: Rendering): string | undefined {
  if (/^[a-z]+:/.test(href) || href.startsWith("#")) return href;
  const [path = "", anchor] = href.split("#");
  const page = pageOf(posix.join(posix.dirname(file), path));
  if (page === undefined) return undefined;
  return relativeLink(pagePath(file), anchor === undefined ? page : `${page}#${anchor}`);
}

function plain(children: readonly { type: string; content: string }[]): string {
  return children
    .filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content)
    .join("");
}
