// Generated from schemas/draft_b_record.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DraftBRecord: Parser & { readonly NoContent: Parser } };
export = parsers;
