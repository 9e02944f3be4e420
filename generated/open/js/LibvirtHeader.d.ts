// Generated from schemas/libvirt_header.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibvirtHeader: Parser & { readonly Configuration: Parser } };
export = parsers;
