// Generated from schemas/start_info_x86_32.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly StartInfoX8632: Parser };
export = parsers;
