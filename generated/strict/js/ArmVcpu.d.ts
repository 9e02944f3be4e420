// Generated from schemas/arm_vcpu.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ArmVcpu: Parser & { readonly Register: Parser } };
export = parsers;
