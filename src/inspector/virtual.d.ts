declare module "virtual:specification" {
  /** Structures by their id. */
  export const schemas: Readonly<Record<string, import("./specification.ts").Structure>>;
  /** Requirements by their number. */
  export const requirements: Readonly<Record<string, import("./specification.ts").Sentence>>;
}

declare module "virtual:zstd" {
  /** The optional package @bokuweb/zstd-wasm; undefined where it was not installed when the bundle was made. */
  export const Module: import("../codecs/zstd-wasm.ts").Compiled | undefined;
  export const octets: Uint8Array;
}
