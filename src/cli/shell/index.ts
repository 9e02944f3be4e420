import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { YES } from "../ending.ts";
import { packageRoot } from "../package-root.ts";
import { print } from "../terminal.ts";
import { completionFor, type Shell } from "./completion.ts";
import { type ManualFacts, manualPage } from "./manual.ts";
import { verbOf } from "./words.ts";

/** `dsi completion SHELL`. */
export async function completion(shell: Shell, program: Command): Promise<number> {
  await print(completionFor(shell, verbOf(program), program.name()));
  return YES;
}

/** `dsi man`. */
export async function manual(program: Command): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), "package.json"), "utf8"));
  await print(manualPage(verbOf(program), { ...FACTS, name: program.name(), version }));
  return YES;
}

const FACTS: Omit<ManualFacts, "name" | "version"> = {
  brief: "look into Xen domain save images, verify them, certify what reads and writes them",
  statuses: [
    ["0", "yes: accepted, no departure from a MUST, conforms, equal, nothing broken"],
    ["1", "no; a file that is empty, truncated or no image included"],
    ["2", "the command line or the machine is at fault: a missing or unreadable file, a directory, a full disk"],
    ["3", "recognised, but not supported here"],
    ["130, 143", "ended by SIGINT or SIGTERM; nothing half-written is left"],
  ],
  environment: [
    ["NO_COLOR", "no colours, not even on a terminal"],
    ["DSI_DEBUG", "with the value 1, where in the program an internal error came from"],
  ],
  examples: [
    ["dsi inspect guest.img", "List what is in an image"],
    ["dsi inspect guest.img --map", "Draw the memory of its guest"],
    ["dsi verify guest.img", "Ask whether it keeps to the specification"],
    ["ssh host dsi inspect --jsonl - <stream", "Watch a stream record by record while it arrives"],
    ["dsi certify --adapter ./my-adapter --role reader --out results", "Put an implementation on trial"],
    ["source <(dsi completion bash)", "Let the shell complete commands and options"],
  ],
  seeAlso: [
    "The specification, the suite and how to take part in it come with the package: spec/ and conformance/README.md.",
  ],
};
