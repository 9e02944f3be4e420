// Generated from schemas/uint64.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly Uint64: Parser };
export = parsers;
