/** Counts which branches of a module are taken: a counter at the start of every block, and of every arm of an expression. */

import { type Expression, type Node, parse } from "acorn";
import { simple } from "acorn-walk";
import MagicString from "magic-string";

/** The next counter of its own: modules share one map. */
export type Numbering = { next: number };

/** The module with its counters, each `__edges[n]++` for a number below `size`. */
export function instrument(source: string, numbering: Numbering, size: number): string {
  const text = new MagicString(source);
  const count = () => `__edges[${numbering.next++ % size}]++`;
  const arm = ({ start, end }: Expression) => text.appendRight(start, `(${count()},`).prependLeft(end, ")");
  const statement = (node: Node) => {
    if (node.type === "BlockStatement") return;
    text.appendRight(node.start, `{${count()};`).prependLeft(node.end, "}");
  };
  simple(parse(source, { ecmaVersion: "latest", sourceType: "module" }), {
    BlockStatement: ({ start }) => text.appendLeft(start + 1, `${count()};`),
    SwitchCase: ({ consequent: [first] }) => first && text.appendRight(first.start, `${count()};`),
    ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate].forEach(arm),
    LogicalExpression: ({ right }) => arm(right),
    ArrowFunctionExpression: ({ body, expression }) => expression && arm(body as Expression),
    IfStatement: ({ consequent, alternate }) => {
      statement(consequent);
      if (alternate) statement(alternate);
    },
    ForStatement: ({ body }) => statement(body),
    ForOfStatement: ({ body }) => statement(body),
    WhileStatement: ({ body }) => statement(body),
  });
  return text.toString();
}
