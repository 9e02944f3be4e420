// Generated from schemas/domain_save_image.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly DomainSaveImage: Parser & { readonly Unrecognised: Parser } };
export = parsers;
