// A program that knows nothing of the adapter protocol: reads `--in=FILE` or standard input, talks, and exits with 0 or
// 1; a wrong magic makes it throw.
import { readFileSync } from "node:fs";
import { read } from "./tiny.mjs";

const file = process.argv[2]?.replace("--in=", "");
if (process.env.TINY_TALK === "aloud") console.log("checking", file ?? "standard input");
try {
  read(readFileSync(file ?? 0), process.env.DSI_EDITION);
} catch (error) {
  if (error.code === "magic") throw error;
  console.log("bad:", error.code);
  process.exitCode = 1;
}
