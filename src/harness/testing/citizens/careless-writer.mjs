// Accepts without writing, and leaves a file behind when it rejects.
import { writeFileSync } from "node:fs";
import { answer, steady } from "../adapter.mjs";

steady({ name: "careless-writer", roles: ["writer"] }, (request) => {
  const reply = answer({ ...request, out: "/dev/null" });
  if (reply.outcome === "reject") writeFileSync(request.out, "half");
  return reply;
});
