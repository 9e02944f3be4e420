// Generated from schemas/x86_pv_vcpu_xsave.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86PvVcpuXsave: Parser & { readonly XsaveContext: Parser } };
export = parsers;
