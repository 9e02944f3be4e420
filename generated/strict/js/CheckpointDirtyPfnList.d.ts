// Generated from schemas/checkpoint_dirty_pfn_list.ksy by `npm run generate`; edit that file instead.

type Parser = new (io: never, parent: null, root: null, ...params: never[]) => object;
declare const parsers: { readonly CheckpointDirtyPfnList: Parser };
export = parsers;
