/** Codec 3: one zstd frame of RFC 8878, by Node's own library where it has it, else by the same library compiled to WebAssembly. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as zlib from "node:zlib";
import { CodecError } from "./codec-error.ts";
import { optional } from "./library.ts";
import { checkZstdFrame } from "./zstd-frame.ts";

/** Level 1 is the fastest of those that compress memory about as well as the default. */
const LEVEL = 1;

type Zstd = {
  compress(octets: Uint8Array): Uint8Array;
  /** At most `length` octets; throws where there are more, or the frame is unsound. */
  decompress(frame: Uint8Array, length: number): Uint8Array;
};

/** What Node 22.15 and newer have. */
type ZlibWithZstd = {
  readonly zstdCompressSync?: (octets: Uint8Array, options: object) => Uint8Array;
  readonly zstdDecompressSync?: (octets: Uint8Array, options: object) => Uint8Array;
  readonly constants: { readonly ZSTD_c_compressionLevel?: number };
};

function ofNode(): Zstd | undefined {
  const { zstdCompressSync, zstdDecompressSync, constants } = zlib as unknown as ZlibWithZstd;
  const parameter = constants.ZSTD_c_compressionLevel;
  if (zstdCompressSync === undefined || zstdDecompressSync === undefined || parameter === undefined) return undefined;
  return {
    compress: (octets) => zstdCompressSync(octets, { params: { [parameter]: LEVEL } }),
    decompress: (frame, length) => zstdDecompressSync(frame, { maxOutputLength: length }),
  };
}

/** What of WebAssembly we use; its types come only with those of a browser. */
type Instance = { readonly exports: object };
type Wasm = {
  readonly Module: new (octets: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => Instance;
};
const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: Wasm };

/** The compiled library's functions on its own memory: sizes and places are numbers of octets there. */
type Compiled = {
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

/** The package's own way in is asynchronous, and a decoder that is fed octets cannot wait: the module below it can be started at once. */
const compiled = optional("zstd", "@bokuweb/zstd-wasm", (require, path): Zstd => {
  const folder = dirname(path);
  const { Module } = require(join(folder, "zstd.js")) as { Module: Compiled };
  const octets = readFileSync(join(folder, "zstd.wasm"));
  Module.instantiateWasm = (imports, done) => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(octets), imports);
    done(instance);
    return instance.exports;
  };
  Module.init(octets);
  const between = (octets: Uint8Array, room: number, work: (to: number, from: number) => number) => {
    const from = Module._malloc(octets.length);
    const to = Module._malloc(room);
    try {
      if (from === 0 || to === 0) throw new Error("no memory for a zstd frame");
      Module.HEAPU8.set(octets, from);
      const size = work(to, from);
      if (Module._ZSTD_isError(size) !== 0) throw new Error(`error ${-size}`);
      return Module.HEAPU8.slice(to, to + size);
    } finally {
      Module._free(to);
      Module._free(from);
    }
  };
  return {
    compress(octets) {
      const room = Module._ZSTD_compressBound(octets.length);
      return between(octets, room, (to, from) => Module._ZSTD_compress(to, room, from, octets.length, LEVEL));
    },
    decompress: (frame, length) =>
      between(frame, length, (to, from) => Module._ZSTD_decompress(to, length, from, frame.length)),
  };
});

const native = ofNode();

/** One zstd frame that holds `octets`. Throws CodecMissingError. */
export function zstdCompress(octets: Uint8Array): Uint8Array {
  return (native ?? compiled()).compress(octets);
}

/** The `length` octets that a frame holds. Throws CodecError where it is not sound, asks for too much, or holds more or fewer; CodecMissingError. */
export function zstdDecompress(frame: Uint8Array, length: number): Uint8Array {
  checkZstdFrame(frame, length);
  const library = native ?? compiled();
  let octets: Uint8Array;
  try {
    octets = library.decompress(frame, length);
  } catch (error) {
    throw new CodecError(
      0,
      `contents that are unsound, or more than ${length} octets (${(error as Error).message})`,
      "sound ones",
    );
  }
  if (octets.length !== length) throw new CodecError(0, `${octets.length} octets of contents`, String(length));
  return octets;
}
