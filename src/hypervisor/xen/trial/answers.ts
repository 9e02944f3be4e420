/** Answers of Xen that were seen, kept outside the repository, so that a trial that is interrupted goes on where it was. */

import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, digestOf } from "../lab/cache.ts";
import { domainFor } from "./libxenguest.ts";
import type { Question, Restored } from "./restored.ts";
import { kindOf, outermost } from "./wrap.ts";

/** What was seen so far. */
export type Answers = {
  readonly get: (question: Question) => Restored | undefined;
  readonly put: (question: Question, restored: Restored) => void;
};

/** The answers of a Xen; `version` is everything that its answers hang on. */
export function keptAnswers(version: string): Answers {
  const folder = join(cacheFolder(), "trials");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${digestOf([version]).slice(0, 16)}.jsonl`);
  const seen = new Map<string, Restored>();
  // The last line may have been cut off with the process that wrote it.
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : []) {
    const { key, ...restored } = JSON.parse(line) as Restored & { key: string };
    seen.set(key, restored);
  }
  return {
    get: (question) => seen.get(keyOf(question)),
    put(question, restored) {
      const key = keyOf(question);
      seen.set(key, restored);
      appendFileSync(file, `${JSON.stringify({ key, ...restored })}\n`);
    },
  };
}

function keyOf({ octets, setting }: Question): string {
  const domain = domainFor(octets, setting);
  const other = domain === kindOf(octets) ? [] : [domain];
  return digestOf([outermost(octets), octets, setting.stream, `${setting.vcpus ?? ""}`, ...other]);
}
