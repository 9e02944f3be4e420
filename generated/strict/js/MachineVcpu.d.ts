// Generated from schemas/machine_vcpu.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly MachineVcpu: Parser };
export = parsers;
