// Generated from schemas/image_digest.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ImageDigest: Parser };
export = parsers;
