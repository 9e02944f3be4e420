import { availableParallelism } from "node:os";
import type { Adapter, Request, Session } from "./adapter.ts";
import { type Judgement, judgeOut } from "./judge.ts";
import type { Stream } from "./model.ts";
import { keepAnswer, roomForValues } from "./observed-state.ts";
import type { Answer } from "./outcome.ts";
import { type ImageInput, imageKey, piecesOf, type Run, streamSize } from "./runs.ts";
import {
  inspectOut,
  makeStaging,
  type StagedImage,
  type Staging,
  shared,
  stageImage,
  stageStream,
  type Written,
} from "./staging.ts";

/** What one run came to: the answer, what a Writer wrote, and what the judge said of it. */
export interface Result {
  readonly answer: Answer;
  readonly written?: Written;
  readonly judgement?: Judgement;
}

/** How runs are made. */
export interface RunOptions {
  /** Seconds that an answer may take, before what the size of the image adds. */
  readonly timeout: number;
  /** Runs made at once; without it as many as there are processors. Of an adapter that serves, as many processes. */
  readonly jobs?: number | undefined;
  readonly judge?: Adapter | undefined;
  /** Keys of the runs whose output goes to the judge. */
  readonly judged: ReadonlySet<string>;
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Octets of input for which an answer may take a second more. */
const OCTETS_A_SECOND = 64 * 2 ** 20;

/**
 * Makes all runs and gives what each came to, by key. First all of them, several at a time; then, one after the other
 * with nothing else running, those that timed out (at four times the limit) or were open when a serving process failed.
 * Rejects only when aborted; temporary files are gone either way.
 */
export async function makeRuns(
  adapter: Adapter,
  runs: readonly Run[],
  options: RunOptions,
): Promise<Map<string, Result>> {
  const staging = makeStaging();
  const results = new Map<string, Result>();
  const room = roomForValues();
  const sessions: Session[] = [];
  try {
    const judge = options.judged.size > 0 ? options.judge?.open(1) : undefined;
    if (judge) sessions.push(judge);
    const bench: Bench = {
      staging,
      stage: adapter.serves ? sharing(staging, runs) : (input) => stageInput(staging, input),
      judge: judge && oneAtATime(judge),
      options,
    };
    const again: { run: Run; answer: Answer }[] = [];
    const note = (run: Run, result: Result) => {
      results.set(run.key, { ...result, answer: keepAnswer(result.answer, room) });
      options.progress?.(results.size, runs.length);
    };
    const work = async (session: Session, next: () => Run | undefined) => {
      for (let run = next(); run; run = next()) {
        const { result, retry } = await makeRun(bench, session, run);
        if (retry) again.push({ run, answer: result.answer });
        else note(run, result);
      }
    };
    const jobs = options.jobs ?? (adapter.serves ? processesFor(runs) : availableParallelism());
    const pools: { session: Session; next: () => Run | undefined }[] = adapter.serves
      ? // Each process gets its share beforehand, so that what a faulty one does hangs on no timing.
        share(runs, jobs).map((part) => ({ session: adapter.open(), next: taker(part) }))
      : [{ session: adapter.open(jobs), next: taker(runs) }];
    sessions.push(...pools.map(({ session }) => session));
    // All must have stopped before their files are taken away, so the first failure waits for the rest.
    const workers = pools.flatMap(({ session, next }) =>
      Array.from({ length: session.window }, () => work(session, next)),
    );
    for (const worker of await Promise.allSettled(workers)) if (worker.status === "rejected") throw worker.reason;
    if (again.length > 0) {
      const session = adapter.open(1);
      sessions.push(session);
      const order = new Map(runs.map((run, index) => [run.key, index]));
      again.sort((a, b) => order.get(a.run.key)! - order.get(b.run.key)!);
      for (const { run, answer } of again) note(run, await makeAlone(bench, session, run, answer));
    }
    return results;
  } finally {
    await Promise.all(sessions.map((session) => session.close()));
    staging.remove();
  }
}

/** Where runs are made. */
interface Bench {
  readonly staging: Staging;
  /** Writes an image for an adapter. */
  readonly stage: (input: ImageInput) => Promise<StagedImage>;
  readonly judge: Session | undefined;
  readonly options: RunOptions;
}

/** Runs that are worth starting one more process of an adapter that serves. */
const RUNS_A_PROCESS = 500;

function processesFor(runs: readonly Run[]): number {
  return Math.min(availableParallelism(), Math.ceil(runs.length / RUNS_A_PROCESS));
}

/**
 * Stages an image once for all roles and editions that a serving adapter is asked to play: it is one program, which sees no more of a file
 * in two runs than in one. Programs of one run each get a file of their own.
 */
function sharing(staging: Staging, runs: readonly Run[]): Bench["stage"] {
  const counts = new Map<string, number>();
  for (const { input } of runs) {
    if (input.kind === "image") counts.set(imageKey(input), (counts.get(imageKey(input)) ?? 0) + 1);
  }
  const share = shared<StagedImage>(counts);
  return (input) => share(imageKey(input), () => stageInput(staging, input));
}

async function stageInput(staging: Staging, input: ImageInput): Promise<StagedImage> {
  return stageImage(staging, await piecesOf(input));
}

/** Milliseconds that an answer about so many octets may take. */
function limitFor(octets: number, { timeout }: RunOptions): number {
  return 1000 * (timeout + octets / OCTETS_A_SECOND);
}

/** Asks once more with nothing else running; what timed out gets four times as long, and then no more. */
async function makeAlone(bench: Bench, session: Session, run: Run, first: Answer): Promise<Result> {
  if (first.outcome !== "hang") {
    const { result, retry } = await makeRun(bench, session, run);
    if (!retry) return result;
  }
  return (await makeRun(bench, session, run, 4)).result;
}

/** Makes one run, with `patience` times the limit; `retry` says that its result does not count yet. */
async function makeRun(
  bench: Bench,
  session: Session,
  run: Run,
  patience = 1,
): Promise<{ result: Result; retry: boolean }> {
  return run.input.kind === "image"
    ? askAbout(bench, session, run, run.input, patience)
    : askToWrite(bench, session, run, run.input.stream, patience);
}

async function askAbout({ stage, options }: Bench, session: Session, run: Run, input: ImageInput, patience: number) {
  const { edition, role, context } = run;
  const staged = await stage(input);
  const limit = patience * limitFor(staged.size, options);
  try {
    const verb = role === "verifier" ? "check" : "read";
    const request: Request = { do: verb, edition, role, context, image: staged.path };
    const { answer, again } = await session.ask(request, limit);
    return { result: { answer }, retry: again };
  } finally {
    await staged.remove();
  }
}

async function askToWrite(bench: Bench, session: Session, run: Run, stream: Stream, patience: number) {
  const { edition, role, context } = run;
  const { staging, options, judge } = bench;
  const limit = patience * limitFor(streamSize(stream), options);
  const staged = await stageStream(staging, stream);
  try {
    const { path, blobs, out } = staged;
    const request: Request = { do: "write", edition, role, context, stream: path, blobs, out };
    const { answer, again } = await session.ask(request, limit);
    const written = await inspectOut(out);
    const held = holdToOut(answer, written);
    if (again || held.outcome !== "accept" || typeof written === "string") {
      return { result: { answer: held }, retry: again };
    }
    if (!judge || !options.judged.has(run.key)) return { result: { answer: held, written }, retry: false };
    const of = { edition, context, limit: limitFor(written.len, options) };
    const judgement = await judgeOut(judge, out, of, staging);
    return { result: { answer: held, written, judgement }, retry: false };
  } finally {
    await staged.remove();
  }
}

/** A Writer that accepts leaves a file, one that rejects leaves nothing; else its answer is garbled. */
function holdToOut(answer: Answer, found: Written | "nothing" | "no file"): Answer {
  const garbled = (detail: string): Answer => ({ ...answer, outcome: "garbled", detail });
  if (answer.outcome === "accept" && typeof found === "string") return garbled(`accepted, but OUT is ${found}`);
  if (answer.outcome === "reject" && found !== "nothing") return garbled("rejected, but left OUT behind");
  return answer;
}

/** A session that several may use: it puts one request after the other. */
function oneAtATime(session: Session): Session {
  let last: Promise<unknown> = Promise.resolve();
  return {
    window: 1,
    close: session.close,
    ask(request, limit) {
      const attempt = last.then(() => session.ask(request, limit));
      last = attempt.catch(() => {});
      return attempt;
    },
  };
}

function share(runs: readonly Run[], parts: number): Run[][] {
  const shares = Array.from({ length: Math.max(1, Math.min(parts, runs.length)) }, (): Run[] => []);
  for (const [index, run] of runs.entries()) shares[index % shares.length]!.push(run);
  return shares;
}

function taker(runs: readonly Run[]): () => Run | undefined {
  let index = 0;
  return () => runs[index++];
}
