// Generated from schemas/libxl_record.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxlRecord: Parser & { readonly NoContent: Parser } };
export = parsers;
