/** Rows on `dsi convert`, each against a program that does nothing else. */

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { dsi, wholeProcess } from "./processes.ts";
import type { Pair, Row } from "./rows.ts";

/** How many times as fast as `program` with `theirs` a conversion of `input` is, as whole processes. */
function against(
  input: string,
  asked: readonly string[],
  out: string,
  program: string,
  theirs: readonly string[],
): Pair {
  const ours = dsi(["convert", input, out, ...asked]);
  const other = wholeProcess(program, theirs);
  return { ours, theirs: other, value: other / ours };
}

/** Rows whose programs are installed. */
export function convertRows(place: Place): Row[] {
  const out = (name: string) => join(place.folder, name);
  const rows: (Row & { readonly program: string })[] = [
    {
      id: "convert-container",
      measure: "convert v3 to v3 in an xl file, batches, whole process",
      peer: "cp, whole process",
      unit: "times",
      program: "cp",
      pair() {
        const input = place.file("batches");
        return against(input, ["--to", "v3", "--container", "xl"], out("in-xl"), "cp", [input, out("copy")]);
      },
    },
    {
      id: "convert-zstd",
      measure: "convert v3 to v4-draft under zstd, memory of a guest, whole process",
      peer: "zstd -1, whole process",
      unit: "times",
      program: "zstd",
      pair() {
        const input = place.file("memory");
        const theirs = ["-1", "-q", "-f", input, "-o", out("zst")];
        return against(input, ["--to", "v4-draft", "--codec", "zstd"], out("packed"), "zstd", theirs);
      },
    },
  ];
  return rows
    .filter(({ program }) => spawnSync(program, ["--version"]).status === 0)
    .map(({ program: _, ...row }) => row);
}
