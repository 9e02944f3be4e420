// Prints without end when it reads; standard error too.
import { writeSync } from "node:fs";
import { answer, exec } from "../adapter.mjs";

exec({ name: "floods", roles: ["verifier"] }, (request) => {
  const reply = answer(request);
  if (reply.findings?.[0]?.code !== "magic") return reply;
  const block = Buffer.alloc(2 ** 20, "flood ");
  for (;;) {
    writeSync(2, block);
    writeSync(1, block);
  }
});
