// Generated from schemas/libxl_stream.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxlStream: Parser & { readonly TrailingRecords: Parser } };
export = parsers;
