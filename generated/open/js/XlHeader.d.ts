// Generated from schemas/xl_header.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly XlHeader: Parser & { readonly OptionalData: Parser; readonly Config: Parser } };
export = parsers;
