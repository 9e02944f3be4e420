// Generated from schemas/colo_back_channel.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly ColoBackChannel: Parser & { readonly Record: Parser } };
export = parsers;
