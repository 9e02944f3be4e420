// Generated from schemas/draft_b_p2m.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DraftBP2m: Parser };
export = parsers;
