/** The page of the specification that says how fast the reference is, from one run. */

import { HEADING, line, type Run } from "./results.ts";

/** Why a row does not reach what is wanted, for those of which that was found out, by other rows of the same run. */
const REASONS: Readonly<Record<string, (of: (id: string) => Said) => string>> = {
  "start-up": (of) =>
    `Node takes ${of("start-up-module").median} for an empty module and ${of("start-up-commander").median} for one that imports commander; the rest is finding, reading and compiling the command's own modules one by one.`,
  "verify-single-pages": (of) =>
    `To read the same file and look at nothing of it comes to ${of("read-single-pages").median}.`,
  "verify-checked": (of) =>
    `Without sums the verifier takes ${of("verify-batches").ours} s where reading takes ${of("verify-batches").theirs} s; with them ${of("verify-checked").ours} s and ${of("verify-checked").theirs} s, by the same function over the same spans. Where the rest goes was not found out.`,
  "verify-holes": (of) =>
    `A rate hangs on the machine: here reading the streams of the rows above and looking at nothing of them takes ${of("verify-batches").theirs} s.`,
  "growth-1": grown(1),
  "growth-2": grown(2),
  suite: (of) =>
    `Of a program that says yes to everything a trial takes ${of("suite-of-yes").median} ms; the rest is the reference's own reading, verifying and writing.`,
};

/** What the other row says that has the same through a program which only reads. */
function grown(index: number): (of: (id: string) => Said) => string {
  return (of) => {
    const [bare, own] = [of(`bare-growth-${index}`), of(`growth-${index}`)];
    return `A program in Node that reads the same pipe and keeps nothing grows from ${bare.theirs} to ${bare.ours} MiB, the verifier from ${own.theirs} to ${own.ours} MiB: what grows is the platform's heap for short-lived objects.`;
  };
}

/** Numbers of a row, as they are written. */
type Said = { readonly median: string; readonly ours: string; readonly theirs: string };

/** The page. */
export function page(run: Run): string {
  const { results, machine, load } = run;
  const said = (id: string): Said => {
    const row = results.find((one) => one.id === id);
    const written = (value = Number.NaN) => value.toPrecision(3);
    return { median: written(row?.median), ours: written(row?.ours), theirs: written(row?.theirs) };
  };
  const missed = results.filter(({ decision }) => decision === "not met" || decision === "undecided");
  const reasons = missed.map(({ id, measure, decision }) => {
    const why = REASONS[id]?.(said);
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
