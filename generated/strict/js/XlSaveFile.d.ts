// Generated from schemas/xl_save_file.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly XlSaveFile: Parser & { readonly Header: Parser & { readonly OptionalData: Parser; readonly Config: Parser } } };
export = parsers;
