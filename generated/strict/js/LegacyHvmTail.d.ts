// Generated from schemas/legacy_hvm_tail.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LegacyHvmTail: Parser };
export = parsers;
