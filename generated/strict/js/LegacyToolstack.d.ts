// Generated from schemas/legacy_toolstack.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LegacyToolstack: Parser & { readonly Mapping: Parser } };
export = parsers;
