declare module "virtual:specification" {
  /** Structures by their id. */
  export const schemas: Readonly<Record<string, import("./specification.ts").Structure>>;
  /** Requirements by their number. */
  export const requirements: Readonly<Record<string, import("./specification.ts").Sentence>>;
}
