/** What the user does with the page, and what that comes to. */

import { byId } from "./views/dom.ts";
import type { MapMode } from "./views/memory-map.ts";

/** What the page can be asked for. */
export interface Actions {
  open(files: readonly File[], asSecond: boolean): void;
  /** Reads what is open once more: it is to be taken for another kind of stream. */
  again(): void;
  readAll(): void;
  jump(goal: string): void;
  filter(text: string): void;
  paint(mode: MapMode): void;
  tabChosen(): void;
  nextFinding(step: 1 | -1): void;
  back(): void;
  forward(): void;
}

export function wire(actions: Actions): void {
  wireFiles(actions);
  wireTabs(actions);
  wireKeys(actions);
  byId("jump").addEventListener("submit", (event) => {
    event.preventDefault();
    actions.jump(byId<HTMLInputElement>("goal").value);
  });
  byId("read-all").addEventListener("click", actions.readAll);
  byId("kind").addEventListener("change", actions.again);
  byId("filter").addEventListener("input", () => actions.filter(byId<HTMLInputElement>("filter").value));
  byId("mode").addEventListener("change", () => actions.paint(byId<HTMLSelectElement>("mode").value as MapMode));
  byId("show-keys").addEventListener("click", showKeys);
}

function wireFiles({ open }: Actions): void {
  for (const [id, asSecond] of [
    ["file", false],
    ["second-file", true],
  ] as const) {
    byId(id).addEventListener("change", (event) =>
      open([...((event.target as HTMLInputElement).files ?? [])], asSecond),
    );
  }
  addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  for (const over of ["dragleave", "drop"]) addEventListener(over, () => document.body.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    open([...(event.dataTransfer?.files ?? [])], event.shiftKey);
  });
}

const showKeys = () => byId<HTMLDialogElement>("keys").showModal();

function wireKeys({ nextFinding, back, forward }: Actions): void {
  const keys: Readonly<Record<string, () => void>> = {
    "/": () => byId("goal").focus(),
    f: () => byId("filter").focus(),
    n: () => nextFinding(1),
    N: () => nextFinding(-1),
    "[": back,
    "]": forward,
    "?": showKeys,
  };
  addEventListener("keydown", (event) => {
    const typing = (event.target as HTMLElement).closest("input, select, textarea, dialog") !== null;
    if (event.key === "Escape" && typing) (document.activeElement as HTMLElement).blur();
    const action = keys[event.key];
    if (typing || action === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  });
}

function wireTabs({ tabChosen }: Actions): void {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>("[role=tab]")];
  const select = (tab: HTMLButtonElement) => {
    for (const one of tabs) {
      one.setAttribute("aria-selected", String(one === tab));
      one.tabIndex = one === tab ? 0 : -1;
      byId(one.getAttribute("aria-controls")!).hidden = one !== tab;
    }
    tabChosen();
  };
  for (const tab of tabs) {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step === undefined) return;
      const inSight = tabs.filter(({ hidden }) => !hidden);
      const next = inSight[(inSight.indexOf(tab) + step + inSight.length) % inSight.length]!;
      next.focus();
      select(next);
    });
  }
}
