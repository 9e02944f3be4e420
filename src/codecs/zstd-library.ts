/** zstd by Node's own library where it has it, else by the same library compiled. In a browser another module stands in for this one. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as zlib from "node:zlib";
import { optional } from "./library.ts";
import { type Compiled, startZstd, ZSTD_LEVEL, type Zstd } from "./zstd-wasm.ts";

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
    compress: (octets) => zstdCompressSync(octets, { params: { [parameter]: ZSTD_LEVEL } }),
    decompress: (frame, length) => zstdDecompressSync(frame, { maxOutputLength: length }),
  };
}

const compiled = optional("zstd", "@bokuweb/zstd-wasm", (require, path): Zstd => {
  const folder = dirname(path);
  const { Module } = require(join(folder, "zstd.js")) as { Module: Compiled };
  return startZstd(Module, readFileSync(join(folder, "zstd.wasm")));
});

const native = ofNode();

/** The library. Throws CodecMissingError where there is none. */
export function zstdLibrary(): Zstd {
  return native ?? compiled();
}
