/** Rows on `dsi convert`, and on what it made under each codec, against programs that do nothing else. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { times } from "./pair.ts";
import type { Place } from "./place.ts";
import { dsi, wholeProcess } from "./processes.ts";
import type { Row } from "./rows.ts";

/** Codecs with a program of the same name, which packs as quickly as it can with -1 and opens with -d. */
const PROGRAMS = ["gzip", "zstd", "lz4"];

const isHere = (program: string) => spawnSync(program, ["--version"]).status === 0;

/** gzip keeps what it packs only where that goes to its output, so that all of them write there. */
const packing = (program: string, from: string, to: string) =>
  wholeProcess("sh", ["-c", 'exec "$0" -1 -q -c "$1" > "$2"', program, from, to]);

/** Rows whose programs are installed. */
export function convertRows(place: Place): Row[] {
  const out = (name: string) => join(place.folder, name);
  const convert = (...args: readonly string[]) => dsi(["convert", ...args]);
  return [
    {
      id: "convert-container",
      measure: "convert v3 to v3 in an xl file, batches, whole process",
      peer: "cp, whole process",
      unit: "times",
      pair() {
        const input = place.file("batches");
        const ours = convert(input, out("in-xl"), "--to", "v3", "--container", "xl");
        return times(ours, wholeProcess("cp", [input, out("copy")]));
      },
    },
    ...PROGRAMS.filter(isHere).flatMap((codec): Row[] => {
      const [image, packed] = [out(`memory.${codec}.img`), out(`memory.${codec}`)];
      const made = () => convert(place.file("memory"), image, "--to", "v4-draft", "--codec", codec);
      return [
        {
          id: `convert-${codec}`,
          measure: `convert v3 to v4-draft under ${codec}, memory of a guest, whole process`,
          peer: `${codec} -1, whole process`,
          unit: "times",
          pair: () => times(made(), packing(codec, place.file("memory"), packed)),
        },
        {
          id: `verify-${codec}`,
          measure: `verify v4-draft under ${codec}, frames opened, whole process`,
          peer: `${codec} -dc of as much memory, whole process`,
          unit: "times",
          pair() {
            if (!existsSync(image)) made();
            if (!existsSync(packed)) packing(codec, place.file("memory"), packed);
            return times(dsi(["verify", image]), wholeProcess(codec, ["-q", "-dc", packed]));
          },
        },
      ];
    }),
  ];
}
