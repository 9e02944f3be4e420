/** What libxl keeps of a domain's configuration, in the form in which xl puts it into its files. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BackendError } from "../backend.ts";
import type { DomainInfo } from "./control.ts";

/** Where libxl keeps it, in the domain that it runs in. */
const FOLDER = "/var/lib/xen";

/** The configuration as JSON. BackendError for a domain that libxl did not make. */
export function libxlConfig({ domain, uuid }: DomainInfo): Uint8Array {
  const name = `userdata-d.${domain}.${uuid}.libxl-json`;
  try {
    return new Uint8Array(readFileSync(join(FOLDER, name)));
  } catch (error) {
    const others = existing().filter((one) => one.startsWith(`userdata-d.${domain}.`));
    throw new BackendError(
      `libxl has no configuration of domain ${domain} (${others.join(", ") || "nothing of it"} in ${FOLDER})`,
      { cause: error },
    );
  }
}

function existing(): readonly string[] {
  try {
    return readdirSync(FOLDER);
  } catch {
    return [];
  }
}
