/**
 * Xen's own restorer as an adapter: `about`, and `read IMAGE`, which asks the lab that DSI_LAB names (see `certify.ts`). It reports no
 * states: what Xen has restored is a machine. A crash of xl or of its helper is answered by dying as well.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectLab } from "../lab/lab.ts";
import { XEN } from "../lab/packages.ts";
import { restoreByXl } from "./restore.ts";
import { TEMPLATES, type Templates } from "./templates.ts";

const ABOUT = {
  protocol: 1,
  name: "xl restore",
  version: `Xen ${XEN}`,
  url: "https://xenproject.org/",
  editions: ["v2", "v3"],
  roles: ["reader"],
  features: ["x86-pv", "x86-hvm", "checkpoint", "libxl", "xl"],
  choices: { "byte-order": "little-only", "record-limit": "refuse", "static-in-v2": "accept", "libxl-end": "infer" },
  values: [],
};

/** Not a status of the protocol: the harness takes it for a crash, which it is. */
const CRASH = 70;
const UNSUPPORTED = 3;

type Context = { readonly stream: "plain" | "remus" | "colo"; readonly target?: { readonly vcpus: number } };

async function read(image: string): Promise<number> {
  const share = process.env.DSI_LAB;
  if (share === undefined) throw new Error("DSI_LAB names no running lab; npm run lab:certify starts one");
  const { stream, target } = JSON.parse(process.env.DSI_CONTEXT ?? '{"stream":"plain"}') as Context;
  if (stream === "colo") return UNSUPPORTED;
  const templates = JSON.parse(readFileSync(join(share, TEMPLATES), "utf8")) as Templates;
  const setting = { stream, ...(target === undefined ? {} : { vcpus: target.vcpus }) };
  const { outcome, log } = await restoreByXl(connectLab(share), readFileSync(image), templates, setting);
  process.stderr.write(log);
  if (outcome === "hang") await sleep(2 ** 31 - 1);
  if (outcome === "crash") return CRASH;
  if (outcome === "reject") process.stdout.write("{}");
  return outcome === "accept" ? 0 : 1;
}

const [verb, file = ""] = process.argv.slice(2);
if (verb === "about") process.stdout.write(JSON.stringify(ABOUT));
process.exitCode = verb === "about" ? 0 : verb === "read" ? await read(file) : UNSUPPORTED;
