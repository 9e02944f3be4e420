/** The rounds of a live save as bars over a table: how much of each was new, and how much was sent again. */

import type { Round } from "../rounds.ts";
import { element, hex, sizeText } from "./dom.ts";
import type { Span } from "./hex-view.ts";

/** What shows `rounds`; `onPick` hears the octets of the round that the user picked. */
export function roundsView(rounds: readonly Round[], onPick: (span: Span) => void): HTMLElement {
  const most = Math.max(1, ...rounds.map(({ fresh, again }) => fresh + again));
  if (rounds.length === 0) return element("p", { class: "quiet" }, "The image sends no contents of pages.");
  const row = (round: Round, i: number) => {
    const { at, end, fresh, again, checkpoint } = round;
    const bar = (count: number, kind: string) =>
      count > 0 && element("i", { class: kind, style: `width: ${(100 * count) / most}%` });
    const button = element("button", { type: "button" }, `${i + 1}`);
    button.addEventListener("click", () => onPick({ at, length: end - at }));
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, button),
      element(
        "td",
        { class: "bar" },
        element("span", { "aria-hidden": "true" }, bar(fresh, "fresh"), bar(again, "again")),
      ),
      element("td", {}, String(fresh)),
      element("td", {}, String(again)),
      element("td", {}, hex(at)),
      element("td", {}, sizeText(end - at)),
      element("td", {}, checkpoint ? "checkpoint" : ""),
    );
  };
  const heading = ["round", "", "new", "again", "at", "octets", ""].map((text) =>
    element("th", { scope: "col" }, text),
  );
  return element(
    "div",
    { class: "rounds" },
    element(
      "p",
      { class: "quiet" },
      rounds.length === 1
        ? "One round: every page was sent once, so the guest stood still or did not run."
        : `${rounds.length} rounds: a page comes once in a round, so one that comes again begins the next.`,
    ),
    element("table", {}, element("thead", {}, element("tr", {}, ...heading)), element("tbody", {}, ...rounds.map(row))),
  );
}
