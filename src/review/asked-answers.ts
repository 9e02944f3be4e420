import { digestJson } from "../harness/json-compare.ts";
import { openAdapter } from "../harness/open-adapter.ts";
import { makeRuns } from "../harness/run.ts";
import type { Run } from "../harness/runs.ts";
import { codesText, type Said } from "./answers.ts";

/** What the implementation behind a command makes of runs, by their keys. */
export async function askedAnswers(command: readonly string[], runs: readonly Run[]): Promise<Map<string, Said>> {
  const adapter = await openAdapter(command, 40_000);
  const results = await makeRuns(adapter, runs, { timeout: 10, jobs: 1, judged: new Set() });
  return new Map(
    [...results].map(([key, { answer, written }]): [string, Said] => {
      const codes = answer.code ?? (answer.findings ? codesText(answer.findings) : undefined);
      const value = written?.sha256 ?? (answer.value === undefined ? undefined : digestJson(answer.value));
      return [
        key,
        { outcome: answer.outcome, ...(codes !== undefined && { codes }), ...(value !== undefined && { value }) },
      ];
    }),
  );
}
