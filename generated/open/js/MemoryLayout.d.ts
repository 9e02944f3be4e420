// Generated from schemas/memory_layout.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly MemoryLayout: Parser & { readonly Region: Parser } };
export = parsers;
