/** The process that afl-fuzz starts: `node child.js TARGET`. */

import { register } from "node:module";
import { attachShared, serve } from "./forkserver.ts";

const [name = ""] = process.argv.slice(2);
const { map, input } = attachShared();
Object.assign(globalThis, { __edges: map });
register("./hooks.js", import.meta.url);
const { targetOf } = await import("./targets.ts");
serve(input, targetOf(name).run);
