// Declares colour, and answers a coloured image with "not supported".
import { readFileSync } from "node:fs";
import { answer, exec } from "../adapter.mjs";

exec({ name: "red-blind", roles: ["verifier"] }, (request) => {
  return readFileSync(request.image).includes("red") ? { outcome: "unsupported" } : answer(request);
});
