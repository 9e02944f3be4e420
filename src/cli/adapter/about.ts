import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInstalled } from "../../codecs/page-codecs.ts";
import { CODEC_EDITIONS } from "../../format/edition.ts";
import { referenceChoices } from "../../format/vocabulary.ts";
import { YES } from "../ending.ts";
import { packageRoot } from "../package-root.ts";
import { print } from "../terminal.ts";

/** How many requests of a served run may be open at once. They are answered one after the other. */
const WINDOW = 8;

/** What the reference says about itself to a harness (CONTRACT 3, `about`). */
export function about(): object {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  return {
    protocol: 1,
    name,
    version,
    editions: ["legacy", ...CODEC_EDITIONS],
    roles: ["reader", "writer", "verifier"],
    features: [
      "x86-pv",
      "x86-hvm",
      "big-endian",
      "checkpoint",
      "colo",
      "libxl",
      "xl",
      "libvirt",
      "xenopsd",
      "synthetic",
      "arm",
      "x-machine",
      ...(["word-delta", "gzip", "zstd", "lz4"] as const).filter(isInstalled).map((codec) => `codec-${codec}`),
    ],
    choices: referenceChoices,
    values: STATE_KEYS,
    serve: true,
    window: WINDOW,
  };
}

/** `dsi adapter about`. */
export async function printAbout(): Promise<number> {
  await print(`${JSON.stringify(about())}\n`);
  return YES;
}

const STATE_KEYS = [
  "dsi",
  "edition",
  "container",
  "endian",
  "octets",
  "end",
  "domain",
  "memory",
  "cpuid",
  "msrs",
  "tsc",
  "pv",
  "hvm",
  "emulators",
  "x-machine",
  "config",
  "checkpoints",
  "digest",
];
