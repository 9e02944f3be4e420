// Generated from schemas/xenopsd_suspend_image.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly XenopsdSuspendImage: Parser & { readonly Part: Parser } };
export = parsers;
