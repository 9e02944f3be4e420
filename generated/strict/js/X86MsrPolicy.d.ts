// Generated from schemas/x86_msr_policy.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly X86MsrPolicy: Parser & { readonly Msr: Parser } };
export = parsers;
