/** The page of the specification that says how much was fuzzed, from the history of all runs. */

import type { Entry } from "./results.ts";

/** The page; `about` says what a target is given. */
export function page(history: readonly Entry[], about: ReadonlyMap<string, string>): string {
  const targets = [...about.keys()].map((target) => {
    const runs = history.filter((entry) => entry.target === target);
    const sum = (value: (entry: Entry) => number) => runs.reduce((total, entry) => total + value(entry), 0);
    return {
      target,
      runs: runs.length,
      inputs: sum(({ inputs }) => inputs),
      seconds: sum(({ seconds }) => seconds),
      reached: Math.max(0, ...runs.map(({ reached }) => reached)),
      findings: sum(({ findings }) => findings.length),
    };
  });
  const total = (key: "inputs" | "seconds" | "findings") => targets.reduce((all, one) => all + one[key], 0);
  const rows = targets
    .filter(({ runs }) => runs > 0)
    .map(
      ({ target, runs, inputs, seconds, reached, findings }) =>
        `| ${target} | ${about.get(target)} | ${runs} | ${grouped(inputs)} | ${(seconds / 60).toFixed(1)} | ${reached} | ${findings} |\n`,
    );
  return `# Measurements: fuzzing

\`npm run fuzz -- --page\` made this page from [its history](fuzzing.jsonl), to which it adds each of its runs. Nothing here is a requirement.

AFL++ changes inputs and keeps what reaches something new, by counters put into the built modules. What may not happen, whatever the input: an error
that is not the format's, an input that does not come to its end in ten seconds, memory of more than 512 MiB, two ways to read that differ, and what the
target's own column says. ${grouped(total("inputs"))} inputs in ${(total("seconds") / 3600).toFixed(2)} hours of one processor; findings: ${total("findings")}. The input
of each is [in the corpus](../../src/fuzz/corpus), which every run of the tests tries.

| target | what is held against what | runs | inputs | minutes | counters reached | findings |
|---|---|---|---|---|---|---|
${rows.join("")}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, " ");
}
