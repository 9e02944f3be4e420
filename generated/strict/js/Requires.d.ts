// Generated from schemas/requires.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly Requires: Parser & { readonly Item: Parser } };
export = parsers;
