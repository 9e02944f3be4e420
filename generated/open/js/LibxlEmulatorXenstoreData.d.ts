// Generated from schemas/libxl_emulator_xenstore_data.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxlEmulatorXenstoreData: Parser & { readonly Entry: Parser } };
export = parsers;
