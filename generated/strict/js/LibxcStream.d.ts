// Generated from schemas/libxc_stream.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxcStream: Parser };
export = parsers;
