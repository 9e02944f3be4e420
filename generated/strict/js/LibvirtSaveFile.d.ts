// Generated from schemas/libvirt_save_file.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibvirtSaveFile: Parser };
export = parsers;
