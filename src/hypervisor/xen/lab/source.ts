/** Files of the lab that are no modules: they stay beside their sources in the checkout, from wherever this runs. */

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { LabUnavailable } from "./tools.ts";

/** The folder of the checkout. LabUnavailable in an installed package, which does not bring the lab. */
export function checkout(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "src/hypervisor/xen/lab/dom0"))) {
    const above = dirname(folder);
    if (above === folder) throw new LabUnavailable("the lab is part of a checkout, not of the package");
    folder = above;
  }
  return folder;
}

/** A file of the lab in the checkout. */
export function labSource(name: string): string {
  return join(checkout(), "src/hypervisor/xen/lab", name);
}
