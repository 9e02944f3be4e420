// Generated from schemas/draft_b_x86_pv_info.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DraftBX86PvInfo: Parser };
export = parsers;
