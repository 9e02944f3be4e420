// Generated from schemas/legacy_extended_info.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LegacyExtendedInfo: Parser & { readonly Blocks: Parser; readonly Block: Parser } };
export = parsers;
