import type { Inspection } from "../../containers/index.ts";
import { octetsText } from "../reading.ts";
import type { Screen } from "../terminal.ts";
import { hexDump, type Span } from "./hex.ts";
import { outline } from "./outline.ts";
import { drawn, fieldBranches } from "./tree.ts";

/** Octets of a record that are shown with it. */
const SHOWN = 256;

/** One record whole: its fields, then its first octets. */
export function recordText(id: string, octets: Uint8Array, span: Span, inspection: Inspection, screen: Screen): string {
  const fields = outline(inspection).find((item) => item.id === id)?.fields ?? {};
  const branches = fieldBranches(fields, Number.POSITIVE_INFINITY);
  const tree = branches.length === 0 ? [] : ["", ...drawn(branches, screen)];
  const dump = hexDump(octets.subarray(0, SHOWN), { ...span, to: span.from + SHOWN }, inspection, screen);
  const rest = span.to - span.from - SHOWN;
  const more = rest > 0 ? `${octetsText(rest)} more: --hex '${id}' shows them, --extract '${id}' gives the body\n` : "";
  const [title, ...rows] = dump.split("\n");
  return [title, ...tree, "", rows.join("\n")].join("\n") + more;
}
