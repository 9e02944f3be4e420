// Generated from schemas/machine.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly Machine: Parser & { readonly Property: Parser } };
export = parsers;
