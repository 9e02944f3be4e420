// Generated from schemas/start_info_x86_64.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly StartInfoX8664: Parser };
export = parsers;
