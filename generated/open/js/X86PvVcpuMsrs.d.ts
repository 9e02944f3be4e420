// Generated from schemas/x86_pv_vcpu_msrs.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86PvVcpuMsrs: Parser & { readonly Msr: Parser } };
export = parsers;
