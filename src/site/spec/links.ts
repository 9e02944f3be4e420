import { posix } from "node:path";

/** A link that leads nowhere. */
export interface BrokenLink {
  readonly page: string;
  readonly href: string;
  readonly why: "no such page" | "no such anchor";
}

/** The links of `files` (path to text) that name a page or an anchor which is not there. Links to the web are not followed. */
export function brokenLinks(files: ReadonlyMap<string, string | Uint8Array>): BrokenLink[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  for (const [path, text] of files) if (path.endsWith(".html")) anchors.set(path, idsOf(String(text)));
  const broken: BrokenLink[] = [];
  for (const [page, text] of files) {
    if (!page.endsWith(".html")) continue;
    for (const [, href] of String(text)
      .replace(/<script>[\s\S]*?<\/script>/g, "")
      .matchAll(/\s(?:href|src)="([^"]*)"/g)) {
      const link = href!.replaceAll("&amp;", "&").replaceAll("&#x2F;", "/");
      if (/^[a-z]+:/.test(link)) continue;
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? page : posix.join(posix.dirname(page), path);
      if (!files.has(target)) broken.push({ page, href: link, why: "no such page" });
      else if (anchor && !anchors.get(target)?.has(decodeURIComponent(anchor)))
        broken.push({ page, href: link, why: "no such anchor" });
    }
  }
  return broken;
}

function idsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id!));
}
