// Generated from schemas/arm_id_policy.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ArmIdPolicy: Parser & { readonly IdRegister: Parser } };
export = parsers;
