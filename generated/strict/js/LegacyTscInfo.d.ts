// Generated from schemas/legacy_tsc_info.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LegacyTscInfo: Parser };
export = parsers;
