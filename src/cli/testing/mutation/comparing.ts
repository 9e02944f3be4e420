/**
 * Whom a mutant makes a difference to. Coming by its place is not enough: `layer === "image"` made to hold always is nothing to a judge that shows
 * nothing but images. Where an expression, and what a mutant puts in its place, do nothing but look, both are worked out while the codec as it is
 * answers, and a judge to whom they were the same every time is not asked.
 */

import { type ConditionalExpression, type Expression, type Node, parse } from "acorn";
import { full, simple } from "acorn-walk";
import MagicString from "magic-string";

/** Functions and methods of the codec and of the language that change nothing, and throw nothing of the codec's. */
const LOOKS = new Set([
  ...["at", "codePointAt", "endsWith", "every", "has", "includes", "max", "min", "some", "startsWith", "subarray"],
  ...["BigInt", "Number", "String", "bigint", "count", "countInRound", "fields", "u16", "u32", "u64"],
  ...["isDefined", "isOptional", "isZero", "paddingOf", "profileOf", "sameOctets"],
]);

/** What an expression may be made of that changes nothing. */
const HARMLESS = new Set([
  ...["ArrayExpression", "ArrowFunctionExpression", "BinaryExpression", "ChainExpression", "ConditionalExpression"],
  ...[
    "Identifier",
    "Literal",
    "LogicalExpression",
    "MemberExpression",
    "ObjectExpression",
    "ObjectPattern",
    "Property",
  ],
  ...["SequenceExpression", "SpreadElement", "TemplateElement", "TemplateLiteral"],
]);

/** Which mutants were found to make a difference, by number, since it was emptied. */
export const differences: { found: Uint8Array } = { found: new Uint8Array() };

Object.assign(globalThis, {
  __dsiCompare(value: unknown, ...mutants: readonly (number | (() => unknown))[]): unknown {
    const { found } = differences;
    for (let at = 0; at < mutants.length; at += 2) {
      const id = mutants[at] as number;
      if (found[id] === 0 && differs(value, mutants[at + 1] as () => unknown)) found[id] = 1;
    }
    return value;
  },
});

function differs(value: unknown, put: () => unknown): boolean {
  try {
    return !Object.is(value, put());
  } catch {
    return true;
  }
}

/** A mutant of a chain: its number, and what it puts in the place of the expression. */
type Alternative = { readonly id: number; readonly put: Expression };

/** The script of instrumented modules, in which each mutant of an expression that only looks is compared; and the numbers of these mutants. */
export function comparing(script: string): { script: string; compared: ReadonlySet<number> } {
  const text = new MagicString(script);
  const compared = new Set<number>();
  const switched = new Set<ConditionalExpression>();
  const tree = parse(script, { ecmaVersion: "latest" });
  simple(tree, {
    ConditionalExpression: (node) => void (switchOf(node) !== undefined && switched.add(node)),
  });
  const continued = new Set<Node>([...switched].map(({ alternate }) => alternate));
  for (const first of switched) {
    if (continued.has(first)) continue;
    const { alternatives, original } = chainOf(first);
    if (!onlyLooks(original)) continue;
    const own = alternatives.filter(({ put }) => onlyLooks(put));
    if (own.length === 0) continue;
    for (const { id } of own) compared.add(id);
    const pairs = own.map(({ id, put }) => `${id}, () => (${script.slice(put.start, put.end)})`);
    text.appendRight(original.start, "__dsiCompare((").prependLeft(original.end, `), ${pairs.join(", ")})`);
  }
  return { script: text.toString(), compared };
}

/** The mutants of an expression, each behind its switch, and the expression as it is, behind the call that counts. */
function chainOf(first: ConditionalExpression): { alternatives: Alternative[]; original: Expression } {
  const alternatives: Alternative[] = [];
  let node: Expression = first;
  while (node.type === "ConditionalExpression") {
    const id = switchOf(node);
    if (id === undefined) break;
    alternatives.push({ id, put: node.consequent });
    node = node.alternate;
  }
  const original =
    node.type === "SequenceExpression" && node.expressions.length === 2 ? node.expressions[1] : undefined;
  if (original === undefined) throw new Error("a switch of a mutant is not written as expected");
  return { alternatives, original };
}

/** The number of the mutant that a condition switches on. */
function switchOf({ test }: ConditionalExpression): number | undefined {
  if (test.type !== "CallExpression" || !isOfStryker(test.callee)) return undefined;
  const [id] = test.arguments;
  return id?.type === "Literal" ? Number(id.value) : undefined;
}

const isOfStryker = (callee: Node) => /^stry(MutAct|Cov)_/.test((callee as Node & { name?: string }).name ?? "");

function onlyLooks(expression: Expression): boolean {
  let looks = true;
  full(expression, (node) => {
    if (!isHarmless(node)) looks = false;
  });
  return looks;
}

function isHarmless(node: Node): boolean {
  if (node.type === "UnaryExpression") return (node as Node & { operator: string }).operator !== "delete";
  if (node.type !== "CallExpression") return HARMLESS.has(node.type);
  const { callee } = node as Node & { callee: Expression };
  if (isOfStryker(callee)) return true;
  const named = callee.type === "MemberExpression" ? callee.property : callee;
  // A bundle numbers functions of one name.
  return named.type === "Identifier" && [named.name, named.name.replace(/\d+$/, "")].some((name) => LOOKS.has(name));
}
