// Generated from schemas/x86_pv_vcpu_extended.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86PvVcpuExtended: Parser & { readonly ExtendedContext: Parser; readonly Vmce: Parser } };
export = parsers;
