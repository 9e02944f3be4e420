/** Asks the Xen of a running lab whether it restores an image, and reads its answer out of what xl and libxc say. */

import { randomBytes } from "node:crypto";
import type { Lab } from "../lab/lab.ts";
import { type Kind, kindOf, outermost, type Template, wrapForXl } from "./wrap.ts";

/** What Xen did with an image, and its messages. */
export type Restored = {
  readonly outcome: "accept" | "reject" | "crash" | "hang";
  readonly log: string;
};

/** What a trial says of its stream and of the domain that it goes into. */
export type Setting = { readonly stream: "plain" | "remus" | "colo"; readonly vcpus?: number };

/** Seconds for one restore before it counts as a hang. */
const LIMIT = 60;
const KILLED = 137;
const SIGNALLED = 128;

/** Restores an image, paused, and takes the domain away again. */
export async function restoreByXl(
  lab: Lab,
  octets: Uint8Array,
  templates: Readonly<Record<Kind, Template>>,
  { stream, vcpus }: Setting,
): Promise<Restored> {
  const name = `t${randomBytes(8).toString("hex")}`;
  const kind = kindOf(octets);
  const file = wrapForXl(octets, templates[kind], { name, ...(vcpus === undefined ? {} : { vcpus }) });
  // A file of xl says itself how its domain is called, so no other may be there meanwhile.
  const own = outermost(octets) !== "xl";
  const { status, out, remove } = await lab.run({
    files: { "image.xl": file },
    script: script(name, own, stream === "remus"),
    timeout: 10 * LIMIT,
  });
  remove();
  const log = out.replaceAll(name, kind);
  return { ...outcomeOf(status, log), log };
}

function script(name: string, shared: boolean, remus: boolean): string {
  const image = `/tmp/${name}.xl`;
  const command = remus
    ? `xl migrate-receive -r -p -e <${image} 2>&1 >/tmp/${name}.wire`
    : `xl restore -p -e ${image} 2>&1 </dev/null`;
  // A domain of an image that is refused is taken away by xl itself; whoever asks need not wait for the others to go.
  const domains = shared ? `${name} ${name}--incoming` : `$(xl list | awk 'NR > 1 && $2 != 0 { print $2 }')`;
  return `
exec 8>/run/trials
flock ${shared ? "-s" : "-x"} 8
cp image.xl ${image}
timeout -s KILL ${LIMIT} ${command} 8>&-
status=$?
(
  rm -f ${image} /tmp/${name}.wire
  [ $status = 1 ] || for domain in ${domains}; do xl destroy $domain; done
) >/dev/null 2>&1 &
exit $status`;
}

/** Exit status and messages of xl as an outcome. A helper of xl that dies is a crash, though xl itself goes on to say so. */
export function outcomeOf(status: number, log: string): Omit<Restored, "log"> {
  if (status === KILLED && !/fatal signal/.test(log)) return { outcome: "hang" };
  if (status > SIGNALLED || /died due to fatal signal|Assertion .* failed|Segmentation fault/.test(log))
    return { outcome: "crash" };
  if (status === 0) return { outcome: "accept" };
  return { outcome: "reject" };
}
