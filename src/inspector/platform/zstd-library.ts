/** zstd where there is no Node: stands in for src/codecs/zstd-library.ts in the bundle. */

import { Module, octets } from "virtual:zstd";
import { CodecMissingError } from "../../codecs/codec-error.ts";
import { startZstd, type Zstd } from "../../codecs/zstd-wasm.ts";

let started: Zstd | undefined;

/** The library, started when it is first needed. Throws CodecMissingError where the bundle was made without it. */
export function zstdLibrary(): Zstd {
  if (Module === undefined) throw new CodecMissingError("zstd", "@bokuweb/zstd-wasm");
  started ??= startZstd(Module, octets);
  return started;
}
