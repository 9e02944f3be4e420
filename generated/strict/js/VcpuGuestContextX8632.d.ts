// Generated from schemas/vcpu_guest_context_x86_32.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly VcpuGuestContextX8632: Parser & { readonly UserRegs: Parser; readonly TrapInfo: Parser } };
export = parsers;
