/** Asks Xen's restorer itself, libxenguest, about images without a container, many in one job of a running lab. */

import type { Lab } from "../lab/lab.ts";
import { LIMIT, type Question, type Restored, type Setting } from "./restored.ts";
import { type Kind, kindOf } from "./wrap.ts";

/** What it makes of each image, in order. Throws where it cannot be asked. */
export async function restoreByLibxenguest(lab: Lab, questions: readonly Question[]): Promise<Restored[]> {
  const named = questions.map((question, index) => ({ ...question, name: `${index}.img` }));
  const list = named.map(
    ({ name, octets, setting }) => `${name} ${domainFor(octets, setting)} ${setting.vcpus ?? 1} ${setting.stream}\n`,
  );
  const { status, out, err, remove } = await lab.run({
    files: {
      ...Object.fromEntries(named.map(({ name, octets }) => [name, octets])),
      list: Buffer.from(list.join("")),
    },
    script: "restorer <list",
    timeout: (questions.length + 1) * LIMIT,
  });
  remove();
  if (status !== 0) throw new Error(`libxenguest cannot be asked: ${err || out.slice(-2000)}`);
  return named.map(({ name }) => answerOf(name, out));
}

/** The kind of domain to be made for an image. */
export function domainFor(octets: Uint8Array, { kind }: Setting): Kind {
  const own = kindOf(octets);
  if (kind === undefined || (kind === "pv") === (own === "pv")) return own;
  return kind === "pv" ? "pv" : "pvh";
}

/** The answer to one image among what the restorer says of all of them. */
export function answerOf(name: string, said: string): Restored {
  const own = said.split("\n").filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name} `));
  const [, outcome, signal] = /^\S+ (accept|reject|hang|crash)(.*)$/.exec(own.at(-1) ?? "") ?? [];
  if (outcome === undefined) throw new Error(`the restorer says nothing of ${name}`);
  const log = own.slice(0, -1).map((line) => `${line.slice(name.length + 2)}\n`);
  return {
    outcome: outcome as Restored["outcome"],
    log: log.join("") + (signal ? `libxenguest died:${signal}\n` : ""),
  };
}
