// Declares colour, and answers a coloured image with "not supported".
import { readFileSync } from "node:fs";
import { answer, steady } from "../adapter.mjs";

steady({ name: "red-blind", roles: ["verifier"] }, (request) => {
  return readFileSync(request.image).includes("red") ? { outcome: "unsupported" } : answer(request);
});
