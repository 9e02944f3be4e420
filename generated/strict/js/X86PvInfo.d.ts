// Generated from schemas/x86_pv_info.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86PvInfo: Parser };
export = parsers;
