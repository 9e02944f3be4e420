// Generated from schemas/image_header_v4.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ImageHeaderV4: Parser };
export = parsers;
