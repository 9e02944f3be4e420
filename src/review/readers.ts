import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Answers, type Counter, type Readings, readAway } from "./reading.ts";

/** More threads than this wait for memory, not for a processor. */
const MOST = 8;

/**
 * The answers to all tasks in their order, worked out on all processors: here, where other work has its turns between two tasks, and in
 * threads where there are more processors and the code is built.
 */
export async function readByAll(readings: Readings): Promise<readonly Answers[]> {
  const next: Counter = new Int32Array(new SharedArrayBuffer(4));
  const more = import.meta.url.endsWith(".ts") ? 0 : Math.min(availableParallelism() - 1, MOST);
  const module = fileURLToPath(new URL("./reading.js", import.meta.url));
  const elsewhere = Array.from({ length: more }, () => inThread(module, { readings, next }));
  const parts = await Promise.all([readAway(readings, next, () => setImmediate()), ...elsewhere]);
  const answers: Answers[] = [];
  for (const [i, answer] of parts.flat()) answers[i] = answer;
  return answers;
}

function inThread(module: string, workerData: { readings: Readings; next: Counter }): Promise<[number, Answers][]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(module, { workerData });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended with ${code} before it was done`)));
  });
}
