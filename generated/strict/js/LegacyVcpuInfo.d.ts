// Generated from schemas/legacy_vcpu_info.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LegacyVcpuInfo: Parser };
export = parsers;
