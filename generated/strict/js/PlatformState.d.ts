// Generated from schemas/platform_state.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly PlatformState: Parser };
export = parsers;
