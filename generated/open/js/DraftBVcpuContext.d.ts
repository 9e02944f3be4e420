// Generated from schemas/draft_b_vcpu_context.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DraftBVcpuContext: Parser };
export = parsers;
