/** The templates of `wrap.ts`, from the golden images, put where every process that asks a lab finds them. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Lab } from "../lab/lab.ts";
import { RESTORER_SOURCE } from "../lab/restorer.ts";
import { checkout, labSource } from "../lab/source.ts";
import { type Kind, type Templates, templateOf } from "./wrap.ts";

/** The file of templates in a lab's share. */
export const TEMPLATES = "templates.json";

const GOLDEN: Readonly<Record<Kind, string>> = {
  pv: "pv-tiny.min",
  pvh: "pvh-tiny-1vcpu.min",
  hvm: "hvm-tiny-8M.min",
};

/** The templates of the golden images. */
export function goldenTemplates(): Templates {
  const of = (kind: Kind) => {
    const file = join(checkout(), "conformance/images", `${GOLDEN[kind]}.img.gz`);
    return templateOf(Uint8Array.from(gunzipSync(readFileSync(file))));
  };
  return { pv: of("pv"), pvh: of("pvh"), hvm: of("hvm") };
}

/** Makes a lab ready for trials: the templates, and the disk that the configuration of the golden HVM guest names. */
export async function readyForTrials(lab: Lab): Promise<void> {
  writeFileSync(join(lab.share, TEMPLATES), JSON.stringify(goldenTemplates()));
  const { status, err, remove } = await lab.run({ script: "cp /lab/guests/hvm /tmp/tinyhvm.img" });
  remove();
  if (status !== 0) throw new Error(`the lab cannot be made ready: ${err}`);
}

/** Everything that answers of a lab hang on: the packages of its dom0, and the program that asks libxenguest. */
export function labVersion(lab: Lab): string {
  return `${readFileSync(join(lab.share, "packages.txt"), "utf8")}${readFileSync(labSource(RESTORER_SOURCE), "utf8")}`;
}
