/** What is fuzzed: something that takes octets and throws only when it broke a promise. */
export type Target = {
  /** What is held against what. */
  readonly about: string;
  /** Runs one input. Throws when it comes to anything that input must never come to. */
  readonly run: (octets: Uint8Array) => void;
  /** Inputs to begin with, by name; small ones. */
  readonly seeds: () => ReadonlyMap<string, Uint8Array>;
};

/** Throws with `message` unless `condition` holds. */
export function promise(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Error(`a promise is broken: ${message()}`);
}

/** Runs `work`; undefined where it throws an error that `allowed` takes for an answer to bad input. */
export function unless<T>(allowed: (error: unknown) => boolean, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (allowed(error)) return undefined;
    throw error;
  }
}
