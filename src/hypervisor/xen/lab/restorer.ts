/** Compiles the program that asks libxenguest in dom0, against the very libraries that dom0 has. */

import { join } from "node:path";
import type { BuiltLab } from "./build.ts";
import { XEN } from "./packages.ts";
import { labSource } from "./source.ts";
import { output } from "./tools.ts";

/** Its source: what it is asked and how it answers is said there. */
export const RESTORER_SOURCE = "dom0/restorer.c";

/** Compiles it to the file `to`. */
export function buildRestorer({ root, headers }: BuiltLab, to: string): void {
  const libraries = join(root, "usr/lib/x86_64-linux-gnu");
  const linked = [`libxenguest.so.${XEN}`, `libxenctrl.so.${XEN}`, "libxentoollog.so.1"].map((name) => `-l:${name}`);
  // What those libraries take themselves is found in dom0.
  const linking = [`-L${libraries}`, ...linked, "-Wl,--allow-shlib-undefined"];
  output("gcc", ["-O1", "-Wall", "-Wextra", "-I", headers, "-o", to, labSource(RESTORER_SOURCE), ...linking]);
}
