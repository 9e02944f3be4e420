/** Asks xl about images in its file or in a libxl stream, several in one job of a running lab, and reads its answers out of what it says. */

import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Lab } from "../lab/lab.ts";
import { LIMIT, type Question, type Restored } from "./restored.ts";
import { kindOf, outermost, type Templates, wrapForXl } from "./wrap.ts";

const KILLED = 137;
const SIGNALLED = 128;

/** Begins the names of domains that are called here; files of xl call theirs themselves. */
const OURS = "stream-";

/**
 * Restores each image, paused, and takes the domain away again. Two such jobs may run at a time, one with files of xl and one with streams
 * of libxl: no domain of the one is called like one of the other.
 */
export async function restoreByXl(lab: Lab, questions: readonly Question[], templates: Templates): Promise<Restored[]> {
  const named = questions.map((question) => ({ ...question, name: `${OURS}${randomBytes(8).toString("hex")}` }));
  const files = named.map(({ name, octets, setting: { vcpus } }) => [
    name,
    wrapForXl(octets, templates[kindOf(octets)], { name, ...(vcpus === undefined ? {} : { vcpus }) }),
  ]);
  const { status, out, err, folder, remove } = await lab.run({
    files: Object.fromEntries(files),
    script: [ASK, ...named.map(asked)].join(""),
    timeout: (questions.length + 1) * 2 * LIMIT,
  });
  if (status !== 0) throw new Error(`xl cannot be asked: ${err}`);
  const answers = named.map(({ name, octets }) => {
    const log = readFileSync(join(folder, `${name}.log`), "latin1").replaceAll(name, kindOf(octets));
    return { outcome: outcomeOf(Number(new RegExp(`^${name} (\\d+)$`, "m").exec(out)?.[1]), log), log };
  });
  remove();
  return answers;
}

function asked({ name, octets, setting }: Question & { readonly name: string }): string {
  const domains = outermost(octets) === "xl" ? `$1 !~ /^${OURS}/` : `$1 ~ /^${name}/`;
  return `ask ${name} ${setting.stream} '${domains}'\n`;
}

/** In large pieces, since each takes a round trip to the host. A domain of an image that is refused is taken away by xl itself. Those of the restorer, which run beside, have no names. */
const ASK = `
ask() { # FILE STREAM DOMAINS
  image=/tmp/$1
  dd if="$1" of="$image" bs=512k 2>/dev/null
  command="xl restore -p -e $image"
  [ "$2" = plain ] || command="xl migrate-receive -r -p -e"
  timeout -s KILL ${LIMIT} $command <"$image" >"$image.out" 2>"$1.log"
  status=$?
  [ "$2" != plain ] || cat "$image.out" >>"$1.log"
  rm -f "$image" "$image.out"
  [ $status = 1 ] || xl list | awk 'NR > 1 && $2 != 0 && $1 != "(null)" && '"$3"' { print $2 }' | while read -r domain; do
    xl destroy "$domain" </dev/null >/dev/null 2>&1
  done
  echo "$1 $status"
}
`;

/** Exit status and messages of xl as an outcome. A helper of xl that dies is a crash, though xl itself goes on to say so. */
export function outcomeOf(status: number, log: string): Restored["outcome"] {
  if (status === KILLED && !/fatal signal/.test(log)) return "hang";
  if (status > SIGNALLED || /died due to fatal signal|Assertion .* failed|Segmentation fault/.test(log)) return "crash";
  return status === 0 ? "accept" : "reject";
}
