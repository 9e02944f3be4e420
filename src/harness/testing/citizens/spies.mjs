// Writes down what it is told, in the folder that TINY_SPY names, then answers honestly.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { answer, exec } from "../adapter.mjs";

exec({ name: "spies" }, (request) => {
  const { DSI_PROTOCOL, DSI_EDITION, DSI_ROLE, DSI_CONTEXT, TINY_SPY } = process.env;
  const seen = {
    argv: process.argv.slice(2),
    env: { DSI_PROTOCOL, DSI_EDITION, DSI_ROLE, DSI_CONTEXT },
    stdin: readFileSync(0, "utf8"),
    beside: readdirSync(dirname(process.argv[3])),
    cwd: process.cwd(),
  };
  writeFileSync(join(TINY_SPY, `${process.pid}.json`), JSON.stringify(seen));
  return answer(request);
});
