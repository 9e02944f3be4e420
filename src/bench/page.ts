/** The page of the specification that says how fast the reference is, from one run. */

import { HEADING, line, type Run } from "./results.ts";

/** Why a row does not reach what is wanted, for those of which that was found out, by other rows of the same run. */
const REASONS: Readonly<Record<string, (median: (id: string) => string) => string>> = {
  "start-up": (median) =>
    `Node takes ${median("start-up-module")} for an empty module and ${median("start-up-commander")} for one that imports commander; the rest is finding, reading and compiling the command's own modules one by one.`,
};

/** The page. */
export function page(run: Run): string {
  const { results, machine, load } = run;
  const median = (id: string) => (results.find((row) => row.id === id)?.median ?? Number.NaN).toPrecision(3);
  const missed = results.filter(({ decision }) => decision === "not met" || decision === "undecided");
  const reasons = missed.map(({ id, measure, decision }) => {
    const why = REASONS[id]?.(median);
    return `- *${measure}* (${decision})${why === undefined ? "" : `: ${why}`}\n`;
  });
  const count = results.filter(({ decision }) => decision === "met").length;
  return `# Measurements: speed and memory

\`npm run bench -- --page\` made this page and added a line to [its history](speed.jsonl). Nothing here is a requirement.

${run.at.slice(0, 10)}, commit ${run.commit?.slice(0, 7)}, ${machine.cpus} × ${machine.cpu}, Node ${machine.node}; load of the machine ${load[0].toFixed(1)} at the start, ${load[1].toFixed(1)} at most: where it is
well above the number of processors, others were at work.

Streams have ${run.size / 2 ** 20} MiB and lie in memory. Both sides of a row run in turn, each in a process of its own, ${run.pairs} times after a pair that does not count; what
is shown is the median of the ratios with its quartiles. *Times* says how many times as fast as the other side ours is. A row is *undecided* where its quartiles
lie on both sides of what is wanted, 15 % or more apart.

${HEADING}${results.map(line).join("")}
${count} of ${count + missed.length} rows that want something reach it.${missed.length === 0 ? "" : " Those that do not:\n"}
${reasons.join("")}`;
}
