import type { KsySet, KsyType } from "./ksy.ts";
import { pascal } from "./names.ts";
import { notice } from "./words.ts";

/** The .d.ts that stands beside a compiled parser and tells TypeScript its classes, nested ones by dotted name. */
export function declarationText(set: KsySet, id: string): string {
  const ksy = set.get(id) as KsyType;
  return `${notice(id)}
type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ${pascal(id)}: ${classTree(ksy)} };
export = parsers;
`;
}

function classTree(type: KsyType): string {
  const nested = Object.entries(type.types ?? {}).map(([name, t]) => `readonly ${pascal(name)}: ${classTree(t)}`);
  return nested.length === 0 ? "Parser" : `Parser & { ${nested.join("; ")} }`;
}
