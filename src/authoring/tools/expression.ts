/** Expressions of the Kaitai Struct language, as far as other tools can work them out: parsed, and written in Lua. */

/** What a name means where an expression stands, as Lua; undefined for a name that cannot be known there. */
export type Scope = (name: string) => string | undefined;

/** An expression that cannot be said in the target: the field it governs is then shown as octets. */
export class UnsupportedExpression extends Error {
  override readonly name = "UnsupportedExpression";
}

/** Binary operators, loosest first, with how Lua says each; `l` and `r` stand for the operands. */
const LEVELS: readonly Readonly<Record<string, string>>[] = [
  { or: "(l or r)" },
  { and: "(l and r)" },
  { "==": "(l == r)", "!=": "(l ~= r)", "<": "(l < r)", ">": "(l > r)", "<=": "(l <= r)", ">=": "(l >= r)" },
  { "|": "bor(l, r)" },
  { "&": "band(l, r)" },
  { "<<": "(l * 2 ^ r)", ">>": "math.floor(l / 2 ^ r)" },
  { "+": "(l + r)", "-": "(l - r)" },
  { "*": "(l * r)", "/": "math.floor(l / r)", "%": "(l % r)" },
];

const TOKEN = /\s*(0x[0-9a-fA-F]+|\d+|[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*|<<|>>|[<>=!]=|[-+*/%&|<>?:().[\]])/y;

/** A Kaitai expression in Lua, whose numbers are doubles; `enumValue` gives the number of an enumerator by its path. */
export function luaOf(expression: string | number, scope: Scope, enumValue: (path: string) => number): string {
  const tokens = tokensOf(String(expression));
  let at = 0;
  const peek = () => tokens[at] ?? "";
  const take = (wanted?: string): string => {
    const token = tokens[at++] ?? "";
    if (wanted !== undefined && token !== wanted)
      throw new UnsupportedExpression(`${expression}: ${token || "the end"}`);
    return token;
  };
  const ternary = (): string => {
    const condition = binary(0);
    if (peek() !== "?") return condition;
    take("?");
    const yes = ternary();
    take(":");
    return `pick(${condition}, ${yes}, ${ternary()})`;
  };
  const binary = (level: number): string => {
    const operators = LEVELS[level];
    if (operators === undefined) return unary();
    let left = binary(level + 1);
    while (Object.hasOwn(operators, peek())) {
      const form = operators[take()] as string;
      const right = binary(level + 1);
      left = form.replace(/\b[lr]\b/g, (side) => (side === "l" ? left : right));
    }
    return left;
  };
  const unary = (): string => {
    if (peek() === "not") {
      take();
      return `(not ${binary(2)})`;
    }
    if (peek() === "-") {
      take();
      return `(-${unary()})`;
    }
    return postfix(primary());
  };
  const postfix = (value: string): string => {
    let text = value;
    while (peek() === ".") {
      take();
      const member = take();
      if (!/^[a-z]\w*$/.test(member) || ["as", "first", "last", "length"].includes(member))
        throw new UnsupportedExpression(`${expression}: .${member}`);
      if (member !== "to_i") text += `.${member}`;
    }
    if (peek() === "[") throw new UnsupportedExpression(`${expression}: an index`);
    return text;
  };
  const primary = (): string => {
    const token = take();
    if (token === "(") {
      const inner = ternary();
      take(")");
      return `(${inner})`;
    }
    if (/^\d/.test(token)) return String(Number(token));
    if (token === "true" || token === "false") return token;
    if (token.includes("::")) return String(enumValue(token));
    if (token === "_io") {
      take(".");
      const name = scope(`_io.${take()}`);
      if (name !== undefined) return name;
    }
    const known = scope(token);
    if (known === undefined) throw new UnsupportedExpression(`${expression}: ${token || "nothing"}`);
    return known;
  };
  const text = ternary();
  if (at < tokens.length) throw new UnsupportedExpression(`${expression}: ${peek()}`);
  return text;
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (match === null) throw new UnsupportedExpression(text);
    tokens.push(match[1] as string);
  }
  return tokens;
}
