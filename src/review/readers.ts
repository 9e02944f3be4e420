import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Answers, type Counter, type Readings, readAway } from "./reading.ts";

/** More threads than this wait for memory, not for a processor. */
const MOST = 8;

/** The answers to all tasks in their order, worked out on all processors: in threads where there are several, and the code is built. */
export async function readByAll(readings: Readings): Promise<readonly Answers[]> {
  const next: Counter = new Int32Array(new SharedArrayBuffer(4));
  const module = new URL(import.meta.resolve("./reading.js"));
  const threads = Math.min(availableParallelism(), MOST, readings.tasks.length);
  const alone = threads < 2 || import.meta.url.endsWith(".ts");
  const parts = alone
    ? [readAway(readings, next)]
    : await Promise.all(Array.from({ length: threads }, () => inThread(fileURLToPath(module), { readings, next })));
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
