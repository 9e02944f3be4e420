// Generated from schemas/libxc_record.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxcRecord: Parser & { readonly NoContent: Parser } };
export = parsers;
