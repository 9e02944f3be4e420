/** The zstd library compiled to WebAssembly, as the package @bokuweb/zstd-wasm brings it, started at once instead of in time. */

/** A zstd library. */
export type Zstd = {
  compress(octets: Uint8Array): Uint8Array;
  /** At most `length` octets; throws where there are more, or the frame is unsound. */
  decompress(frame: Uint8Array, length: number): Uint8Array;
};

/** Level 1 is the fastest of those that compress memory about as well as the default. */
export const ZSTD_LEVEL = 1;

/** What of WebAssembly we use; its types come only with those of a browser. */
type Instance = { readonly exports: object };
type Wasm = {
  readonly Module: new (octets: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => Instance;
};
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm };

/** The compiled library's functions on its own memory: sizes and places are numbers of octets there. */
export type Compiled = {
  readonly HEAPU8: Uint8Array;
  instantiateWasm: (imports: object, done: (instance: Instance) => void) => object;
  init(octets: Uint8Array): void;
  _malloc(size: number): number;
  _free(at: number): void;
  _ZSTD_isError(result: number): number;
  _ZSTD_compressBound(size: number): number;
  _ZSTD_compress(to: number, room: number, from: number, size: number, level: number): number;
  _ZSTD_decompress(to: number, room: number, from: number, size: number): number;
};

/** Starts the library. The package's own way in is asynchronous, and a decoder that is fed octets cannot wait: the module below it can. */
export function startZstd(module: Compiled, octets: Uint8Array): Zstd {
  module.instantiateWasm = (imports, done) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(octets), imports);
    done(instance);
    return instance.exports;
  };
  module.init(octets);
  const between = (octets: Uint8Array, room: number, work: (to: number, from: number) => number) => {
    const from = module._malloc(octets.length);
    const to = module._malloc(room);
    try {
      if (from === 0 || to === 0) throw new Error("no memory for a zstd frame");
      module.HEAPU8.set(octets, from);
      const size = work(to, from);
      if (module._ZSTD_isError(size) !== 0) throw new Error(`error ${-size}`);
      return module.HEAPU8.slice(to, to + size);
    } finally {
      module._free(to);
      module._free(from);
    }
  };
  return {
    compress(octets) {
      const room = module._ZSTD_compressBound(octets.length);
      return between(octets, room, (to, from) => module._ZSTD_compress(to, room, from, octets.length, ZSTD_LEVEL));
    },
    decompress: (frame, length) =>
      between(frame, length, (to, from) => module._ZSTD_decompress(to, length, from, frame.length)),
  };
}
