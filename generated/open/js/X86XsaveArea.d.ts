// Generated from schemas/x86_xsave_area.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86XsaveArea: Parser };
export = parsers;
