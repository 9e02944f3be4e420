/** A tree of which only the rows in sight are drawn; what is inside a node is asked for when it is opened. */

import { element } from "./dom.ts";

/** A node: `inside` tells its children, or what makes them; no `inside` is a leaf. */
export interface TreeNode {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly tone?: "bad" | "warn";
  readonly at: number;
  readonly length: number;
  readonly inside?: () => readonly TreeNode[] | Promise<readonly TreeNode[]>;
}

interface Row {
  readonly node: TreeNode;
  readonly level: number;
  readonly parent: Row | undefined;
}

const ROW = 24;
const KEYS = new Set([
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "PageDown",
  "PageUp",
  "Home",
  "End",
  "Enter",
  " ",
]);

export class TreeView {
  readonly root: HTMLElement;
  private readonly list = element("div", { class: "tree-rows" });
  private readonly spacer = element("div", { class: "tree-spacer" });
  private readonly open = new Map<string, readonly TreeNode[]>();
  private nodes: readonly TreeNode[] = [];
  private rows: readonly Row[] = [];
  private current = 0;
  private pressed: Promise<void> = Promise.resolve();
  private wanted: ((node: TreeNode) => boolean) | undefined;
  private readonly onSelect: (node: TreeNode) => void;

  constructor(label: string, onSelect: (node: TreeNode) => void) {
    this.onSelect = onSelect;
    this.root = element(
      "div",
      { class: "tree-view", role: "tree", tabindex: 0, "aria-label": label },
      this.spacer,
      this.list,
    );
    this.root.addEventListener("scroll", () => this.draw());
    this.root.addEventListener("keydown", (event) => this.key(event));
    this.list.addEventListener("click", (event) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[data-row]");
      if (row === null) return;
      const at = Number(row.dataset.row);
      if ((event.target as HTMLElement).classList.contains("twist")) void this.toggle(at);
      else this.pick(at);
    });
    this.list.addEventListener("dblclick", () => void this.toggle(this.current));
    new ResizeObserver(() => this.draw()).observe(this.root);
  }

  show(nodes: readonly TreeNode[]): void {
    this.nodes = nodes;
    this.open.clear();
    this.current = 0;
    this.root.scrollTop = 0;
    this.layOut();
  }

  /** Shows nodes of which more is known now; what is open stays open, and what is selected selected. */
  async update(nodes: readonly TreeNode[]): Promise<void> {
    const key = this.rows[this.current]?.node.key;
    const wasOpen = new Set(this.open.keys());
    this.nodes = nodes;
    this.open.clear();
    const reopen = async (level: readonly TreeNode[]): Promise<void> => {
      for (const node of level) if (wasOpen.has(node.key)) await reopen(await this.opened(node));
    };
    await reopen(nodes);
    this.layOut();
    const at = this.rows.findIndex(({ node }) => node.key === key);
    if (at >= 0) this.current = at;
    this.draw();
  }

  /** Shows only those nodes of the first level that go by a text, or with a minus sign before it, that do not. */
  filter(text: string): void {
    const asked = text.trim().toLowerCase();
    const without = asked.startsWith("-");
    const part = without ? asked.slice(1) : asked;
    this.wanted = part === "" ? undefined : ({ label }) => label.toLowerCase().includes(part) !== without;
    const key = this.rows[this.current]?.node.key;
    this.layOut();
    this.moveTo(
      Math.max(
        0,
        this.rows.findIndex(({ node }) => node.key === key),
      ),
    );
  }

  /** The labels from the first level down to what is selected. */
  trail(): string[] {
    const labels: string[] = [];
    for (let row = this.rows[this.current]; row !== undefined; row = row.parent) labels.unshift(row.node.label);
    return labels;
  }

  /** The node of the first level that holds what is selected. */
  outermost(): TreeNode | undefined {
    let row = this.rows[this.current];
    while (row?.parent !== undefined) row = row.parent;
    return row?.node;
  }

  /** Opens what holds the octet, down to the smallest field, and selects that; `onSelect` does not hear of it. Resolves to the node. */
  async reveal(at: number): Promise<TreeNode | undefined> {
    let found: TreeNode | undefined;
    let level = this.nodes;
    for (;;) {
      const next = level.find((node) => at >= node.at && at < node.at + node.length);
      if (next === undefined) break;
      found = next;
      if (next.inside === undefined) break;
      level = await this.opened(next);
    }
    if (found !== undefined && this.wanted?.(this.topOf(at)!) === false) this.unfilter();
    this.layOut();
    if (found) this.moveTo(this.rows.findIndex(({ node }) => node === found));
    return found;
  }

  /** Selects the row of a key that is open. */
  selectKey(key: string): void {
    if (this.rows.every(({ node }) => node.key !== key)) {
      this.unfilter();
      this.layOut();
    }
    const at = this.rows.findIndex(({ node }) => node.key === key);
    if (at >= 0) this.pick(at);
  }

  /** Shows everything again: what is meant was left out. */
  private unfilter(): void {
    if (this.wanted === undefined) return;
    this.wanted = undefined;
    this.root.dispatchEvent(new Event("unfiltered"));
  }

  private topOf(at: number): TreeNode | undefined {
    return this.nodes.find((node) => at >= node.at && at < node.at + node.length);
  }

  private async opened(node: TreeNode): Promise<readonly TreeNode[]> {
    const known = this.open.get(node.key) ?? (await node.inside?.()) ?? [];
    this.open.set(node.key, known);
    return known;
  }

  private layOut(): void {
    const rows: Row[] = [];
    const add = (nodes: readonly TreeNode[], level: number, parent: Row | undefined) => {
      for (const node of nodes) {
        const row = { node, level, parent };
        rows.push(row);
        const inside = this.open.get(node.key);
        if (inside) add(inside, level + 1, row);
      }
    };
    add(this.wanted ? this.nodes.filter(this.wanted) : this.nodes, 1, undefined);
    this.rows = rows;
    this.spacer.style.height = `${rows.length * ROW}px`;
    this.draw();
  }

  private async toggle(at: number): Promise<void> {
    const row = this.rows[at];
    if (row?.node.inside === undefined) return;
    if (this.open.has(row.node.key)) this.open.delete(row.node.key);
    else await this.opened(row.node);
    this.layOut();
  }

  private pick(at: number): void {
    const row = this.rows[at];
    if (row === undefined) return;
    this.moveTo(at);
    this.onSelect(row.node);
  }

  private moveTo(at: number): void {
    if (at < 0) return;
    this.current = at;
    const { scrollTop, clientHeight } = this.root;
    if (at * ROW < scrollTop || (at + 1) * ROW > scrollTop + clientHeight)
      this.root.scrollTop = Math.max(0, at * ROW - clientHeight / 3);
    this.draw();
  }

  /** Keys take effect one after the other: opening a node may take longer than it takes to press the next. */
  private key(event: KeyboardEvent): void {
    if (!KEYS.has(event.key) || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    this.pressed = this.pressed.then(() => this.act(event.key));
  }

  private async act(key: string): Promise<void> {
    const row = this.rows[this.current];
    if (row === undefined) return;
    const isOpen = this.open.has(row.node.key);
    const page = Math.max(1, Math.floor(this.root.clientHeight / ROW) - 1);
    const to = {
      ArrowDown: this.current + 1,
      ArrowUp: this.current - 1,
      PageDown: Math.min(this.rows.length - 1, this.current + page),
      PageUp: Math.max(0, this.current - page),
      Home: 0,
      End: this.rows.length - 1,
    }[key];
    if (to !== undefined) this.pick(to);
    else if (key === "ArrowRight" && isOpen) this.pick(this.current + 1);
    else if (key === "ArrowLeft" && !isOpen) this.pick(row.parent ? this.rows.indexOf(row.parent) : this.current);
    else await this.toggle(this.current);
  }

  private draw(): void {
    const first = Math.max(0, Math.floor(this.root.scrollTop / ROW) - 2);
    const last = Math.min(this.rows.length, first + Math.ceil(this.root.clientHeight / ROW) + 5);
    this.list.style.transform = `translateY(${first * ROW}px)`;
    this.list.replaceChildren(...this.rows.slice(first, last).map((row, i) => this.drawn(row, first + i)));
    if (this.rows.length > 0 && this.current >= first && this.current < last)
      this.root.setAttribute("aria-activedescendant", `row-${this.current}`);
    else this.root.removeAttribute("aria-activedescendant");
  }

  private drawn({ node, level }: Row, at: number): HTMLElement {
    const isOpen = this.open.has(node.key);
    return element(
      "div",
      {
        id: `row-${at}`,
        class: `tree-row${node.tone ? ` ${node.tone}` : ""}`,
        role: "treeitem",
        "data-row": at,
        "aria-level": level,
        "aria-selected": String(at === this.current),
        "aria-expanded": node.inside === undefined ? undefined : String(isOpen),
        style: `padding-left: ${(level - 1) * 1.05}rem`,
      },
      element("span", { class: "twist", "aria-hidden": "true" }, node.inside === undefined ? "" : isOpen ? "▾" : "▸"),
      element("span", { class: "name" }, node.label),
      element("span", { class: "value" }, node.value),
      node.note !== undefined && element("span", { class: "note" }, node.note),
    );
  }
}
