// Generated from schemas/shared_info_x86_64.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly SharedInfoX8664: Parser & { readonly VcpuInfo: Parser; readonly ArchSharedInfo: Parser } };
export = parsers;
