/** Rows on `dsi convert`, and on what it made under each codec, against programs that do nothing else. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Place } from "./place.ts";
import { dsi, wholeProcess } from "./processes.ts";
import type { Pair, Row } from "./rows.ts";

/** A codec with a program of its own: how that packs a file as quickly as it can, and how it opens one. */
type Packer = {
  readonly codec: string;
  readonly pack: (from: string, to: string) => readonly string[];
  readonly open: (packed: string) => readonly string[];
};

const PACKERS: readonly Packer[] = [
  { codec: "gzip", pack: (from, to) => ["-c", 'exec gzip -1 -c "$0" > "$1"', from, to], open: (path) => ["-dc", path] },
  { codec: "zstd", pack: (from, to) => ["-1", "-q", "-f", from, "-o", to], open: (path) => ["-q", "-dc", path] },
  { codec: "lz4", pack: (from, to) => ["-1", "-q", "-f", from, to], open: (path) => ["-q", "-dc", path] },
];

const isHere = (program: string) => spawnSync(program, ["--version"]).status === 0;

/** `program` as it is started: gzip keeps what it packs only when it writes to its output. */
const packing = ({ codec, pack }: Packer, from: string, to: string) =>
  wholeProcess(codec === "gzip" ? "sh" : codec, pack(from, to));

/** How many times as fast as the other side. */
const times = (ours: number, theirs: number): Pair => ({ ours, theirs, value: theirs / ours });

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
    ...PACKERS.filter(({ codec }) => isHere(codec)).flatMap((packer): Row[] => {
      const { codec, open } = packer;
      const [image, packed] = [out(`memory.${codec}.img`), out(`memory.${codec}`)];
      const made = () => convert(place.file("memory"), image, "--to", "v4-draft", "--codec", codec);
      return [
        {
          id: `convert-${codec}`,
          measure: `convert v3 to v4-draft under ${codec}, memory of a guest, whole process`,
          peer: `${codec} -1, whole process`,
          unit: "times",
          pair: () => times(made(), packing(packer, place.file("memory"), packed)),
        },
        {
          id: `verify-${codec}`,
          measure: `verify v4-draft under ${codec}, frames opened, whole process`,
          peer: `${codec} -dc of as much memory, whole process`,
          unit: "times",
          pair() {
            if (!existsSync(image)) made();
            if (!existsSync(packed)) packing(packer, place.file("memory"), packed);
            return times(dsi(["verify", image]), wholeProcess(codec, open(packed)));
          },
        },
      ];
    }),
  ];
}
