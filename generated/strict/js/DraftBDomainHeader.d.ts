// Generated from schemas/draft_b_domain_header.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DraftBDomainHeader: Parser };
export = parsers;
