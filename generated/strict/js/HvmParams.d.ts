// Generated from schemas/hvm_params.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly HvmParams: Parser & { readonly HvmParam: Parser } };
export = parsers;
