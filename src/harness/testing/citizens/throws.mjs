// Reads well, but lets the exception escape that a bad image causes: exit status 1 and a traceback.
import { readFileSync } from "node:fs";
import { answer, exec } from "../adapter.mjs";
import { read } from "../tiny.mjs";

exec({ name: "throws", roles: ["reader", "verifier"] }, (request) => {
  read(readFileSync(request.image), request.edition);
  return answer(request);
});
