/**
 * Xen's own restorer as an adapter: `about`, and `serve`, which asks the lab that DSI_LAB names (see `certify.ts`). What has no container
 * goes to libxenguest, the rest to xl, many images at a time. It reports no states: what Xen has restored is a machine. A crash of Xen's
 * tools is answered by dying as well, once nothing else is open, so that nobody else's answer is lost.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { connectLab, type Lab } from "../lab/lab.ts";
import { XEN } from "../lab/packages.ts";
import { type Answers, keptAnswers } from "./answers.ts";
import { codeOf } from "./codes.ts";
import { restoreByLibxenguest } from "./libxenguest.ts";
import type { Question, Restored, Setting } from "./restored.ts";
import { labVersion, TEMPLATES } from "./templates.ts";
import { outermost, type Templates } from "./wrap.ts";
import { restoreByXl } from "./xl.ts";

const WINDOW = 64;
/** Images in one job: what is answered is kept only when all of it is. Those of xl take seconds each. */
const LIBXENGUEST_BATCH = 24;
const XL_BATCH = 4;
/** Milliseconds without a line from the harness, after which nothing more is to be expected before an answer. */
const QUIET = 1000;
/** Not a status of the protocol: the harness takes it for a crash, which it is. */
const CRASH = 70;

const ABOUT = {
  protocol: 1,
  name: "Xen's restorer",
  version: `libxenguest and xl of Xen ${XEN}`,
  url: "https://xenproject.org/",
  editions: ["v2", "v3"],
  roles: ["reader"],
  features: ["x86-pv", "x86-hvm", "checkpoint", "libxl", "xl"],
  choices: { "byte-order": "little-only", "record-limit": "refuse", "static-in-v2": "accept", "libxl-end": "infer" },
  values: [],
  serve: true,
  window: WINDOW,
};

type Line = {
  readonly seq: string;
  readonly do: string;
  readonly image: string;
  readonly context: { readonly stream: Setting["stream"]; readonly target?: Pick<Setting, "vcpus" | "kind"> };
};
type Open = { readonly seq: string; readonly question: Question };
type Ask = (one: Open) => void;

async function serve(lab: Lab): Promise<void> {
  const answers = keptAnswers(labVersion(lab));
  const templates = JSON.parse(readFileSync(join(lab.share, TEMPLATES), "utf8")) as Templates;
  const open = new Set<string>();
  const held = new Set<string>();
  let heard = performance.now();
  let over = false;
  const answer = (seq: string, restored: Restored | "unsupported") => {
    if (restored !== "unsupported" && (restored.outcome === "crash" || restored.outcome === "hang")) {
      process.stderr.write(restored.log);
      if (restored.outcome === "crash") held.add(seq);
      return;
    }
    open.delete(seq);
    const said =
      restored === "unsupported"
        ? { outcome: "unsupported", what: "a COLO stream" }
        : { outcome: restored.outcome, ...(restored.outcome === "reject" ? codeOf(restored.log) : {}) };
    process.stdout.write(`${JSON.stringify({ seq, ...said })}\n`);
  };
  const byLibxenguest = asking(LIBXENGUEST_BATCH, answers, answer, (batch) => restoreByLibxenguest(lab, batch));
  const [byXl, byLibxl] = [0, 1].map(() =>
    asking(XL_BATCH, answers, answer, (batch) => restoreByXl(lab, batch, templates)),
  ) as [Ask, Ask];
  const ways = { image: byLibxenguest, libxl: byLibxl, xl: byXl };
  createInterface({ input: process.stdin })
    .on("line", (line) => {
      heard = performance.now();
      const { seq, do: verb, image, context } = JSON.parse(line) as Line;
      open.add(seq);
      if (verb !== "read" || context.stream === "colo") return answer(seq, "unsupported");
      const { stream, target } = context;
      const setting = { stream, ...(target ?? {}) };
      const question = { octets: new Uint8Array(readFileSync(image)), setting };
      const known = answers.get(question);
      if (known !== undefined) return answer(seq, known);
      ways[outermost(question.octets)]({ seq, question });
    })
    .on("close", () => {
      over = true;
    });
  while (!over) {
    await sleep(QUIET / 10);
    if (held.size > 0 && held.size === open.size && performance.now() - heard > QUIET) process.exit(CRASH);
  }
  process.exit(0);
}

/** Takes questions, and asks as many as are there, up to `most`, whenever the batch before is answered. */
function asking(
  most: number,
  answers: Answers,
  answer: (seq: string, restored: Restored) => void,
  ask: (batch: readonly Question[]) => Promise<Restored[]>,
): Ask {
  const waiting: Open[] = [];
  let busy = false;
  const work = async () => {
    busy = true;
    while (waiting.length > 0) {
      // Whatever the harness has to say at once is in one batch.
      await sleep(50);
      const batch = waiting.splice(0, most);
      const restored = await ask(batch.map(({ question }) => question));
      for (const [index, { seq, question }] of batch.entries()) {
        answers.put(question, restored[index] as Restored);
        answer(seq, restored[index] as Restored);
      }
    }
    busy = false;
  };
  return (one) => {
    waiting.push(one);
    if (!busy) work().catch(failed);
  };
}

/** Without the lab there is no answer, and no crash of Xen's either: whoever started this has to see it. */
function failed(error: Error): never {
  process.stderr.write(`${error.stack}\n`);
  process.kill(process.ppid, "SIGTERM");
  process.exit(2);
}

const share = process.env.DSI_LAB;
const [verb] = process.argv.slice(2);
if (verb === "about") process.stdout.write(JSON.stringify(ABOUT));
else if (verb !== "serve") process.exitCode = 3;
else if (share === undefined) throw new Error("DSI_LAB names no running lab; npm run lab:certify starts one");
else await serve(connectLab(share));
