/** What is not mutated, and why. */

/** As much of a node of Babel's tree as is looked at. */
type Node = {
  readonly node?: { readonly type: string; readonly quasis?: readonly { readonly value: { readonly raw: string } }[] };
  readonly key: string | number | null;
  readonly listKey?: string;
  readonly parent: { readonly type: string; readonly callee?: { readonly type: string; readonly name?: string } };
};

/** Errors whose argument is a sentence. */
const SENTENCES = ["Error", "UnsupportedError", "FieldError", "TypeError", "RangeError"];

/** Functions that are given what a finding says, from which argument on. */
const TEXT_FROM: Readonly<Record<string, number>> = { report: 1, placed: 3 };

/** How the path of a field begins. */
const PATH = /^(rec|lxl)\[/;

/**
 * What a finding says beside its code and its place, and the sentences of errors: a path, what was found and what was wanted are for people, and
 * no case of a suite can ask for them (conformance/README.md, "Codes never gate").
 */
export const textExclusion = {
  shouldIgnore(path: unknown): string | undefined {
    const { node, key, listKey, parent } = path as Node;
    if (PATH.test(node?.quasis?.[0]?.value.raw ?? "")) return "path for people";
    if (listKey !== "arguments" || parent.callee?.type !== "Identifier") return undefined;
    const { name = "" } = parent.callee;
    const isText =
      parent.type === "CallExpression" ? Number(key) >= (TEXT_FROM[name] ?? Infinity) : SENTENCES.includes(name);
    return isText ? "text for people" : undefined;
  },
};
