// Generated from schemas/libxl_checkpoint_state.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly LibxlCheckpointState: Parser };
export = parsers;
