// Generated from schemas/page_data_compressed.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly PageDataCompressed: Parser & { readonly PfnEntry: Parser } };
export = parsers;
