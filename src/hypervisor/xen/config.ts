/** What libxl keeps of a domain's configuration, in the form in which xl puts it into its files. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BackendError, RefusedError } from "../backend.ts";
import type { DomainInfo } from "./control.ts";

/** What is read of a configuration: `affinity` says for each vCPU on which processors it may run, where that is not all. */
export type Config = {
  readonly name: string;
  readonly uuid: string;
  readonly vcpus: number;
  /** KiB of memory, 0 where that is not said. */
  readonly memory: number;
  readonly affinity: readonly (readonly number[])[];
  readonly json: string;
};

/** Where libxl keeps it, in the domain that it runs in. */
const FOLDER = "/var/lib/xen";

/** The configuration as JSON. BackendError for a domain that libxl did not make. */
export function libxlConfig({ domain, uuid }: DomainInfo): Uint8Array {
  try {
    return new Uint8Array(readFileSync(fileOf(domain, uuid)));
  } catch (error) {
    const others = existing().filter((one) => one.startsWith(`userdata-d.${domain}.`));
    throw new BackendError(
      `libxl has no configuration of domain ${domain} (${others.join(", ") || "nothing of it"} in ${FOLDER})`,
      { cause: error },
    );
  }
}

/** Lets libxl know a domain that was restored here, so that xl can save it again; nothing where there is no libxl. */
export function keepConfig(domain: number, { uuid, json }: Config): void {
  if (json !== "" && existsSync(FOLDER)) writeFileSync(fileOf(domain, uuid), `${json}\0`, { mode: 0o600 });
}

/** The configuration in xl's file, its length in front. RefusedError where it is no JSON of libxl. */
export function readConfig(octets: Uint8Array): Config {
  const LENGTH = 4;
  const json = new TextDecoder().decode(octets.subarray(LENGTH)).replace(/\0.*$/s, "");
  try {
    const { c_info, b_info } = JSON.parse(json) as {
      c_info: { name?: string; uuid?: string };
      b_info: { max_vcpus?: number; max_memkb?: number; vcpu_hard_affinity?: number[][] };
    };
    const { max_vcpus: vcpus = 1, max_memkb: memory = 0, vcpu_hard_affinity: affinity = [] } = b_info;
    return { name: c_info.name ?? "restored", uuid: c_info.uuid ?? "", vcpus, memory, affinity, json };
  } catch (error) {
    throw new RefusedError(`the configuration in the image is none of libxl's: ${(error as Error).message}`);
  }
}

function fileOf(domain: number, uuid: string): string {
  return join(FOLDER, `userdata-d.${domain}.${uuid}.libxl-json`);
}

function existing(): readonly string[] {
  try {
    return readdirSync(FOLDER);
  } catch {
    return [];
  }
}
